import { describe, expect, it } from 'vitest'
import { sameNumbers } from '../../src/language/same-numbers.js'
import { localiseSummary } from '../../src/localise/index.js'
import type { Fact } from '../../src/model/index.js'
import { type FactInput, factOf, lens, summaryOf } from './build.js'

function statement(marked: string, input: FactInput, others: Fact[] = []): { zh: string; en: string } {
  const summary = localiseSummary(summaryOf('江陵市妇联', [factOf(marked, input), ...others]), lens)
  const [fact] = summary.facts
  if (!fact) throw new Error('no fact')
  expect(sameNumbers(fact.statement.zh, fact.statement.en)).toBe(true)
  return fact.statement
}

const table: [string, FactInput, string][] = [
  [
    '活动中共发放宣传手册【500余册】。',
    { item: '宣传手册', value: 500, unit: '册', approximation: 'over' },
    'More than 500 handbooks handed out.',
  ],
  ['先后派出【三名】党员干部。', { item: '党员干部', value: 3, unit: '名' }, 'Three Party member officials sent.'],
  ['选派【1名】医生。', { item: '医生', value: 1, unit: '名' }, 'One doctor sent.'],
  ['捐赠消毒液【8.5吨】。', { item: '消毒液', value: 8.5, unit: '吨' }, '8.5 tonnes of disinfectant donated.'],
  [
    '采购医用手套【2万双】。',
    { item: '医用手套', value: 20000, unit: '双' },
    '20,000 pairs of medical gloves purchased.',
  ],
  ['赠送方便面【40箱】。', { item: '方便面', value: 40, unit: '箱' }, '40 cartons of instant noodles given.'],
  ['收购白菜【3万斤】。', { item: '白菜', value: 30000, unit: '斤' }, '15,000 kg of cabbage bought.'],
  ['帮助销售脐橙【5万斤】。', { item: '脐橙', value: 50000, unit: '斤' }, '25,000 kg of navel oranges helped to sell.'],
  [
    '募集善款【近90万元】。',
    { item: '善款', value: 900000, unit: '元', approximation: 'nearly' },
    'Nearly RMB 900,000 in donations raised.',
  ],
  [
    '拨付专项资金【1.2亿元】。',
    { item: '专项资金', value: 1.2e8, unit: '元' },
    'RMB 120 million in special funds allocated.',
  ],
  ['党员自愿捐款【12.6万元】。', { item: '捐款', value: 126000, unit: '元' }, 'RMB 126,000 donated.'],
  [
    '捐赠价值【30万元】的防疫物资。',
    { item: '防疫物资', value: 300000, unit: '元' },
    'Epidemic prevention supplies valued at RMB 300,000 donated.',
  ],
  [
    '慰问【20多名】环卫工人。',
    { item: '环卫工人', value: 20, unit: '名', approximation: 'over' },
    'More than 20 sanitation workers visited.',
  ],
  ['对【36户】困难家庭进行慰问。', { item: '困难家庭', value: 36, unit: '户' }, '36 families in need visited.'],
  ['发布推文【120篇】，阅读量【】', { item: '推文', value: 120, unit: '篇' }, '120 WeChat posts published.'],
  [
    '组织【25名】巾帼志愿者参与社区防控工作。',
    { item: '巾帼志愿者', value: 25, unit: '名' },
    '25 women volunteers organised for community epidemic prevention and control work.',
  ],
  [
    '派出【2名】专家前往石阡、沿河开展疫情防控督导。',
    { item: '专家', value: 2, unit: '名' },
    'Two experts sent to Shiqian and Yanhe for epidemic control inspections.',
  ],
  [
    '市妇联走访慰问一线医务人员家属【38户】。',
    { item: '市妇联走访慰问一线医务人员家属', value: 38, unit: '户' },
    'The Federation visited 38 front-line medical worker families.',
  ],
  ['省委会组织专家赴【26家】企业开展调研。', { item: '企业', value: 26, unit: '家' }, '26 enterprises visited.'],
  [
    '成立款物接收、物资调配、监督检查【4个】工作组。',
    { item: '工作组', value: 4, unit: '个' },
    'Four working groups set up.',
  ],
  ['又先后【3次】印发通知。', { item: '先后', value: 3, unit: '次' }, 'Three notices issued.'],
  ['免费发放【1.5万册】。', { item: '免费', value: 15000, unit: '册' }, '15,000 copies handed out.'],
  [
    '阅读次数达【21.3万次】。',
    { item: '座谈会', value: 213000, unit: '次', measure: 'meetings' },
    'Published items read 213,000 times in all.',
  ],
  [
    '宣传【88名】一线职工先进事迹。',
    { item: '一线职工', value: 88, unit: '名', action: '宣传' },
    'The deeds of 88 front-line employees publicised.',
  ],
  [
    '走访一线职工【4.2万人次】。',
    { item: '一线职工', value: 42000, unit: '人次' },
    'Front-line employees visited 42,000 times in all.',
  ],
  ['组织【30名】劳模联名捐款。', { item: '市劳模协会', value: 30, unit: '名' }, '30 model workers organised.'],
  [
    '【226名】医务工作者奋战在救治一线。',
    { item: '医务工作者', value: 226, unit: '名' },
    '226 medical workers worked on the treatment front line.',
  ],
  [
    '全市各级工会投入专项资金1350万元，其中县（区）总工会【530万元】。',
    { item: '总工会', value: 5300000, unit: '元', role: 'part', partOf: 'f0' },
    'RMB 5.3 million committed by federations of trade unions.',
  ],
  ['种植玉米【3000亩】。', { item: '玉米', value: 3000, unit: '亩' }, '3,000 mu (200 ha) of maize planted.'],
  [
    '日产口罩【10万只】。',
    { item: '口罩', value: 100000, unit: '只', per: '天' },
    'The Federation: 100,000 masks per day.',
  ],
  [
    '【5篇】建议被省政协采用。',
    { item: '建议', value: 5, unit: '篇', measure: 'proposals.adopted' },
    'Five proposals adopted by the provincial committee of the CPPCC.',
  ],
  [
    '【2篇】建议被上报全国政协。',
    { item: '建议', value: 2, unit: '篇' },
    'Two proposals submitted to the National Committee of the CPPCC.',
  ],
  [
    '【1篇】建议被国家领导人批示。',
    { item: '建议', value: 1, unit: '篇' },
    'One proposal received written instructions from a state leader.',
  ],
  [
    '企业复工率【达到92%】。',
    { item: '复工率', value: 92, unit: '%', measure: 'share' },
    'Work resumption rate of enterprises: 92%.',
  ],
  [
    '医护人员【1—2名】。',
    { item: '医护人员', value: 1, upper: 2, unit: '名', approximation: 'range' },
    'The Federation: one to two medical workers.',
  ],
  ['召开视频会议【4次】。', { item: '视频会议', value: 4, unit: '次' }, 'Four video meetings held.'],
  [
    '口罩、护目镜等物资【折合26万元】。',
    { item: '物资', value: 260000, unit: '元' },
    'The Federation: supplies (masks and goggles) valued at RMB 260,000.',
  ],
  [
    '表彰【12个】抗疫工作先进集体。',
    { item: '抗疫工作先进集体', value: 12, unit: '个' },
    '12 groups commended for epidemic response work.',
  ],
  [
    '【40名】医务人员驰援湖北。',
    { item: '医务人员', value: 40, unit: '名' },
    '40 medical workers went to the aid of Hubei.',
  ],
]

