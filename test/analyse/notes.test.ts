import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { article } from './article.js'

const lens = await loadLens('public-response', process.cwd())
const notes = (text: string, more = {}) => analyse(article(text, more), lens).notes
const note = (code: string, text: string, more = {}) => notes(text, more).find((each) => each.code === code)

describe('what a reader should know', () => {
  it('says that a date is damaged and how it was read', () => {
    expect(note('damaged-date', '215日至428日，推送文章36篇。')).toMatchObject({
      severity: 'warning',
      start: 0,
      end: 9,
      params: { surface: '215日至428日', reading: '2月15日至4月28日' },
    })
  })

  it('says that a unit was lost', () => {
    expect(note('unit-lost', '共报送各类意见建议27，开展座谈3场。')).toMatchObject({
      params: { surface: '27', item: '意见建议' },
    })
  })

  it('says that parts agree with an approximate total', () => {
    const text = '募集款物近50万元，其中捐赠现金301200元，物资折合195000元。'
    expect(note('parts-add-up', text)).toMatchObject({ severity: 'info', params: { total: 500000, sum: 496200 } })
  })

  it('says that parts come to more than their total, and nothing where they may not be all of it', () => {
    expect(note('parts-differ', '发放口罩900只，其中医院600只，学校400只。')).toMatchObject({
      params: { total: 900, sum: 1000 },
    })
    expect(notes('发放口罩900只，其中医院200只，学校100只。').map(({ code }) => code)).not.toContain('parts-differ')
  })

  it('compares the number of measures announced with the sections', () => {
    const text = '三措并举守护家园。\n筑牢防线\n发放口罩200只。\n宣传到户\n张贴海报30张。'
    const sections = ['筑牢防线', '宣传到户'].map((zh) => ({
      heading: { zh, en: '', enBasis: 'none' as const },
      start: text.indexOf(zh),
      end: text.indexOf(zh) + 13,
    }))
    expect(note('count-announced', text, { sections })).toMatchObject({
      severity: 'warning',
      params: { announced: 3, found: 2 },
    })
  })

  it('points at a sum of money that may have lost its decimal point', () => {
    const text = '会员捐款18321.55万元，企业捐款60万元，社区捐款12万元。'
    expect(note('implausible-jump', text)).toMatchObject({ params: { surface: '18321.55万元', other: '60万元' } })
    expect(notes('会员捐款1200万元，企业捐款60万元，社区捐款12万元。').map(({ code }) => code)).not.toContain(
      'implausible-jump',
    )
  })

  it('says that one total has two values for a day, or falls', () => {
    expect(note('value-conflict', '截至3月5日，共募集款物126万元。截至3月5日，共募集款物128万元。')).toMatchObject({
      severity: 'warning',
      params: { item: '款物', first: '126万元', second: '128万元' },
    })
    expect(note('total-falls', '截至3月1日，累计捐款62万元。截至3月9日，累计捐款26万元。')).toMatchObject({
      params: { first: '62万元', day: '2021-03-01', second: '26万元', later: '2021-03-09' },
    })
    expect(note('total-falls', '截至3月1日，累计捐款62万元。截至3月9日，累计捐款96万元。')).toBeUndefined()
    expect(note('total-falls', '截至3月1日，累计确诊病例62例。截至3月9日，现有确诊病例26例。')).toBeUndefined()
  })

  it('does not hold a loan against gifts', () => {
    const text = '银行发放贷款12500万元，企业捐款60万元，职工捐款20万元。'
    expect(note('implausible-jump', text)).toBeUndefined()
  })

  it('says that there is no figure, no date and no organisation', () => {
    const codes = notes('大家都很努力。', {
      title: { zh: '众志成城', en: '', enBasis: 'none' },
      publishedAt: { value: null, basis: 'unknown' },
    }).map(({ code }) => code)
    expect(codes).toEqual(['publication-date-missing', 'organisation-unknown', 'no-facts'])
  })
})

describe('who is named', () => {
  it('names the organisation of the title, its kind and place', () => {
    const { organisation } = analyse(article('县红十字会捐赠口罩10箱。'), lens)
    expect(organisation).toMatchObject({ zh: '临江县红十字会', kind: 'charity', place: { zh: '临江县' } })
  })

  it('names persons with what they are, and not reporters', () => {
    const { people } = analyse(article('县妇联主席欧阳慧说，队员林小满带头值守。记者王大伟报道。'), lens)
    expect(people.map(({ zh, role }) => [zh, role?.zh])).toEqual([
      ['欧阳慧', '县妇联主席'],
      ['林小满', '队员'],
    ])
  })

  it('does not take the verb after a name for part of it', () => {
    const { people } = analyse(article('队员卓敏收到家书3封。'), lens)
    expect(people.map(({ zh }) => zh)).toEqual(['卓敏'])
  })

  it('lists documents once', () => {
    const { documents } = analyse(article('发布《致全县家庭的一封信》，转发《致全县家庭的一封信》。'), lens)
    expect(documents.map(({ zh }) => zh)).toEqual(['致全县家庭的一封信'])
  })
})
