import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { article } from '../analyse/article.js'

const lens = await loadLens('public-response', process.cwd())

describe('what only looks like a figure', () => {
  it.each([
    '第11批医疗队已经启程。',
    '全省启动一级响应。',
    '市第三医院设有发热门诊。',
    '居民可拨打12345热线反映。',
    '车间购入N95口罩生产线，开通5G网络。',
    '地址是柳荫路511弄3号楼。',
    '咨询电话：0591-87654321，手机13800138000。',
    '依据闽防控〔2020〕17号文件执行。',
    '一名党员就是一面旗帜。',
    '为千家万户筑牢防线，一方有难八方支援。',
    '一是加强领导。二是压实责任。',
    '1.加强值守；2.畅通信息。',
    '会议于上午9:30召开，16时结束。',
    '2021年3月5日，专班成立。',
    '现年58岁的老林报了名。',
    '24小时值班，每天两次消毒。',
    '做到三个“到位”，人人心中有数。',
    '成千上万的群众走上街头，成百上千的志愿者赶来。',
    '老人们打起八段锦，铺上A4纸，戴好KN95口罩。',
    '校园二期、三期工程先后开工。',
    '党的十九届五中全会闭幕，2020届毕业生离校。',
    '某股(108.2, 3.1, 2.95%)收盘走高。',
    '含量子800根据新的方法设计。',
    '本报记者 沪ICP备12345678号',
    '落实三项措施，把好四道关口。',
    '数万群众守望相助，几十个夜晚灯火通明。',
    '一箱箱物资、一车车蔬菜送到社区。',
    '推行一人一档、一户一策。',
    '3天后开工。',
  ])('finds no figure in %s', (text) => {
    expect(analyse(article(text), lens).facts.map(({ quantity }) => quantity.surface)).toEqual([])
  })

  it.each([
    ['第11批队员带去120张床位', '120张'],
    ['12345热线受理来电3200个', '3200个'],
    ['2021年募集善款45万元', '45万元'],
    ['N95口罩6000只已经发出', '6000只'],
    ['一级响应期间收治患者88例', '88例'],
  ])('still finds the figure beside it in %s', (text, surface) => {
    expect(analyse(article(`${text}。`), lens).facts.map(({ quantity }) => quantity.surface)).toEqual([surface])
  })
})
