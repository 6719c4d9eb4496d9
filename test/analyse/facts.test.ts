import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { Summary } from '../../src/model/index.js'
import { article } from './article.js'

const lens = await loadLens('public-response', process.cwd())
const facts = (text: string) => analyse(article(text), lens).facts
const counted = (text: string) =>
  facts(text).map(({ quantity, item }) => `${quantity.value}${quantity.unit ?? ''} ${item.zh}`)

describe('what is counted', () => {
  it.each([
    ['派出6名护士前往山区支援。', ['6名 护士']],
    ['捐赠棉被300床、雨靴120双、现金8万元。', ['300床 棉被', '120双 雨靴', '80000元 现金']],
    ['组织5名教师、22名学生清扫街道。', ['5名 教师', '22名 学生']],
    ['共筹款56.5万元。', ['565000元 筹款']],
    ['发布科普短视频40余条，播放量31万次。', ['40条 科普短视频', '310000次 播放量']],
    ['收到17名来自各乡镇的退休医生的请战书。', ['17名 退休医生']],
    ['价值9.6万元的生活物资运抵。', ['96000元 生活物资']],
    ['三家企业被列入名单，其中两家被评为标杆。', ['3家 企业', '2家 企业']],
    ['口罩、护目镜产量分别增至2.5倍、3倍。', ['2.5倍 口罩', '3倍 护目镜']],
    ['复工率已超过85%。', ['85% 复工率']],
    ['返还养老保险费总额的40%。', ['40% 养老保险费总额']],
    ['小额贷款综合成本较2018年下降30个基点。', ['30个基点 小额贷款综合成本']],
    ['全年营业收入2600万元，同比增长8.5%。', ['26000000元 营业收入', '8.5% 营业收入']],
    ['印染厂产能已恢复至正常水平的七成。', ['7成 印染厂产能']],
    ['给予不超过15万元的一次性奖补。', ['150000元 一次性奖补']],
    ['给予20%的补助，最高不超过60万元。', ['20% 补助', '600000元 补助']],
    ['对单户担保金额300万元以下的小店，费率降至1%以内。', ['3000000元 单户担保金额', '1% 费率']],
    ['请来30余位内科、骨科、中医科等医师。', ['30位 医师']],
    ['农场种植小麦2万亩，已收割约8000亩，剩余1.2万亩。', ['20000亩 小麦', '8000亩 小麦', '12000亩 小麦']],
    ['安排了6架次加班飞机。', ['6架次 加班飞机']],
    ['八成商铺已经开门。', ['8成 商铺']],
    ['贷款利率3.5%，较上年平均水平低40个基点。', ['3.5% 贷款利率', '40个基点 贷款利率']],
    ['深入全县6家加工药材和口罩的工厂了解情况。', ['6家 工厂']],
    ['医院共有36名从外科、骨科和儿科抽调的护士。', ['36名 护士']],
    ['全县农业企业开工复产合计76家。', ['76家 全县农业企业']],
    ['银行在市场上发行20亿元三年期绿色债券。', ['2000000000元 三年期绿色债券']],
    ['减免三项费用（以下简称“三项费用”），缴纳三项费用的企业共80家。', ['80家 企业']],
  ])('%s', (text, expected) => {
    const found = counted(text)
    expect(found).toEqual(expected)
  })

  it('carries the noun over to numbers that have none', () => {
    expect(counted('报送建议12篇，其中3篇被省政协采用，2篇被市委批示。')).toEqual(['12篇 建议', '3篇 建议', '2篇 建议'])
  })

  it('knows what a rate is per', () => {
    const per = (text: string) => facts(text).map(({ quantity }) => quantity.per)
    expect(per('工厂日产防护服2000套。')).toEqual(['天'])
    expect(per('口罩每只2元。')).toEqual(['只'])
    expect(per('白菜售价3元/斤。')).toEqual(['斤'])
    expect(per('共发放口罩5000只。')).toEqual([null])
  })

  it('finds measure and category by the lens and keeps a figure that is outside it', () => {
    const [mask, boats] = facts('县红十字会捐赠医用外科口罩5000只。渔民新造木船12艘。')
    expect(mask).toMatchObject({ measure: 'mask.surgical', category: 'donation', action: '捐赠' })
    expect(boats).toMatchObject({ measure: null, quantity: { value: 12, unit: '艘' } })
  })

  it('names who did it and to whom only where the sentence says so', () => {
    const [given] = facts('县妇联向临江县人民医院捐赠护目镜80副。')
    expect(given).toMatchObject({ actor: { zh: '县妇联' }, recipient: { zh: '临江县人民医院' } })
    const [adopted] = facts('2篇被省政协办公厅采用。')
    expect(adopted?.actor?.zh).toBe('省政协办公厅')
    expect(facts('发放口罩900只。')[0]).toMatchObject({ actor: null, recipient: null })
  })
})

describe('who did it', () => {
  const actors = (text: string) => facts(text).map(({ actor }) => actor?.zh ?? null)
  it('is whoever was set in motion, for all that follows', () => {
    expect(
      actors('截至3月2日，先后联系8名海外侨商及其社团募集并捐赠护目镜3000副、现金12万元，总价值达80万元。'),
    ).toEqual([null, '海外侨商及其社团', '海外侨商及其社团', '海外侨商及其社团'])
  })

  it.each([
    ['其中泰国侨领林海生捐赠8万只口罩。', ['泰国侨领林海生']],
    ['全县妇联系统及女企业家募集物资近30万元。', ['全县妇联系统及女企业家']],
    ['将机关干部3.5万元捐赠给山区小学。', ['机关干部']],
    ['企业捐款60万元，职工捐款20万元。', ['企业', '职工']],
    ['收到捐款1200万元，其中县总工会530万元、市供电公司670万元。', [null, '县总工会', '市供电公司']],
    ['县领导分别率队赴9家企业调研。', ['县领导']],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual(expected)
  })

  it('is nobody who was only called upon, and no place of use', () => {
    expect(actors('号召全县青年团员深入一线，组织了6名团干部值守。')).toEqual([null])
    expect(actors('捐赠口罩500只用于医院防护。')).toEqual([null])
    expect(actors('书记带头组织单位3名干部、5名会计献血。')).toEqual([null, null])
  })
})