describe('statements', () => {
  it.each(table)('%s', (marked, input, english) => {
    expect(statement(marked, input).en).toBe(english)
  })

  it('names who did it, for whom and as of when', () => {
    const told = statement('截至3月5日，全市女企业家向武汉捐赠口罩【3万只】。', {
      item: '口罩',
      value: 30000,
      unit: '只',
      actor: '全市女企业家',
      recipient: '武汉',
      action: '捐赠',
      time: { kind: 'asOf', asOf: '2020-03-05', from: null, basis: 'inferred', surface: '截至3月5日' },
    })
    expect(told.en).toBe('Women entrepreneurs across the city donated 30,000 masks to Wuhan, as of 5 March [2020].')
    expect(told.zh).toBe('截至[2020]年3月5日，全市女企业家向武汉捐赠口罩3万只。')
  })

  it('tells a total with the parts that make it up', () => {
    const sentence = '募集款物近50万元，其中捐赠现金30万元，物资折合19.5万元。'
    const part = (surface: string, input: FactInput): Fact =>
      factOf(sentence.replace(surface, `【${surface}】`), { ...input, role: 'part', partOf: 'f1', action: '捐赠' })
    const parts = [
      part('30万元', { id: 'f2', item: '现金', value: 300000, unit: '元' }),
      part('19.5万元', { id: 'f3', item: '物资', value: 195000, unit: '元' }),
    ]
    const total: FactInput = {
      item: '款物',
      value: 500000,
      unit: '元',
      approximation: 'nearly',
      role: 'total',
      measure: 'money.total',
      action: '募集',
    }
    const told = statement(sentence.replace('近50万元', '【近50万元】'), total, parts)
    expect(told.en).toBe(
      'Nearly RMB 500,000 raised in cash and supplies: RMB 300,000 in cash and supplies valued at RMB 195,000.',
    )
    expect(told.zh).toBe('募集款物近50万元，其中现金30万元、物资折合19.5万元。')
  })

  it('says only `including` where the parts leave something over', () => {
    const sentence = '表彰干部50名，其中医生12名。'
    const part = factOf(sentence.replace('12名', '【12名】'), {
      id: 'f2',
      item: '医生',
      value: 12,
      unit: '名',
      role: 'part',
      partOf: 'f1',
    })
    const told = statement(
      sentence.replace('50名', '【50名】'),
      { item: '干部', value: 50, unit: '名', role: 'total' },
      [part],
    )
    expect(told.en).toBe('50 officials commended, including 12 doctors.')
  })

  it('leaves slogans out', () => {
    const told = statement('众志成城、共克时艰，铸就铜墙铁壁，发放口罩【900只】。', {
      item: '口罩',
      value: 900,
      unit: '只',
    })
    expect(told.en).toBe('900 masks handed out.')
  })

  it('marks a noun that it has no English for as Chinese, and never prints it as English', () => {
    const told = localiseSummary(
      summaryOf('', [factOf('赠送【30个】蹴鞠。', { item: '蹴鞠', value: 30, unit: '个' })]),
      lens,
    )
    expect(told.facts[0]?.statement).toEqual({ zh: '赠送30个蹴鞠。', en: '30 “cu ju” given.', enBasis: 'pinyin' })
  })

  it('keeps the head noun where only a modifier is unknown', () => {
    expect(statement('查访【7家】蓝领公寓。', { item: '蓝领公寓', value: 7, unit: '家' }).en).toBe(
      'Seven apartment buildings checked.',
    )
  })

  it('gives the home organisation one name, short or long', () => {
    const told = statement('市妇联向省妇联报送信息【6条】。', {
      item: '信息',
      value: 6,
      unit: '条',
      recipient: '省妇联',
      actor: '市妇联',
      action: '报送',
    })
    expect(told.en).toBe("Six news items submitted to the provincial Women's Federation.")
  })
})
