import { remembered } from './remembered.js'
import { termsInUse } from './vocabulary.js'

/** How a measure word reads in English. */
type UnitKind =
  | 'counter' // vanishes: three officials
  | 'person' // vanishes before a noun of persons, else `persons`
  | 'household'
  | 'of' // 8.8 tonnes of disinfectant
  | 'pair'
  | 'batch'
  | 'kind'
  | 'mass' // 500 kg of cabbage
  | 'area'
  | 'length'
  | 'money'
  | 'percent'
  | 'points'
  | 'fold'
  | 'time'
  | 'age'
  | 'times' // twice: of events
  | 'persontimes'

export interface Unit {
  kind: UnitKind
  one: string
  many: string
}

const kinds: Record<string, UnitKind> = {
  persons: 'person',
  households: 'household',
  pairs: 'pair',
  batches: 'batch',
  counter: 'counter',
  of: 'of',
  mass: 'mass',
  area: 'area',
  length: 'length',
  money: 'money',
  percent: 'percent',
  points: 'points',
  fold: 'fold',
  time: 'time',
  age: 'age',
  times: 'times',
  persontimes: 'persontimes',
}

/** The unit's English; a measure word nobody knows counts and vanishes. */
export function renderUnit(zh: string | null): Unit {
  return unitOf(zh ?? '')
}

const unitOf = remembered((zh): Unit => {
  const term = zh === '' ? undefined : termsInUse().find(zh.replace(/[（(].*$/u, ''), 'unit')
  if (!term) return { kind: 'counter', one: '', many: '' }
  const kind = kinds[term.forms] ?? 'counter'
  return { kind, one: term.en, many: pluralUnit(term.en, kind) }
})

function pluralUnit(one: string, kind: UnitKind): string {
  if (one === '' || kind === 'money' || kind === 'percent' || kind === 'mass' || one === 'mu') return one
  if (/\bof$/.test(one)) return one.replace(/^(\w+)/, '$1s')
  if (/(?:x|ch)$/.test(one)) return `${one}es`
  return one.endsWith('s') ? one : `${one}s`
}
