import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/compose/index.js'
import { attachmentsOf } from '../../src/export/index.js'
import { digits } from '../../src/language/render.js'
import type { Briefing, Document, Language } from '../../src/model/index.js'
import { Document as DocumentSchema } from '../../src/model/index.js'
import { resourcePath } from '../../src/resources.js'
import { sampleBriefing } from '../fixtures/briefings/build.js'
import { attribute, type Element, type Page, readPage, textOf, within } from './page.js'

const template = resourcePath('templates', 'briefing')

async function make(
  briefing: Briefing,
  languages: Language[] = ['zh', 'en'],
): Promise<{ document: Document; page: Page }> {
  const { value } = await compose(briefing, { template, languages, attachments: attachmentsOf(briefing) })
  return { document: DocumentSchema.parse(value), page: readPage(value.html) }
}

/** The cell of the sentence that a figure of the evidence stands beside. */
function sentenceBeside(proof: Element): Element {
  const row = (proof.parentNode as Element | null)?.parentNode as Element
  const [cell] = within(row).filter((element) => attribute(element, 'class') === 'sentence')
  return within(cell ?? proof).find(({ tagName }) => tagName === 'span') ?? proof
}

/** Its text without the numbers of the evidence. */
function unnumbered(element: Element): string {
  return element.childNodes.map((node) => ('tagName' in node && node.tagName === 'sup' ? '' : textOf(node))).join('')
}