describe('measures', () => {
  const measures = (text: string) => facts(text).map(({ measure }) => measure)
  it('take their cue from the clause of the figure', () => {
    expect(measures('走访企业26家，帮助18家企业招工。')).toEqual(['enterprises.visited', 'enterprises'])
    expect(measures('提交建议40篇，其中5篇被省政协采用，另有6分别被市委采用。')).toEqual([
      'proposals',
      'proposals.adopted',
      'proposals.adopted',
    ])
    expect(measures('派出护士12名，慰问一线护士30名。')).toEqual(['medics', 'people.visited'])
  })

  it('are those of the total for what stands under a giver', () => {
    expect(measures('收到捐款1200万元，其中县总工会530万元、市供电公司670万元。')).toEqual([
      'money.cash',
      'money.cash',
      'money.cash',
    ])
    expect(measures('捐赠物资折合人民币20万元。')).toEqual(['money.supplies'])
    expect(measures('阅读人数近3万人。')).toEqual(['readers'])
  })
})

describe('totals and parts', () => {
  it('links parts after 其中 to their total', () => {
    const [total, cash, goods] = facts('募集款物约50万元，其中现金30万元，物资折价19万元。')
    expect(total).toMatchObject({ role: 'total', partOf: null })
    expect(cash).toMatchObject({ role: 'part', partOf: total?.id })
    expect(goods).toMatchObject({ role: 'part', partOf: total?.id })
  })

  it('takes goods in brackets for parts of the value before them', () => {
    const [total, ...parts] = facts('捐出价值12万元的物资（含口罩4000只、酒精300瓶）。')
    expect(total?.role).toBe('total')
    expect(parts.map(({ role, partOf }) => [role, partOf])).toEqual([
      ['part', total?.id],
      ['part', total?.id],
    ])
  })

  it('never takes a figure of another unit after 其中 for a part', () => {
    expect(facts('派出80人，其中车辆12辆。').map(({ role }) => role)).toEqual(['single', 'single'])
  })

  it('points a repeated figure to its first occurrence', () => {
    const [first, second] = facts('累计发放口罩36万只。据介绍，这36万只口罩来自三个仓库。')
    expect(first?.repeats).toBeNull()
    expect(second?.repeats).toBe(first?.id)
  })
})

describe('times', () => {
  it('lets 截至 hold for the sentences after it and says that the year was inferred', () => {
    const [first, second] = facts('截至3月18日，收到捐款5万元。发放口罩2000只。')
    expect(first?.time).toMatchObject({ kind: 'asOf', asOf: '2021-03-18', basis: 'inferred' })
    expect(second?.time).toMatchObject({ kind: 'asOf', asOf: '2021-03-18' })
  })

  it('lets no span hold for what happened lately', () => {
    const [, second] = facts('2月1日至3月2日，巡查80次。近日，又购置设备12台。')
    expect(second?.time).toBeNull()
  })

  it('takes a month after that of publication for one of the year before', () => {
    expect(facts('12月30日，送去大米40袋。')[0]?.time?.asOf).toBe('2020-12-30')
  })

  it('dates a span and keeps a printed year', () => {
    const [fact] = facts('2021年2月1日至15日，推送文章36篇。')
    expect(fact?.time).toMatchObject({ kind: 'span', from: '2021-02-01', asOf: '2021-02-15' })
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '捐赠口罩5万只',
    '，',
    '。',
    '其中',
    '共',
    '（含',
    '）',
    '《',
    '》',
    '“',
    '”',
    '第3批',
    '3—5名',
    '百分之',
    '截至2月',
    '\n',
    ' ',
    '𠮷',
    '万',
    '余',
    '1',
    '的',
    '分别',
    '1234日至',
    '+',
    '-',
  )
  it('never throws, and every span slices to its surface', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const summary = Summary.parse(analyse(article(text), lens))
          for (const { evidence, quantity } of summary.facts) {
            expect(text.slice(evidence.start, evidence.end)).toBe(quantity.surface)
            expect(text.startsWith(evidence.sentence, evidence.sentenceStart)).toBe(true)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('takes time linear in the text', () => {
    const sentence = '县妇联向山区小学捐赠口罩5000只、手套300双，其中现金2万元（含“爱心包”20个）；'
    // Processor time, the least of some runs: what else the machine does only ever adds.
    const time = (text: string, runs: number): number =>
      Math.min(
        ...Array.from({ length: runs }, () => {
          const start = process.cpuUsage()
          analyse(article(text), lens)
          return process.cpuUsage(start).user / 1000
        }),
      )
    for (const unit of [
      sentence,
      '“',
      '（含1',
      '1',
      '一',
      '的',
      '其中',
      '第1、',
      '1月1日至',
      '捐赠5元的',
      '《',
      '在',
      // patterns that could divide a run of words in many ways take minutes for one such clause
      `合计${'各级各部门的干部职工和群众'.repeat(5)}、口罩3只。`,
    ]) {
      const short = Math.max(time(unit.repeat(Math.ceil(5_000 / unit.length)), 2), 20)
      // ten times the text: were it quadratic, a hundred times the time
      expect(time(unit.repeat(Math.ceil(50_000 / unit.length)), 2), unit).toBeLessThan(40 * short)
    }
  })
})
