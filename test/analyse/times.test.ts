import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { article } from './article.js'

const lens = await loadLens('public-response', process.cwd())
const summary = (text: string, published: string | null = '2021-03-18') =>
  analyse(article(text, { publishedAt: { value: published, basis: published ? 'printed' : 'unknown' } }), lens)
const times = (text: string, published?: string | null) =>
  summary(text, published).facts.map(({ time }) =>
    time === null ? null : `${time.kind} ${time.from === null ? '' : `${time.from}..`}${time.asOf}`,
  )

describe('times told from the day of publication', () => {
  it.each([
    ['昨天，县红十字会接收棉被500床。', ['on 2021-03-17']],
    ['前天下午，支部送去牛奶40箱。', ['on 2021-03-16']],
    ['上周五，工会慰问环卫工人90名。', ['on 2021-03-12']],
    ['上周，法院审结案件45件。', ['span 2021-03-08..2021-03-14']],
    ['上月底，银行发放贷款3亿元，本月投放2亿元。', ['span 2021-02-01..2021-02-28', 'span 2021-03-01..2021-03-18']],
    ['去年，全村培训农民300名。', ['span 2020-01-01..2020-12-31']],
    ['去年12月，慰问职工60名；今年1月，慰问80名。', ['span 2020-12-01..2020-12-31', 'span 2021-01-01..2021-01-31']],
    ['今年以来，已有300名志愿者报名。', ['since 2021-01-01..2021-03-18']],
    ['2月下旬以来，走访企业43家。', ['since 2021-02-21..2021-03-18']],
    ['自1月24日起，下沉干部120名。', ['since 2021-01-24..2021-03-18']],
    ['截至目前，累计捐款66万元。', ['asOf 2021-03-18']],
    [
      '2020年，全区受理案件90件，审结80件；发放司法救助金3万元。',
      ['span 2020-01-01..2020-12-31', 'span 2020-01-01..2020-12-31', 'span 2020-01-01..2020-12-31'],
    ],
    ['2020年全市献血3万人次，献血量10吨。', ['span 2020-01-01..2020-12-31', 'span 2020-01-01..2020-12-31']],
    ['2021年，新建书屋12间。', ['span 2021-01-01..2021-03-18']],
    ['收入从2015年的2万元增加到2020年的9万元。', ['span 2015-01-01..2015-12-31', 'span 2020-01-01..2020-12-31']],
    ['截至2020年末，会员达3400名。', ['asOf 2020-12-31']],
    ['2018—2020年，投入资金300万元。', ['span 2018-01-01..2020-12-31']],
    ['2018年以来，培训村医500名。', ['since 2018-01-01..2021-03-18']],
    ['一季度，受理案件450件。', ['span 2021-01-01..2021-03-18']],
    ['1至2月，受理案件600件。', ['span 2021-01-01..2021-02-28']],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  it('are marked inferred and said so', () => {
    const { facts, notes } = summary('昨天，县红十字会接收棉被500床。')
    expect(facts[0]?.time).toMatchObject({ basis: 'inferred', surface: '昨天' })
    expect(notes).toContainEqual(expect.objectContaining({ code: 'time-inferred', params: { words: '昨天' } }))
    expect(notes.map(({ code }) => code)).not.toContain('year-inferred')
  })

  it('are not told where no day of publication is known', () => {
    expect(times('昨天，县红十字会接收棉被500床。', null)).toEqual([null])
  })
})

describe('festivals', () => {
  it.each([
    ['除夕夜，12名护士出发；正月初三，又有8名前往。', ['on 2021-02-11', 'on 2021-02-14']],
    ['腊月廿九，民警救助群众30人。', ['on 2021-02-10']],
    ['春节期间，志愿者服务群众3000人次。', ['span 2021-02-11..2021-02-17']],
    ['工会春节期间向坚守岗位的26名职工送去慰问品。', ['span 2021-02-11..2021-02-17']],
    ['元宵节当天，社区送出汤圆500份。', ['on 2021-02-26']],
    ['除夕至2月14日，药厂生产药品82万盒。', ['span 2021-02-11..2021-02-14']],
    // not yet come this year: last year's is meant
    ['清明节当天，接待群众2000人次，次日接待800人次。', ['on 2020-04-04', 'on 2020-04-05']],
    ['2019年中秋节，慰问老人60名。', ['on 2019-09-13']],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })
})

describe('words that tell no day', () => {
  it.each([
    ['近日，市妇联表彰20个先进集体。', [null]],
    ['截至2月20日，共募集资金30万元。近日，又收到捐款5万元。', ['asOf 2021-02-20', null]],
    ['“三八”国际妇女节前夕，慰问女医生12名。', [null]],
    ['产量较去年同期增长10%，今年计划造林12万亩。', [null, null]],
    ['目前年产棉被2万床。', [null]],
    ['平台于2019年3月5日上线，目前服务农户300户。', [null]],
    ['公司成立于2003年，有员工300人。', [null]],
    ['2018年成立的合作社有社员120户。', [null]],
    ['《2020年工作要点》提出资助学生30名。', [null]],
    ['2020年东京奥运会期间，慰问运动员30名。', [null]],
    ['2019年同期，捐款3万元。', [null]],
    ['工会对春节期间坚守岗位的26名职工予以慰问。', [null]],
    ['复工当日，客流达到3万人次。', [null]],
  ])('%s', (text, expected) => {
    expect(times(text)).toEqual(expected)
  })

  it('takes the year of the text from its title, or from a quarter that prints it', () => {
    const read = (title: string, text: string) =>
      analyse(
        article(text, {
          title: { zh: title, en: '', enBasis: 'none' },
          publishedAt: { value: null, basis: 'unknown' },
        }),
        lens,
      ).facts.map(({ time }) => time?.asOf)
    expect(read('2019年社会服务综述', '4月12日，慰问老人30名。')).toEqual(['2019-04-12'])
    expect(read('服务综述', '2019年二季度，慰问老人20名。6月3日，又慰问30名。')).toEqual(['2019-06-30', '2019-06-03'])
  })

  it('leaves 当天 with the day told before it', () => {
    expect(times('3月2日，公司捐款80万元。当天，又捐出手套2万双。')).toEqual(['on 2021-03-02', 'on 2021-03-02'])
  })
})

describe('a second half without its year', () => {
  it.each([
    ['2024-09-20', ['span 2024-07-01..2024-09-20']],
    ['2024-02-20', ['span 2023-07-01..2023-12-31']],
    // Of what is to come, no day is told.
    ['2024-07-08', [null]],
    ['2024-05-08', [null]],
  ])('told on %s', (published, expected) => {
    expect(times('下半年，培训村医200名。', published)).toEqual(expected)
  })
})

describe('the subject of the lens', () => {
  it('is that of an article only where a cue of it stands there', () => {
    expect(summary('疫情期间，捐赠图书300册。').onSubject).toBe(true)
    expect(summary('开学前，捐赠图书300册。').onSubject).toBe(false)
  })
})