describe('a briefing of two organisations', () => {
  const briefing = sampleBriefing(2)
  let document: Document
  let page: Page
  beforeAll(async () => {
    ;({ document, page } = await make(briefing))
  })

  it('shows every figure of the model in both languages, with its sentence', () => {
    for (const fact of briefing.facts) {
      const proof = page.byId(`e${fact.number}`)
      const text = textOf(proof)
      const sentence = sentenceBeside(proof)
      expect(unnumbered(sentence)).toBe(fact.evidence.sentence)
      expect(text).toContain(
        fact.quantity.upper === null ? digits(fact.quantity.value) : `${fact.quantity.value}–${fact.quantity.upper}`,
      )
      expect(text).toContain(fact.statement.en)
      expect(textOf(sentence)).toContain(`${fact.quantity.surface}${fact.number}`)
      const marks = within(sentence).filter(({ tagName }) => tagName === 'mark')
      expect(marks.map(textOf)).toContain(fact.quantity.surface)
    }
  })

  it('links every figure to its evidence, and the evidence back to every place that uses it', () => {
    for (const fact of briefing.facts) {
      const uses = page.elements.filter((element) => attribute(element, 'id')?.startsWith(`u${fact.number}-`))
      expect(uses.length, fact.id).toBeGreaterThanOrEqual(2)
      for (const use of uses) expect(attribute(use, 'href')).toBe(`#e${fact.number}`)
      const back = within(page.byId(`e${fact.number}`)).flatMap((element) => attribute(element, 'href') ?? [])
      expect(back.sort()).toEqual(uses.map((use) => `#${attribute(use, 'id')}`).sort())
    }
  })

  it('has no link that leads nowhere, and no id twice', () => {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const element of page.elements) {
      const href = attribute(element, 'href')
      if (href?.startsWith('#')) expect(page.ids, href).toContain(href.slice(1))
    }
    for (const anchor of [...document.expectations.anchors, ...document.contents]) expect(page.ids).toContain(anchor)
  })

  it('writes — for what was not reported, never 0 and never null', () => {
    const table = page.elements.find(
      (element) => element.tagName === 'section' && attribute(element, 'class')?.startsWith('comparison'),
    )
    const empty = briefing.comparison.flatMap(({ rows }) =>
      rows
        .filter(({ id }) => page.byId(`row-${id}`).tagName === 'th')
        .flatMap(({ cells }) => cells.filter(({ entries }) => !entries.length)),
    )
    expect(empty.length).toBeGreaterThan(0)
    const dashes = within(table ?? page.byId('comparison')).filter(
      (element) => attribute(element, 'class') === 'nothing',
    )
    expect(dashes.map(textOf)).toEqual(empty.map(() => '—'))
    expect(page.text).not.toMatch(/null|undefined|NaN|\[object/)
  })

  it('sets a sentence once, with all its figures beside it', async () => {
    const [first, second] = briefing.facts
    if (!first || !second) throw new Error('the sample has two facts')
    const { sentence, sentenceStart } = first.evidence
    const end = Math.min(first.evidence.end + 2, sentenceStart + sentence.length)
    const same = { ...second, source: first.source, evidence: { ...first.evidence, start: first.evidence.end, end } }
    const twice = { ...briefing, facts: briefing.facts.map((fact) => (fact.id === second.id ? same : fact)) }
    const { page } = await make(twice)
    const sentences = page.elements.filter(
      (element) => attribute(element, 'class') === 'sentence' && element.tagName === 'td',
    )
    const different = new Set(twice.facts.map(({ source, evidence }) => `${source} ${evidence.sentenceStart}`))
    expect(sentences.length).toBe(different.size)
    expect(sentences.length).toBeLessThan(twice.facts.length)
    expect(sentenceBeside(page.byId(`e${first.number}`))).toBe(sentenceBeside(page.byId(`e${second.number}`)))
  })

  it('shows approximations as marks and explains each of them', () => {
    const text = textOf(page.byId('row-posts').parentNode as never)
    expect(text).toContain('≥108')
    expect(page.text).toContain('more than, at least')
    expect(page.text).toContain('多于、至少')
    expect(page.text).not.toContain('added by this briefing')
  })

  it('keeps a number and its unit on one line', () => {
    const kept = page.elements.filter((element) => /\b(keep|fig)\b/.test(attribute(element, 'class') ?? '')).map(textOf)
    for (const text of ['近69万元', '98,763,500', 'RMB 690,000']) expect(kept).toContain(text)
  })

  it('links a number however it is rounded, and never a part of another number', async () => {
    const other = sampleBriefing(1)
    const [fact] = other.facts
    if (fact) fact.quantity = { ...fact.quantity, value: 8_624_000, surface: '862.4万元' }
    const text = {
      zh: '募集8624000元，不是18624000元。',
      en: 'In 2020, 18,624 people raised RMB 8.624 million.',
      enBasis: 'terms' as const,
    }
    const made = await make({ ...other, lead: [{ text, facts: [fact?.id ?? ''] }] })
    const lead = made.page.elements.find((element) => attribute(element, 'class') === 'lead')
    const figures = lead ? within(lead).filter((element) => attribute(element, 'class') === 'fig') : []
    expect(figures.map(textOf)).toEqual(['8624000元', 'RMB 8.624 million'])
  })

  it('says in which language each run of text is', () => {
    const runs = page.elements
      .filter(({ tagName }) => tagName === 'span')
      .filter((element) => attribute(element, 'lang'))
    for (const run of runs) {
      const text = textOf(run)
      if (attribute(run, 'lang') === 'en') expect(text, 'English').not.toMatch(/\p{Script=Han}/u)
      else expect(attribute(run, 'lang')).toBe('zh-Hans')
    }
  })

  it('draws donations, supplies and activity, with their labels in the page', () => {
    expect(document.expectations.charts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['chart-money', 'chart-supplies', 'chart-activity', 'chart-timeline']),
    )
    for (const { id, labels } of document.expectations.charts) {
      expect(labels.length).toBeGreaterThan(2)
      const figure = textOf(page.byId(id))
      for (const label of labels) expect(figure).toContain(label)
    }
    expect(
      page.elements
        .filter(({ tagName }) => tagName === 'svg')
        .every((svg) => (attribute(svg, 'aria-label') ?? '').length > 5),
    ).toBe(true)
    expect(page.elements.filter(({ tagName }) => ['canvas', 'img', 'script'].includes(tagName))).toEqual([])
  })

  it('heads its tables for readers who cannot see them', () => {
    const heads = page.elements.filter(({ tagName }) => tagName === 'th')
    expect(heads.length).toBeGreaterThan(10)
    for (const head of heads) expect(attribute(head, 'scope')).toMatch(/^(col|row|rowgroup)$/)
  })

  it('carries the model, and ends with the hash of what it carries', () => {
    const [model, table] = document.attachments
    expect(JSON.parse(model?.text ?? '')).toEqual(briefing)
    expect(page.text).toContain(
      `sha256:${createHash('sha256')
        .update(model?.text ?? '')
        .digest('hex')}`,
    )
    expect(table?.text.split('\r\n').length).toBe(briefing.facts.length + 2)
  })

  it('is the same page for the same briefing', async () => {
    expect((await make(briefing)).document.html).toBe(document.html)
  })
})

