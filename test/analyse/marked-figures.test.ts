import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/analyse/index.js'
import { loadLens } from '../../src/config/lens.js'
import type { Fact } from '../../src/model/index.js'
import { articleOf } from '../extract/helpers.js'
import { type Marked, readMarked } from './marked.js'

const folder = fileURLToPath(new URL('../fixtures/figures/', import.meta.url))
const lens = await loadLens('public-response', process.cwd())
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'))

/** How many figures of all texts may be read otherwise than marked. */
const otherwise = {
  ...{ found: 1, unit: 1, item: 19, approximation: 0, per: 1, role: 4, day: 0 },
  ...{ who: 13, whom: 8, category: 8 },
}

type Kind = keyof typeof otherwise
interface Difference {
  kind: Kind
  told: string
}

function read(name: string): { differences: Difference[]; figures: number } {
  const source = readFileSync(join(folder, name), 'utf8')
  const { text, figures } = readMarked(source)
  const article = articleOf(text, 'text/plain')
  const { facts } = analyse(article, lens)
  const place = placesOf(text, article.text)
  const left = new Set(facts)
  const differences = figures.flatMap((figure) => {
    const fact = facts.find((each) => left.has(each) && overlaps(place(each), figure))
    if (fact) left.delete(fact)
    return figure.optional ? [] : compared(figure, fact, text)
  })
  const extra = [...left].map(({ quantity }): Difference => ({ kind: 'found', told: `${name}: ${quantity.surface}` }))
  return { differences: [...differences, ...extra], figures: figures.length }
}

/** Where a fact of the article stands in the page: the n-th of its surface there, counted from the body's beginning. */
function placesOf(page: string, body: string): (fact: Fact) => [number, number] {
  const spaceless = (text: string): string => text.replace(/\s/g, '').normalize('NFKC')
  const squeezed = spaceless(page)
  const from: number[] = []
  for (let i = 0; i <= page.length; i++) from.push(spaceless(page.slice(0, i)).length)
  return ({ evidence: { start, end } }) => {
    const around = spaceless(body.slice(Math.max(0, start - 25), end))
    const at = squeezed.indexOf(around) + around.length
    const length = spaceless(body.slice(start, end)).length
    return [from.indexOf(at - length), from.lastIndexOf(at)]
  }
}

function overlaps([start, end]: [number, number], figure: Marked): boolean {
  return start < figure.end && end > figure.start
}

function compared(figure: Marked, fact: Fact | undefined, text: string): Difference[] {
  const { quantity, item, role, time, actor, recipient, category } = fact ?? {}
  const words = text.slice(Math.max(0, figure.start - 8), figure.end)
  if (!quantity || Math.abs(quantity.value - figure.value) > 1e-6 * Math.abs(figure.value))
    return [{ kind: 'found', told: `${words}: ${quantity?.value}` }]
  const checks: [Kind, boolean, unknown][] = [
    ['unit', quantity.unit === figure.unit, quantity.unit],
    ['item', figure.item === '' || sameThing(figure.item, item?.zh ?? ''), item?.zh],
    ['approximation', quantity.approximation === figure.approximation && quantity.upper === figure.upper, quantity],
    ['per', quantity.per === figure.per, quantity.per],
    ['role', role === figure.role, role],
    ['who', figure.who === null || sameBody(figure.who, actor?.zh ?? ''), actor?.zh],
    ['whom', figure.whom === null || sameBody(figure.whom, recipient?.zh ?? ''), recipient?.zh],
    ['category', figure.category === null || category === figure.category, category],
    ['day', figure.day === null || time?.asOf === figure.day, time?.asOf],
  ]
  return checks.flatMap(([kind, right, got]) => (right ? [] : [{ kind, told: `${words}: ${kind} ${String(got)}` }]))
}

/** The same noun, or one within the other, or three fifths of the shorter one in common. */
function sameThing(a: string, b: string): boolean {
  const common = [...a].filter((character) => b.includes(character)).length
  return b !== '' && (a.includes(b) || b.includes(a) || common / Math.min(a.length, b.length) >= 0.6)
}

/** Nobody named in both, or one name within the other. */
function sameBody(a: string, b: string): boolean {
  return a === '' || b === '' ? a === b : a.includes(b) || b.includes(a)
}

describe('figures of invented reports, marked before the program read them', () => {
  it('are found and read as marked', () => {
    const all = texts.map(read)
    const differences = all.flatMap((each) => each.differences)
    expect(all.reduce((sum, each) => sum + each.figures, 0)).toBeGreaterThan(400)
    for (const [kind, most] of Object.entries(otherwise)) {
      const told = differences.filter((each) => each.kind === kind).map((each) => each.told)
      expect(told.slice(0, Math.max(0, told.length - most)), `${kind}: ${told.join(' | ')}`).toEqual([])
    }
  })
})
