import { describe, expect, it } from 'vitest'
import { analyse, measureFor } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import { correct, keyOf, strayCorrections } from '../../src/correct/index.js'
import { localiseSummary } from '../../src/localise/index.js'
import { Article, type Correction, type Summary, zhOnly } from '../../src/model/index.js'

const lens = await loadLens('flood-relief', process.cwd())
const classify = (item: string, unit: string | null, sentence: string) => measureFor(lens, item, unit, sentence)

const text = `县财政下拨救灾资金800万元。
县里发放棉被300床、帐篷300顶，另有300床棉被在途。
募集款物526万元，其中捐款410万元、物资折价116万元。
装填沙袋数万个，县里启动Ⅱ级应急响应。`

function read(body = text): Summary {
  const article = Article.parse({
    id: 'sha256:',
    source: { uri: 'articles/county.html', mediaType: 'text/html' },
    title: zhOnly('涟河县：防汛救灾进展'),
    publishedAt: { value: '2021-07-26', basis: 'printed' },
    publisher: null,
    author: null,
    credits: {},
    sections: [],
    text: body,
  })
  return analyse(article, lens)
}

type Said = Partial<Correction> & { kind: Correction['kind']; sentence: string; figure: string }
const correction = (said: Said): Correction =>
  ({
    source: 'county.html',
    names: ['articles/county.html'],
    occurrence: 1,
    origin: 'corrections.yaml:1',
    elsewhere: false,
    ...said,
  }) as Correction

const codes = ({ notes }: Summary): string[] => notes.map(({ code }) => code)
const figures = ({ facts }: Summary): string[] => facts.map(({ quantity }) => quantity.surface)
const one = ({ facts }: Summary, surface: string) => facts.filter(({ quantity }) => quantity.surface === surface)

describe('rejecting', () => {
  it('takes the figure out and leaves the others', () => {
    const made = correct(read(), [
      correction({ kind: 'reject', sentence: '县财政下拨救灾资金800万元。', figure: '800万元' }),
    ])
    expect(figures(made)).toEqual(figures(read()).filter((surface) => surface !== '800万元'))
    expect(made.notes.find(({ code }) => code === 'correction-applied')?.params).toMatchObject({
      kind: 'reject',
      surface: '800万元',
      origin: 'corrections.yaml:1',
    })
  })

  it('leaves no part without its total and no note about what is gone', () => {
    const before = read()
    expect(codes(before)).toContain('parts-add-up')
    expect(before.facts.some(({ partOf }) => partOf !== null)).toBe(true)
    const made = correct(before, [correction({ kind: 'reject', sentence: '募集款物526万元', figure: '526万元' })])
    expect(codes(made)).not.toContain('parts-add-up')
    expect(made.facts.filter(({ role, partOf }) => role !== 'single' || partOf !== null)).toEqual([])
  })

  it('means the one of several like figures that is named', () => {
    const sentence = '县里发放棉被300床、帐篷300顶，另有300床棉被在途。'
    const made = correct(read(), [correction({ kind: 'reject', sentence, figure: '300床', occurrence: 2 })])
    const [left, ...more] = one(made, '300床')
    expect(more).toEqual([])
    expect(left?.evidence.start).toBe(text.indexOf('300床'))
    expect(one(made, '300顶')).toHaveLength(1)
  })

  it('takes a repetition of the same figure out too', () => {
    const body = `${text}\n再说一遍：县财政下拨救灾资金800万元。`
    const before = read(body)
    expect(one(before, '800万元').map(({ repeats }) => repeats !== null)).toEqual([false, true])
    const key = correction({ kind: 'reject', sentence: '再说一遍：县财政下拨救灾资金800万元。', figure: '800万元' })
    expect(one(correct(before, [key]), '800万元')).toEqual([])
  })
})