describe('one language alone', () => {
  const briefing = sampleBriefing(2)

  it('has no word of the other language but the sources’ own', async () => {
    const notes = briefing.notes.filter(({ text }) => text)
    const { page, document } = await make({ ...briefing, notes }, ['zh'])
    expect(document.lang).toBe('zh-Hans')
    expect(page.elements.filter((element) => attribute(element, 'lang') === 'en')).toEqual([])
    expect(page.text).not.toContain('Yunling')
  })

  it('has an English for everything, with the Chinese sentences as evidence', async () => {
    const { page, document } = await make(briefing, ['en'])
    expect(document.lang).toBe('en')
    const chinese = page.elements.filter((element) => attribute(element, 'lang') === 'zh-Hans')
    for (const run of chinese) {
      const text = textOf(run)
      const own =
        briefing.facts.some((fact) => fact.evidence.sentence === unnumbered(run)) || /澜江日报|罗晓云/.test(text)
      expect(own, text).toBe(true)
    }
    for (const fact of briefing.facts)
      expect(unnumbered(sentenceBeside(page.byId(`e${fact.number}`)))).toBe(fact.evidence.sentence)
  })

  it.each(['zh', 'en', 'zh,en', 'en,zh'])('has no empty heading, cell or item in %s', async (languages) => {
    const { page } = await make(briefing, languages.split(',') as Language[])
    const filled = page.elements.filter(({ tagName }) => /^(h[1-6]|td|th|li|p|caption|a|mark)$/.test(tagName))
    for (const element of filled)
      expect(textOf(element).trim(), `${element.tagName}.${attribute(element, 'class')}`).not.toBe('')
  })

  it('puts English first where it is asked for first', async () => {
    const { page } = await make(briefing, ['en', 'zh'])
    expect(textOf(page.byId('top')).trim()).toBe(
      'Briefing: how organisations responded to COVID-19 四地组织抗疫报告简报',
    )
  })
})

