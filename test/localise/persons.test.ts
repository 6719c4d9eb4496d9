import { describe, expect, it } from 'vitest'
import { renderParty } from '../../src/localise/names.js'
import { renderPerson } from '../../src/localise/persons.js'

const names = `
李明 Li Ming|王小红 Wang Xiaohong|张建国 Zhang Jianguo|刘洋 Liu Yang|陈思远 Chen Siyuan|杨柳 Yang Liu|赵一鸣 Zhao Yiming
黄丽娟 Huang Lijuan|周海涛 Zhou Haitao|吴倩 Wu Qian|徐静 Xu Jing|孙悦 Sun Yue|胡晓东 Hu Xiaodong|朱琳 Zhu Lin|高翔 Gao Xiang
林志强 Lin Zhiqiang|何雨晴 He Yuqing|郭子豪 Guo Zihao|马骏 Ma Jun|罗春燕 Luo Chunyan|梁永康 Liang Yongkang|宋佳 Song Jia
郑爱国 Zheng Aiguo|谢芳 Xie Fang|韩冰 Han Bing|唐国平 Tang Guoping|冯雪 Feng Xue|于海 Yu Hai|董洁 Dong Jie|萧红 Xiao Hong
程浩 Cheng Hao|曹操 Cao Cao|袁隆平 Yuan Longping|邓亚萍 Deng Yaping|许晴 Xu Qing|傅雷 Fu Lei|沈从文 Shen Congwen|彭德怀 Peng Dehuai
吕雪梅 Lü Xuemei|苏轼 Su Shi|卢俊 Lu Jun|蒋文 Jiang Wen|蔡伦 Cai Lun|贾平 Jia Ping|丁宁 Ding Ning|魏征 Wei Zheng
薛涛 Xue Tao|叶问 Ye Wen|阎锐 Yan Rui|余华 Yu Hua|潘安 Pan An|杜甫 Du Fu|戴维 Dai Wei|夏雨 Xia Yu
钟南山 Zhong Nanshan|汪涵 Wang Han|田静 Tian Jing|任正平 Ren Zhengping|姜文丽 Jiang Wenli|范冰 Fan Bing|方敏 Fang Min|石磊 Shi Lei
姚敏 Yao Min|谭盾 Tan Dun|廖凡 Liao Fan|邹凯 Zou Kai|熊黛林 Xiong Dailin|金星 Jin Xing|陆游 Lu You|郝蕾 Hao Lei
孔令仪 Kong Lingyi|白岩 Bai Yan|崔永 Cui Yong|康辉 Kang Hui|毛宁 Mao Ning|邱晨 Qiu Chen|秦海璐 Qin Hailu|江珊 Jiang Shan
单田芳 Shan Tianfang|解缙 Xie Jin|曾国平 Zeng Guoping|仇英 Qiu Ying|朴树 Piao Shu|区志明 Ou Zhiming|查理明 Zha Liming|任泉 Ren Quan
华佗 Hua Tuo|宁浩 Ning Hao|翟墨 Zhai Mo|覃丽 Qin Li|缪斯 Miao Si|乐嘉 Yue Jia|么红 Yao Hong|盖丽丽 Gai Lili
柏青 Bai Qing|卜凡 Bu Fan|费玉 Fei Yu|万鹏 Wan Peng|召辉 Shao Hui|尹正 Yin Zheng|佘诗 She Shi|冼星海 Xian Xinghai
欧阳修 Ouyang Xiu|欧阳娜娜 Ouyang Nana|司马光 Sima Guang|上官婉儿 Shangguan Wan'er|诸葛亮 Zhuge Liang|东方朔 Dongfang Shuo
皇甫嵩 Huangfu Song|尉迟恭 Yuchi Gong|公孙胜 Gongsun Sheng|慕容复 Murong Fu|令狐冲 Linghu Chong|端木蕻良 Duanmu Hongliang
南宫适 Nangong Shi|长孙皇 Zhangsun Huang|宇文泰 Yuwen Tai|司徒雷 Situ Lei|夏侯惇 Xiahou Dun|轩辕明 Xuanyuan Ming|呼延灼 Huyan Zhuo
朱安安 Zhu An'an|李婀 Li E|王亚鸥 Wang Ya'ou|赵西安 Zhao Xi'an
`

const table = names
  .trim()
  .split(/[|\n]/)
  .map((entry) => entry.trim().split(/ (.*)/s).slice(0, 2) as [string, string])

describe('persons', () => {
  it.each(table)('%s → %s', (zh, en) => {
    expect(renderPerson(zh)).toBe(en)
  })

  it('writes each part of a transliterated name as a word', () => {
    expect(renderPerson('古丽·买买提')).toBe('Guli Maimaiti')
  })

  it('covers a hundred names and more', () => {
    expect(table.length).toBeGreaterThan(100)
  })
})

describe('posts before a name, in a sentence', () => {
  const home = { zh: '柳湾市残联', en: "Liuwan Disabled Persons' Federation" }
  it.each([
    ['专职副主委叶知微', 'Full-time Vice-Chairperson Ye Zhiwei'],
    ['驻会副主席秦望舒', 'Resident Vice-Chairperson Qin Wangshu'],
    ['一级巡视员何立新', 'First-rank Inspector He Lixin'],
    [
      '市残联党组书记、理事长周晓岚',
      "Zhou Xiaolan (Secretary of the Leading Party Members' Group and Chair of the Council)",
    ],
    ['会员、市第二中学教师方慧兰', 'Fang Huilan (Member and Teacher, municipal Second Middle School)'],
  ])('%s', (zh, en) => expect(renderParty(zh, home).en).toBe(en))

  it('names a company, not its kind, where both stand', () => {
    expect(renderParty('爱心企业贵阳市绿野农业发展有限公司', home).en).toMatch(/^Guiyang .*Co\., Ltd\.$/)
  })

  it('have their posts whole where nothing says whose report it is', () => {
    const en = renderParty('省委会专职副主委叶知微', { zh: '', en: '' }).en
    expect(en).toBe('Ye Zhiwei (Full-time Vice-Chairperson, provincial committee)')
  })

  it('names nobody of whom nothing but syllables is known', () => {
    expect(renderParty('大大节省', home).isRaw).toBe(true)
    expect(renderParty('新产品上市', home).isRaw).toBe(true)
  })
})