describe('changing', () => {
  const change = correction({
    kind: 'change',
    sentence: '县财政下拨救灾资金800万元。',
    figure: '800万元',
    to: { value: 80000000 },
    reason: { zh: '财政局已更正', en: 'Corrected by the bureau.' },
  })

  it('says the new value in both languages and keeps the evidence as printed', () => {
    const made = localiseSummary(correct(read(), [change], classify), lens)
    const fact = one(made, '800万元')[0]
    expect(fact?.quantity.value).toBe(80000000)
    expect(fact?.statement.zh).toContain('8000万元')
    expect(fact?.statement.en).toContain('RMB 80 million')
    expect(made.article.text.slice(fact?.evidence.start, fact?.evidence.end)).toBe('800万元')
    const note = made.notes.find(({ code }) => code === 'correction-applied')
    expect(note?.text?.zh).toMatch(/救灾资金.*8,000,000改为80,000,000.*财政局已更正/)
    expect(note?.text?.en).toMatch(/8,000,000 changed to 80,000,000.*Corrected by the bureau/)
    expect(note?.text?.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('survives a new scrape of the page', () => {
    const scraped = `新的导语。\n县财政下拨 救灾资金８００万元 。\n完。`
    expect(one(correct(read(scraped), [change]), '８００万元').map(({ quantity }) => quantity.value)).toEqual([
      80000000,
    ])
  })

  it('looks up the measure of another item, unless one is given', () => {
    const to = { item: '毛毯' }
    const key = { kind: 'change', sentence: '帐篷300顶', figure: '300顶' } as const
    const made = correct(read(), [correction({ ...key, to: { ...to, unit: '条' } })], classify)
    expect(one(made, '300顶')[0]).toMatchObject({ measure: 'quilts', category: 'supplies', corrected: 'value' })
    const told = correct(read(), [correction({ ...key, to: { ...to, measure: null } })], classify)
    expect(one(told, '300顶')[0]?.measure).toBeNull()
  })

  it('finds the article by its title', () => {
    const named = { ...change, names: ['涟河县 防汛救灾进展'] }
    expect(codes(correct(read(), [named]))).toContain('correction-applied')
    expect(correct(read(), [{ ...change, names: ['别的文章'] }])).toEqual(read())
  })
})

describe('adding', () => {
  const figure = {
    kind: 'add',
    sentence: '装填沙袋数万个，县里启动Ⅱ级应急响应。',
    figure: 'Ⅱ级',
    value: 2,
    unit: '级',
    item: '应急响应',
  } as const

  it('adds a figure that the text prints, in its place, with its sentence', () => {
    const before = read()
    const made = correct(before, [correction(figure)], classify)
    const fact = made.facts.at(-1)
    expect(made.facts).toHaveLength(before.facts.length + 1)
    expect(new Set(made.facts.map(({ id }) => id)).size).toBe(made.facts.length)
    expect(fact?.quantity.surface).toBe('Ⅱ级')
    expect(text.slice(fact?.evidence.start, fact?.evidence.end)).toBe('Ⅱ级')
    expect(fact?.evidence.sentence).toBe('装填沙袋数万个，县里启动Ⅱ级应急响应。')
    expect(localiseSummary(made, lens).facts).toHaveLength(made.facts.length)
  })

  it('never adds what the text does not print', () => {
    const invented = correct(read(), [correction({ ...figure, sentence: '装填沙袋五万个。', figure: '五万个' })])
    expect(invented.facts).toEqual(read().facts)
    expect(invented.notes.at(-1)).toMatchObject({ code: 'correction-unmatched', params: { why: 'sentence' } })
    const moved = correct(read(), [correction({ ...figure, figure: 'Ⅲ级' })])
    expect(moved.notes.at(-1)?.params).toMatchObject({ why: 'figure' })
  })

  it('says when the figure is read already', () => {
    const twice = correct(read(), [correction({ ...figure, sentence: '帐篷300顶', figure: '300顶' })])
    expect(twice.facts).toEqual(read().facts)
    expect(twice.notes.at(-1)?.params).toMatchObject({ why: 'already-read' })
  })
})

it('reports a correction whose sentence is gone, in both languages', () => {
  const made = localiseSummary(
    correct(read(), [correction({ kind: 'reject', sentence: '早已删去的一句。', figure: '5人' })]),
    lens,
  )
  const note = made.notes.at(-1)
  expect(note).toMatchObject({ severity: 'warning', code: 'correction-unmatched', params: { why: 'sentence' } })
  expect(note?.text?.zh).toContain('文中已无此句')
  expect(note?.text?.en).toContain('no longer has this sentence')
})

it('reports a correction of an article that nobody read, unless its file is there', () => {
  const stray = correction({ kind: 'reject', sentence: '一句。', figure: '5人', names: ['gone.html'] })
  expect(strayCorrections([read()], [stray, { ...stray, elsewhere: true }])).toHaveLength(1)
})

it('finds every figure again by the key it prints for it', () => {
  const summary = read()
  for (const fact of summary.facts) {
    const made = correct(summary, [correction({ kind: 'reject', ...keyOf(summary, fact) })])
    const gone = summary.facts.filter(({ id }) => !made.facts.some((left) => left.id === id))
    expect(gone.map(({ id, repeats }) => repeats ?? id)).toContain(fact.repeats ?? fact.id)
    expect(gone.every(({ quantity }) => quantity.value === fact.quantity.value)).toBe(true)
  }
})