describe('texts that nobody expected', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&{{cover}}</style>\u202e'

  it('prints markup as text, wherever it stands', async () => {
    const text = { zh: `恶意${evil}`, en: `Evil ${evil}`, enBasis: 'machine' as const }
    const briefing = spoil(sampleBriefing(2), text)
    const { page } = await make(briefing)
    expect(page.elements.filter(({ tagName }) => ['script', 'img', 'iframe'].includes(tagName))).toEqual([])
    expect(page.elements.filter(({ tagName }) => tagName === 'style').length).toBe(1)
    expect(page.text).toContain('<script>alert(1)</script>')
    expect(page.text).toContain('{{cover}}')
    expect(page.elements.some((element) => attribute(element, 'onerror'))).toBe(false)
  })

  it('links to web addresses only', async () => {
    const briefing = sampleBriefing(2)
    const [first, second] = briefing.sources
    if (first) first.source.uri = 'javascript:alert(1)'
    if (second) second.source.uri = 'https://example.org/新闻/1.html?a=1&b=2'
    const { page } = await make(briefing)
    const links = page.elements
      .flatMap((element) => attribute(element, 'href') ?? [])
      .filter((href) => !href.startsWith('#'))
    expect(links).toEqual(['https://example.org/%E6%96%B0%E9%97%BB/1.html?a=1&b=2'])
    expect(page.text).toContain('javascript:alert(1)')
  })

  it('shows † where a machine wrote the English, and explains it', async () => {
    const briefing = sampleBriefing(1)
    const [fact] = briefing.facts
    if (fact) fact.statement = { ...fact.statement, enBasis: 'machine' }
    const { page } = await make(briefing)
    expect(page.text).toContain(`${fact?.statement.en}†`)
    expect(page.text).toContain('machine translation')
    expect((await make(sampleBriefing(1))).page.text).not.toContain('†')
  })

  it('lets the Chinese stand where there is no English', async () => {
    const briefing = sampleBriefing(1)
    const [fact] = briefing.facts
    if (fact) fact.statement = { zh: '尚无译文的陈述', en: '', enBasis: 'none' }
    const { page } = await make(briefing, ['en'])
    expect(textOf(page.byId(`e${fact?.number}`))).toContain('尚无译文的陈述')
  })

  it('notes the characters that no font has', async () => {
    const briefing = sampleBriefing(1)
    briefing.title = { zh: '简报😀', en: 'Briefing 😀', enBasis: 'terms' }
    const { value, notes } = await compose(briefing, { template, languages: ['zh', 'en'], attachments: [] })
    expect(notes.map(({ code }) => code)).toEqual(['glyph-missing'])
    expect(value.html).toContain('简报〓')
    expect(value.html).not.toContain('😀')
  })
})

