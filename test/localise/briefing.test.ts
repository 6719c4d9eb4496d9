import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameNumbers } from '../../src/language/same-numbers.js'
import { localiseBriefing, localiseSummary } from '../../src/localise/index.js'
import { type Briefing, type BriefingFact, type Note, Summary, type Text, zhOnly } from '../../src/model/index.js'
import { factOf, lens, summaryOf } from './build.js'

const sentences = ['募集善款', '捐赠口罩', '派出志愿者', '走访蓝领公寓', '发布快板', '表彰先进集体', '慰问', '']
const units = ['元', '只', '名', '家', '篇', '个', '人次', '吨', '斤', '亩', '户', '次', null]
const invented = fc.record({
  opening: fc.constantFrom(...sentences),
  item: fc.constantFrom('善款', '口罩', '志愿者', '蓝领公寓', '快板书', '先进集体', '困难群众', '琉璃', ''),
  value: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 3_000_000 })),
  unit: fc.constantFrom(...units),
})

const facts = fc.array(invented, { minLength: 1, maxLength: 6 }).map((all) =>
  all.map(({ opening, item, value, unit }, index) =>
    factOf(`${opening}${item}【${value}${unit ?? ''}】。`, {
      id: `f${index + 1}`,
      item,
      value,
      unit,
      category: 'donation',
    }),
  ),
)

function texts(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (value === null || typeof value !== 'object') return []
  const own = 'zh' in value && 'en' in value ? [value as Text] : []
  return [...own, ...Object.values(value).flatMap(texts)]
}

function briefingOf(notes: Note[] = []): Briefing {
  const base = factOf('截至3月1日，全市女企业家捐赠口罩【3万只】。', {
    item: '口罩',
    value: 30000,
    unit: '只',
    actor: '全市女企业家',
    action: '捐赠',
    category: 'donation',
  })
  const fact: BriefingFact = {
    ...base,
    id: 's1f1',
    number: 1,
    organisation: 'o1',
    source: 's1',
    section: zhOnly('情系前线'),
  }
  const entry = {
    facts: ['s1f1'],
    value: 30000,
    upper: null,
    approximation: 'exact' as const,
    sum: false,
    qualifier: zhOnly('全市女企业家 · → 武汉'),
    time: null,
    role: 'single' as const,
  }
  return {
    schemaVersion: 1,
    title: zhOnly(''),
    date: null,
    period: { from: null, to: null, basis: 'unknown' },
    lens: {
      id: lens.id,
      version: 1,
      label: { ...lens.label, enBasis: 'terms' },
      subject: { ...lens.subject, enBasis: 'terms' },
    },
    organisations: [
      {
        ...summaryOf('江陵市妇联', []).organisation,
        id: 'o1',
        sources: ['s1'],
        people: [{ ...zhOnly('欧阳晓月'), role: zhOnly('市妇联党组书记、主席') }],
        documents: [zhOnly('致全市妇女的一封信')],
      },
    ],
    sources: [
      {
        id: 's1',
        organisation: 'o1',
        source: { uri: 'a.txt', mediaType: 'text/plain' },
        title: zhOnly('春到江城'),
        publishedAt: { value: '2020-03-02', basis: 'printed' },
        publisher: null,
        author: null,
        credits: {},
        onSubject: true,
        charactersRead: 1,
        charactersDropped: 0,
        facts: 1,
      },
    ],
    facts: [fact],
    acts: [
      {
        category: 'care',
        organisation: 'o1',
        source: 's1',
        text: zhOnly('看望慰问一线医护人员。'),
        time: null,
        facts: [],
        evidence: { start: 40, end: 50, sentence: '看望慰问一线医护人员。', sentenceStart: 40 },
      },
    ],
    keyFigures: [{ row: 'r1', label: zhOnly('口罩'), unit: zhOnly('只'), organisation: 'o1', entry }],
    lead: [{ text: zhOnly(''), facts: ['s1f1'] }],
    matrix: { categories: [], cells: [] },
    comparison: [
      {
        category: 'donation',
        label: zhOnly('捐赠'),
        rows: [
          {
            id: 'r1',
            measure: null,
            label: zhOnly('口罩'),
            unit: zhOnly('只'),
            family: 'supplies',
            per: null,
            indent: 0,
            cells: [{ organisation: 'o1', entries: [entry] }],
            notes: [],
          },
        ],
      },
    ],
    timeline: [
      {
        organisation: 'o1',
        source: 's1',
        time: { kind: 'on', asOf: '2020-03-02', from: null, basis: 'printed', surface: '' },
        text: zhOnly('看望慰问一线医护人员。'),
        facts: [],
        evidence: { start: 40, end: 50, sentence: '看望慰问一线医护人员。', sentenceStart: 40 },
      },
    ],
    notes,
    gaps: [],
  }
}

