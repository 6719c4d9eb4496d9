import type { Approximation, Entry } from '../model/index.js'
import { zhOnly } from '../model/index.js'
import type { Figure } from './figure.js'
import { normalisedName } from './organisations.js'

/** Stands between the items of a sum's qualifier. */
const betweenTerms = ' + '

/**
 * The one case in which figures surely add up: the cell is a single enumeration, that is, all its figures stand in one
 * sentence with nothing but list marks and nouns between them, of one verb, giver, recipient, day and unit, and count
 * different things (3 officials and 3 volunteers who gave blood). Parts of a stated total are not added: the total is
 * there. Everything else may overlap and is shown side by side.
 */
export function sumOf(figures: readonly Figure[]): Entry | null {
  const [first, ...others] = figures
  if (first === undefined || others.length === 0) return null
  const told = [...figures].sort((a, b) => a.fact.number - b.fact.number)
  if (!figures.every(isPlain) || !others.every((other) => sameCircumstances(first, other))) return null
  if (!differentThings(figures) || !isEnumeration(told)) return null
  const value = told.reduce((sum, { fact }) => sum + fact.quantity.value, 0)
  return {
    facts: told.flatMap(({ fact, also }) => [fact.id, ...also.map(({ id }) => id)]),
    value: Number(value.toFixed(6)),
    upper: null,
    approximation: sumApproximation(told.map(({ fact }) => fact.quantity.approximation)),
    sum: true,
    qualifier: zhOnly(told.map(({ fact }) => fact.item.zh).join(betweenTerms)),
    time: first.time,
    role: 'single',
  }
}

function isPlain({ fact }: Figure): boolean {
  return fact.role === 'single' && fact.quantity.approximation !== 'range' && fact.quantity.per === null
}

function sameCircumstances({ fact: a }: Figure, { fact: b }: Figure): boolean {
  return (
    a.source === b.source &&
    a.evidence.sentenceStart === b.evidence.sentenceStart &&
    a.action === b.action &&
    a.actor?.zh === b.actor?.zh &&
    a.recipient?.zh === b.recipient?.zh &&
    a.time?.asOf === b.time?.asOf &&
    a.time?.kind === b.time?.kind
  )
}

/** No item contains another: 口罩 and N95口罩 may be whole and part. */
function differentThings(figures: readonly Figure[]): boolean {
  const items = figures.map(({ fact }) => normalisedName(fact.item.zh))
  return items.every((item, i) => item !== '' && items.every((other, j) => i === j || !other.includes(item)))
}

const listGap = /^[^,，。;；:：!！?？\d]{0,20}[、和及与][^,，。;；:：!！?？\d]{0,20}$/

function isEnumeration(told: readonly Figure[]): boolean {
  return told.every(({ fact: { evidence } }, index) => {
    const next = told[index + 1]?.fact.evidence
    if (next === undefined) return true
    const from = evidence.end - evidence.sentenceStart
    return listGap.test(evidence.sentence.slice(from, next.start - evidence.sentenceStart))
  })
}

/** `over` and exact make over; marks that pull in different directions make `about`. */
function sumApproximation(marks: readonly Approximation[]): Approximation {
  const distinct = [...new Set(marks.filter((mark) => mark !== 'exact'))]
  if (distinct.length === 0) return 'exact'
  return distinct.length === 1 && distinct[0] !== undefined ? distinct[0] : 'about'
}