describe('briefings of every size', () => {
  it('says that there is nothing, rather than showing empty tables', async () => {
    const { page, document } = await make(sampleBriefing(0))
    expect(page.text).toContain('No figure was found')
    expect(page.text).toContain('没有找到任何数字')
    for (const id of ['comparison', 'charts', 'timeline', 'evidence']) expect(page.ids).not.toContain(id)
    expect(document.contents).toEqual([])
  })

  it('draws no chart of one value', async () => {
    const briefing = sampleBriefing(1)
    const [category] = briefing.comparison
    const row = category?.rows.find(({ id }) => id === 'mask')
    const { document, page } = await make({
      ...briefing,
      comparison: category && row ? [{ ...category, rows: [row] }] : [],
      timeline: [],
    })
    expect(document.expectations.charts.map(({ id }) => id)).toEqual(['chart-activity'])
    expect(page.text).toContain('Not drawn: Surgical masks')
  })

  it('sets apart what one organisation alone reports, and loses none of it', async () => {
    const briefing = sampleBriefing(4)
    for (const { rows } of briefing.comparison)
      for (const row of rows.filter(({ id }) => id === 'mask')) for (const cell of row.cells.slice(1)) cell.entries = []
    const { page } = await make(briefing)
    expect(attribute(page.byId('row-mask'), 'class')).toBe('lone')
    for (const { rows } of briefing.comparison)
      for (const row of rows)
        for (const { entries } of row.cells)
          for (const { value } of entries)
            expect(textOf(page.byId(`row-${row.id}`).parentNode as Element)).toContain(digits(value).split('.')[0])
  })

  it('gives up sentences of the lead rather than a second cover page', async () => {
    const briefing = sampleBriefing(2)
    const [lead] = briefing.lead
    const words = { zh: '甲'.repeat(180), en: 'word '.repeat(90), enBasis: 'terms' as const }
    const long = Array.from({ length: 6 }, () => ({ facts: lead?.facts ?? [], text: words }))
    const { page } = await make({ ...briefing, lead: long })
    const shown = page.elements.filter(
      (element) => attribute(element, 'class') === 'sentence' && element.tagName === 'div',
    )
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(6)
  })

  it('names an organisation that no article named', async () => {
    const briefing = sampleBriefing(2)
    const [first] = briefing.organisations
    if (first) Object.assign(first, { zh: '', en: '', enBasis: 'none' })
    const { page } = await make(briefing)
    expect(textOf(page.byId('o1'))).toBe('未具名组织（1） Unnamed organisation (1)')
  })

  it('ranks the organisations of each measure when there are too many for columns', async () => {
    const briefing = sampleBriefing(12)
    const { page, document } = await make(briefing)
    const list = page.byId('row-mask').parentNode
    const numbers = within(list as never)
      .filter((element) => attribute(element, 'class') === 'fig')
      .map((element) => Number(textOf(element).replaceAll(',', '')))
    expect(numbers.length).toBe(12)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect(document.contents).toEqual(expect.arrayContaining(['comparison', 'o1', 'o12', 'evidence']))
    for (const id of document.contents) expect(document.html).toContain(`data-page-of="${id}">000<`)
  })

  it('shows how many organisations lie, beside the lists, and says how to read it', async () => {
    const { page, document } = await make(sampleBriefing(12))
    const chart = document.expectations.charts.find(({ id }) => id === 'chart-supplies')
    expect(chart?.labels.length).toBeGreaterThan(4)
    const figure = textOf(page.byId('chart-money')) + textOf(page.byId('chart-supplies'))
    expect(figure).toContain('median')
    expect(figure).toContain('Logarithmic')
    expect(textOf(page.byId('row-mask').parentNode as Element)).toMatch(/12 of 12 report; median [\d,.]+, middle half/)
  })

  it('puts very many organisations into an index, and kinds of them into the matrix', async () => {
    const briefing = sampleBriefing(45)
    const { page, document } = await make(briefing)
    const index = textOf(page.byId('index').parentNode as Element)
    for (const { zh } of briefing.organisations) expect(index).toContain(zh)
    expect(document.contents.filter((id) => /^o\d+$/.test(id))).toHaveLength(45)
    const matrix = textOf(page.byId('matrix').parentNode as Element)
    expect(matrix).toContain('All 45')
    expect(matrix).toMatch(/\d+%/)
    expect(matrix).not.toContain(briefing.organisations[44]?.zh ?? '?')
  })

  it('says beside a key figure what the other organisation reports, or that it does not', async () => {
    const briefing = sampleBriefing(2)
    const { page } = await make(briefing)
    const keys = textOf(page.byId('key-figures').parentNode as Element)
    for (const { row, organisation } of briefing.keyFigures) {
      const rows = briefing.comparison.flatMap(({ rows }) => rows)
      const other = rows.find(({ id }) => id === row)?.cells.find((cell) => cell.organisation !== organisation)
      const value = other?.entries[0]?.value
      expect(keys).toContain(value === undefined ? '—' : digits(value))
    }
  })

  it('makes a page of a thousand figures, all of them linked', async () => {
    const briefing = sampleBriefing(40, 4)
    expect(briefing.facts.length).toBeGreaterThan(1000)
    const { page } = await make(briefing)
    for (const { number } of briefing.facts) expect(page.ids).toContain(`e${number}`)
  })
})

/** Every text of a briefing replaced, ids and dates left. */
function spoil<T>(value: T, text: { zh: string; en: string; enBasis: 'machine' }): T {
  if (Array.isArray(value)) return value.map((item) => spoil(item, text)) as T
  if (value === null || typeof value !== 'object') return value
  const spoiled = 'zh' in value && 'enBasis' in value ? { ...value, ...text } : value
  const entries = Object.entries(spoiled).map(([key, field]) => [
    key,
    ['publisher', 'author', 'message'].includes(key) ? text.en : spoil(field, text),
  ])
  return Object.fromEntries(entries) as T
}