describe('a summary in both languages', () => {
  it('leaves no Chinese in English, no empty English, and the same numbers on both sides', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const summary = localiseSummary(summaryOf('江陵市妇联', all), lens)
        for (const { zh, en } of texts(summary)) {
          expect(en).not.toMatch(/\p{Script=Han}/u)
          if (zh !== '') expect(en).not.toBe('')
        }
        for (const { statement } of summary.facts)
          expect(sameNumbers(statement.zh, statement.en), `${statement.zh} ${statement.en}`).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('never changes what it was given', () => {
    const summary = summaryOf('江陵市妇联', [factOf('捐赠口罩【300只】。', { item: '口罩', value: 300, unit: '只' })])
    const before = structuredClone(summary)
    expect(Summary.safeParse(localiseSummary(summary, lens)).success).toBe(true)
    expect(summary).toEqual(before)
  })

  it('supplies a title in brackets where the headline cannot be put into English', () => {
    const { article } = localiseSummary(summaryOf('江陵市妇联', []), lens)
    expect(article.title.en).toBe("[Jiangling Women's Federation: response to COVID-19, February 2020]")
  })

  it('composes a title from terms where they cover all of it', () => {
    const summary = summaryOf('江陵市妇联', [])
    const { article } = localiseSummary(
      { ...summary, article: { ...summary.article, title: zhOnly('助力复工复产 助推脱贫攻坚') } },
      lens,
    )
    expect(article.title.en).toBe('Supporting resumption of work and production; advancing poverty alleviation')
  })
})

describe('a briefing in both languages', () => {
  const briefing = localiseBriefing(briefingOf(), lens)

  it('names everything the reader sees', () => {
    for (const { zh, en } of texts(briefing)) {
      expect(en).not.toMatch(/\p{Script=Han}/u)
      if (zh !== '') expect(en, zh).not.toBe('')
    }
  })

  it('tells the lead with the organisation, the giver and the figure', () => {
    expect(briefing.lead[0]?.text.en).toBe(
      "Jiangling Women's Federation: women entrepreneurs across the city donated 30,000 masks.",
    )
    expect(briefing.lead[0]?.text.zh).toBe('江陵市妇联：全市女企业家捐赠口罩3万只。')
  })

  it('puts each part of a qualifier into English', () => {
    expect(briefing.keyFigures[0]?.entry.qualifier?.en).toBe('women entrepreneurs across the city · → Wuhan')
  })

  it('uses one name for an organisation in names, roles and titles', () => {
    const [organisation] = briefing.organisations
    expect(organisation?.people[0]).toMatchObject({
      en: 'Ouyang Xiaoyue',
      role: { en: "Secretary of the Leading Party Members' Group and Chairperson, Jiangling Women's Federation" },
    })
    expect(briefing.sources[0]?.title.en).toContain(organisation?.en)
  })

  it('tells a deed without a figure, in the timeline as among the acts', () => {
    expect(briefing.acts[0]?.text.en).toBe('Front-line medical workers visited.')
    expect(briefing.timeline[0]?.text.en).toBe('Front-line medical workers visited.')
  })

  it('says a note in both languages from its params', () => {
    const note: Note = {
      severity: 'info',
      code: 'sum-is-ours',
      message: 'x',
      params: { label: '口罩', labelEn: 'Masks', organisation: '江陵市妇联', terms: '3 + 4', total: 7 },
    }
    expect(localiseBriefing(briefingOf([note]), lens).notes[0]?.text).toMatchObject({
      zh: '口罩，江陵市妇联：3 + 4 = 7，为本简报相加所得，来源未载此合计。',
      en: "Masks, Jiangling Women's Federation: 3 + 4 = 7 was added up here; no source states the sum.",
    })
  })

  it('keeps the message of a note whose code it does not know', () => {
    const note: Note = { severity: 'info', code: 'quite-new', message: 'Something new.' }
    expect(localiseBriefing(briefingOf([note]), lens).notes[0]?.text?.en).toBe('Something new.')
  })
})
