import { describe, expect, it } from 'vitest'
import { composeOrganisation, renderOrganisation } from '../../src/localise/organisations.js'

const organisations = `
铜仁市妇联=Tongren Women's Federation|福建省妇联=Fujian Provincial Women's Federation|石阡县妇联=Shiqian County Women's Federation|青羊区妇联=Qingyang District Women's Federation
全国妇联=All-China Women's Federation|市妇联=municipal Women's Federation|妇联=women's federation|长沙市妇女联合会=Changsha Women's Federation|市妇联党组=Leading Party Members' Group of the municipal Women's Federation
福建省总工会=Fujian Provincial Federation of Trade Unions|厦门市总工会=Xiamen Federation of Trade Unions|中华全国总工会=All-China Federation of Trade Unions|县总工会=county Federation of Trade Unions
泉州市侨联=Quanzhou Federation of Returned Overseas Chinese|中国侨联=All-China Federation of Returned Overseas Chinese|广东省侨联=Guangdong Provincial Federation of Returned Overseas Chinese
温州市工商联=Wenzhou Federation of Industry and Commerce|全国工商联=All-China Federation of Industry and Commerce|市科协=municipal Association for Science and Technology|贵阳市残联=Guiyang Disabled Persons' Federation
南昌市文联=Nanchang Federation of Literary and Art Circles|铜仁市红十字会=Red Cross Society of China, Tongren Branch|湖北省红十字会=Red Cross Society of China, Hubei Branch|中国红十字会=Red Cross Society of China
成都市慈善总会=Chengdu Charity Federation|江苏省慈善总会=Jiangsu Provincial Charity Federation|中华慈善总会=China Charity Federation|韶关市慈善会=Shaoguan Charity Association
共青团中央=Central Committee of the Communist Youth League|团市委=municipal committee of the Communist Youth League|共青团福州市委=Fuzhou Municipal Committee of the Communist Youth League
致公党福建省委会=Fujian Provincial Committee of the China Zhi Gong Party|致公党中央=Central Committee of the China Zhi Gong Party|致公党厦门市委会=Xiamen Municipal Committee of the China Zhi Gong Party
民革湖北省委会=Hubei Provincial Committee of the Revolutionary Committee of the Chinese Kuomintang|民盟江苏省委=Jiangsu Provincial Committee of the China Democratic League|民建成都市委=Chengdu Municipal Committee of the China National Democratic Construction Association
民进杭州市委会=Hangzhou Municipal Committee of the China Association for Promoting Democracy|农工党山东省委会=Shandong Provincial Committee of the Chinese Peasants' and Workers' Democratic Party|九三学社南京市委会=Nanjing Municipal Committee of the Jiusan Society
台盟福建省委会=Fujian Provincial Committee of the Taiwan Democratic Self-Government League|民盟中央=Central Committee of the China Democratic League|九三学社中央=Central Committee of the Jiusan Society|中国致公党广东省委员会=Guangdong Provincial Committee of the China Zhi Gong Party
中共福建省委=CPC Fujian Provincial Committee|中共福建省委办公厅=General Office of the CPC Fujian Provincial Committee|中共福建省委统战部=United Front Work Department of the CPC Fujian Provincial Committee|中共中央统战部=United Front Work Department of the CPC Central Committee
铜仁市委=CPC Tongren Municipal Committee|铜仁市委宣传部=Publicity Department of the CPC Tongren Municipal Committee|中共石阡县委=CPC Shiqian County Committee|省委=provincial Party committee|市委统战部=United Front Work Department of the municipal Party committee
浙江省委组织部=Organisation Department of the CPC Zhejiang Provincial Committee|县委办公室=Office of the county Party committee|市直机关工委=Working Committee of Departments Directly under the Municipality|省直机关工委=Working Committee of Departments Directly under the Province
铜仁市市直机关工委=Working Committee of Departments Directly under Tongren|全国政协=National Committee of the CPPCC|福建省政协=Fujian Provincial Committee of the CPPCC|省政协办公厅=General Office of the provincial committee of the CPPCC
厦门市政协=Xiamen Municipal Committee of the CPPCC|全国人大常委会=Standing Committee of the National People's Congress|湖南省人大=Hunan Provincial People's Congress|国务院=State Council|国务院办公厅=General Office of the State Council
福建省人民政府=Fujian Provincial People's Government|铜仁市人民政府=Tongren Municipal People's Government|石阡县人民政府=Shiqian County People's Government|铜仁市政府=Tongren Municipal Government|江西省人民政府办公厅=General Office of the Jiangxi Provincial People's Government
国家卫健委=National Health Commission|湖北省卫健委=Hubei Provincial Health Commission|武汉市卫健委=Wuhan Municipal Health Commission|重庆市卫生健康委=Chongqing Municipal Health Commission|云阳县卫健局=Yunyang County Health Bureau
市疾控中心=municipal Centre for Disease Control and Prevention|铜仁市疾控中心=Tongren Municipal Centre for Disease Control and Prevention|中国疾控中心=Chinese Center for Disease Control and Prevention|贵州省疾病预防控制中心=Guizhou Provincial Centre for Disease Control and Prevention
深圳市市场监管局=Shenzhen Municipal Market Regulation Bureau|广东省市场监管局=Guangdong Provincial Market Regulation Bureau|国家税务总局重庆市税务局=Chongqing Municipal Tax Service, State Taxation Administration|重庆银保监局=Chongqing Office of the China Banking and Insurance Regulatory Commission
武汉市公安局=Wuhan Municipal Public Security Bureau|浙江省公安厅=Zhejiang Provincial Public Security Department|苏州市教育局=Suzhou Municipal Education Bureau|四川省教育厅=Sichuan Provincial Department of Education|宁波市民政局=Ningbo Municipal Civil Affairs Bureau
青岛市财政局=Qingdao Municipal Finance Bureau|黄冈市交通运输局=Huanggang Municipal Transport Bureau|海淀区应急管理局=Haidian District Emergency Management Bureau|云南省农业农村厅=Yunnan Provincial Department of Agriculture and Rural Affairs
上海海关=Shanghai Customs|福建省扶贫办=Fujian Provincial Poverty Alleviation Office|杭州市城管局=Hangzhou Municipal Urban Management Bureau|河北省应急管理厅=Hebei Provincial Department of Emergency Management|天津市商务局=Tianjin Municipal Commerce Bureau
孝感市中级人民法院=Xiaogan Intermediate People's Court|湖北省高级人民法院=Hubei Provincial High People's Court|鄂州市人民检察院=Ezhou Municipal People's Procuratorate|厦门市供销社=Xiamen Municipal Supply and Marketing Cooperative
望江路街道办事处=Wangjiang Road Subdistrict Office|柳荫街道办事处=Liuyin Subdistrict Office|铜仁市人民医院=Tongren People's Hospital|铜仁市中医院=Tongren Hospital of Traditional Chinese Medicine|昌吉市第二人民医院=Changji Second People's Hospital
福建省妇幼保健院=Fujian Provincial Maternal and Child Health Hospital|武汉市第一医院=Wuhan First Hospital|岳阳市中心医院=Yueyang Central Hospital|长沙市中心血站=Changsha Central Blood Station|上海市儿童医院=Shanghai Children's Hospital
昌吉市第五小学=Changji Fifth Primary School|厦门大学=Xiamen University|福建师范大学=Fujian Normal University|贵州医科大学=Guizhou Medical University|浙江大学=Zhejiang University|苏州大学=Suzhou University
贵州日报=Guizhou Daily|福建卫视=Fujian Satellite TV|铜仁日报=Tongren Daily|新华社=Xinhua News Agency|人民日报=People's Daily|杭州电视台=Hangzhou Television|中央电视台=China Central Television
中国银行铜仁分行=Bank of China, Tongren Branch|建设银行韶关分行=China Construction Bank, Shaoguan Branch|交通银行=Bank of Communications|中国人寿保定分公司=China Life, Baoding Branch
世界卫生组织=World Health Organization|中国科学院=Chinese Academy of Sciences|国家发改委=National Development and Reform Commission|工信部=Ministry of Industry and Information Technology|民政部=Ministry of Civil Affairs|教育部=Ministry of Education
国家卫健委医政医管局=Bureau of Medical Administration of the National Health Commission|上海海关办公室=Office of Shanghai Customs|贵州省妇联新媒体中心=New Media Centre of the Guizhou Provincial Women's Federation
重庆市疾病预防控制中心办公室=Office of the Chongqing Municipal Centre for Disease Control and Prevention|致公党福建省委会机关=Office of the Fujian Provincial Committee of the China Zhi Gong Party|民革湖北省委会办公室=Office of the Hubei Provincial Committee of the Revolutionary Committee of the Chinese Kuomintang
浙江省女企业家协会=Zhejiang Provincial Women Entrepreneurs Association|厦门市志愿者联合会=Xiamen Federation of Volunteers|翔安区总商会=Xiang'an District General Chamber of Commerce|福建省商会=Fujian Chamber of Commerce
重庆两江新区管委会=Administrative Committee of Liangjiang New Area|苏州工业园区管委会=Administrative Committee of Suzhou Industrial Park|温州市消防救援支队=Wenzhou Municipal Fire and Rescue Detachment|武汉市交警支队=Wuhan Municipal Traffic Police Detachment
铜仁市图书馆=Tongren Library|浙江省博物馆=Zhejiang Provincial Museum|北京协和医院=Peking Union Medical College Hospital|四川大学华西医院=West China Hospital of Sichuan University|西藏自治区妇联=Xizang Autonomous Regional Women's Federation
大理白族自治州妇联=Dali Bai Autonomous Prefecture Women's Federation|沿河土家族自治县妇联=Yanhe Tujia Autonomous County Women's Federation|酉阳县妇联=Youyang County Women's Federation|浦东新区妇联=Pudong New Area Women's Federation
武汉市红十字会=Red Cross Society of China, Wuhan Branch|石阡县人民医院=Shiqian County People's Hospital|台江区政府=Taijiang District Government|福清市政府=Fuqing Municipal Government|省政府=provincial government|区政府=district government
四川省社会保障局=Sichuan Provincial Social Security Bureau|海陵区政务服务中心=Hailing District Government Services Centre|中共铜仁市委、市政府=CPC Tongren Municipal Committee and municipal government
`

const table = organisations
  .trim()
  .split(/[|\n]/)
  .map((entry) => entry.trim().split('=') as [string, string])

describe('organisations', () => {
  it.each(table)('%s → %s', (zh, en) => {
    expect(renderOrganisation(zh).en).toBe(en)
  })

  it('covers a hundred and fifty organisations and more', () => {
    expect(table.length).toBeGreaterThan(150)
  })

  it('never claims to have composed a name of which it knows only a part', () => {
    expect(composeOrganisation('云梦泽科技有限公司')).toBeNull()
    expect(renderOrganisation('云梦泽科技有限公司')).toEqual({ en: 'Yunmengze Technology Co., Ltd.', basis: 'pinyin' })
  })

  it('does not let one body own another that has its own level', () => {
    expect(composeOrganisation('中共福建省委办公厅省政协办公厅')).toBeNull()
  })
})
