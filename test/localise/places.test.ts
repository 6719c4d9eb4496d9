import { describe, expect, it } from 'vitest'
import { leadingPlaces, renderPlace } from '../../src/localise/places.js'

const places = `
北京市=Beijing|上海市=Shanghai|天津市=Tianjin|重庆市=Chongqing|河北省=Hebei Province|山西省=Shanxi Province|陕西省=Shaanxi Province|陕西=Shaanxi
山西=Shanxi|内蒙古自治区=Inner Mongolia Autonomous Region|内蒙古=Inner Mongolia|辽宁省=Liaoning Province|吉林省=Jilin Province|黑龙江省=Heilongjiang Province
江苏省=Jiangsu Province|浙江省=Zhejiang Province|安徽省=Anhui Province|福建省=Fujian Province|江西省=Jiangxi Province|山东省=Shandong Province
河南省=Henan Province|湖北省=Hubei Province|湖南省=Hunan Province|广东省=Guangdong Province|广西壮族自治区=Guangxi Zhuang Autonomous Region|海南省=Hainan Province
四川省=Sichuan Province|贵州省=Guizhou Province|云南省=Yunnan Province|西藏自治区=Xizang Autonomous Region|甘肃省=Gansu Province|青海省=Qinghai Province
宁夏回族自治区=Ningxia Hui Autonomous Region|新疆维吾尔自治区=Xinjiang Uygur Autonomous Region|台湾省=Taiwan|香港=Hong Kong|澳门=Macao|西藏=Xizang
铜仁市=Tongren|石阡县=Shiqian County|六安市=Lu'an|西安市=Xi'an|雅安市=Ya'an|延安市=Yan'an|吉安市=Ji'an|广安市=Guang'an|淮安市=Huai'an|泰安市=Tai'an
长沙市=Changsha|长治市=Changzhi|重庆=Chongqing|蚌埠市=Bengbu|亳州市=Bozhou|台州市=Taizhou|丽水市=Lishui|东莞市=Dongguan|厦门市=Xiamen|儋州市=Danzhou
哈尔滨市=Harbin|齐齐哈尔市=Qiqihar|呼和浩特市=Hohhot|呼伦贝尔市=Hulunbuir|鄂尔多斯市=Ordos|乌兰察布市=Ulanqab|巴彦淖尔市=Bayannur|乌鲁木齐市=Urumqi
克拉玛依市=Karamay|吐鲁番市=Turpan|哈密市=Hami|库尔勒市=Korla|喀什市=Kashgar|拉萨市=Lhasa|日喀则市=Xigaze|昌都市=Qamdo|林芝市=Nyingchi|那曲市=Nagqu
阿里地区=Ngari Prefecture|格尔木市=Golmud|延吉市=Yanji|锡林浩特市=Xilinhot|满洲里市=Manzhouli|石河子市=Shihezi|伊宁市=Yining|成都市=Chengdu|宁都县=Ningdu County
都江堰市=Dujiangyan|都匀市=Duyun|于都县=Yudu County|丰都县=Fengdu County|三都水族自治县=Sandu Sui Autonomous County|武都区=Wudu District|花都区=Huadu District
酉阳土家族苗族自治县=Youyang Tujia and Miao Autonomous County|酉阳县=Youyang County|沿河土家族自治县=Yanhe Tujia Autonomous County|印江土家族苗族自治县=Yinjiang Tujia and Miao Autonomous County
玉屏侗族自治县=Yuping Dong Autonomous County|松桃苗族自治县=Songtao Miao Autonomous County|恩施土家族苗族自治州=Enshi Tujia and Miao Autonomous Prefecture
湘西土家族苗族自治州=Xiangxi Tujia and Miao Autonomous Prefecture|凉山彝族自治州=Liangshan Yi Autonomous Prefecture|甘孜藏族自治州=Garze Tibetan Autonomous Prefecture
阿坝藏族羌族自治州=Aba Tibetan and Qiang Autonomous Prefecture|大理白族自治州=Dali Bai Autonomous Prefecture|延边朝鲜族自治州=Yanbian Korean Autonomous Prefecture
昌吉回族自治州=Changji Hui Autonomous Prefecture|伊犁哈萨克自治州=Ili Kazak Autonomous Prefecture|黔东南苗族侗族自治州=Qiandongnan Miao and Dong Autonomous Prefecture
德宏傣族景颇族自治州=Dehong Dai and Jingpo Autonomous Prefecture|西双版纳傣族自治州=Xishuangbanna Dai Autonomous Prefecture
积石山保安族东乡族撒拉族自治县=Jishishan Bonan, Dongxiang and Salar Autonomous County|管城回族区=Guancheng Hui District|鄂伦春自治旗=Oroqen Autonomous Banner
科尔沁左翼中旗=Horqin Left Wing Middle Banner|乌拉特前旗=Urad Front Banner|苏尼特右旗=Sonid Right Banner|达拉特旗=Dalad Banner|兴安盟=Hinggan League|锡林郭勒盟=Xilingol League
朝阳区=Chaoyang District|海淀区=Haidian District|黄浦区=Huangpu District|浦东新区=Pudong New Area|滨海新区=Binhai New Area|闵行区=Minhang District|番禺区=Panyu District
黄埔区=Huangpu District|荔湾区=Liwan District|涪陵区=Fuling District|北碚区=Beibei District|綦江区=Qijiang District|郫都区=Pidu District|青羊区=Qingyang District|金牛区=Jinniu District
江宁区=Jiangning District|六合区=Luhe District|姑苏区=Gusu District|鄞州区=Yinzhou District|余杭区=Yuhang District|思明区=Siming District|鼓楼区=Gulou District|历下区=Lixia District
单县=Shanxian County|浚县=Xunxian County|歙县=Shexian County|蔚县=Yuxian County|莘县=Shenxian County|祁县=Qixian County|赵县=Zhaoxian County|滑县=Huaxian County
泌阳县=Biyang County|筠连县=Junlian County|乐清市=Yueqing|乐陵市=Laoling|乐亭县=Laoting County|洪洞县=Hongtong County|涡阳县=Guoyang County|宕昌县=Tanchang County
尉犁县=Yuli County|牟定县=Mouding County|什邡市=Shifang|大埔县=Dabu County|吴堡县=Wubu County|渑池县=Mianchi County|荥阳市=Xingyang|犍为县=Qianwei County
闽侯县=Minhou County|将乐县=Jiangle County|长汀县=Changting County|福清市=Fuqing|六枝特区=Liuzhi Special District|神农架林区=Shennongjia Forestry District
福建省福清市=Fuqing, Fujian Province|重庆市酉阳县=Youyang County, Chongqing|贵州省铜仁市=Tongren, Guizhou Province|北京市朝阳区=Chaoyang District, Beijing
四川省成都市青羊区=Qingyang District, Chengdu, Sichuan Province|石阡=Shiqian|铜仁=Tongren|雄安新区=Xiong'an New Area|两江新区=Liangjiang New Area
平安县和睦镇=Hemu Town, Ping'an County|安溪县湖头镇=Hutou Town, Anxi County|长乐区梅花镇=Meihua Town, Changle District|永泰县同安乡=Tong'an Township, Yongtai County
望江路街道=Wangjiang Road Subdistrict|柳荫街道=Liuyin Subdistrict|阿根廷=Argentina|日本=Japan|意大利=Italy|菲律宾=Philippines|纽约=New York|东南亚=Southeast Asia
`

const table = places
  .trim()
  .split(/[|\n]/)
  .map((entry) => entry.trim().split('=') as [string, string])

describe('places', () => {
  it.each(table)('%s → %s', (zh, en) => {
    expect(renderPlace(zh)).toBe(en)
  })

  it('covers a hundred and fifty places and more', () => {
    expect(table.length).toBeGreaterThan(150)
  })

  it('does not take a road for the city it is named after', () => {
    expect(leadingPlaces('南京路上的商场').length).toBe(0)
  })

  it('leaves short county names alone where nothing says that they are places', () => {
    expect(leadingPlaces('和平年代').length).toBe(0)
  })
})
