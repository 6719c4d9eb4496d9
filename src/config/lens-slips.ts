import { didYouMean, suggestion } from '../errors.js'
import { normalise, unitKind } from '../language/index.js'
import { type Lens, type LensMeasure, type LensPattern, patternPlaceholders } from '../model/index.js'
import type { Problem } from './placed-problems.js'

type Report = (path: PropertyKey[], message: string) => void

/** Ids that stand twice and names that nothing bears: a lens with these is not used. */
export function danglingNames(lens: Lens): Problem[] {
  return collect((report) => {
    const categories = uniqueIds('category', 'categories', lens.categories, report)
    const measures = uniqueIds('measure', 'measures', lens.measures, report)
    const known = { measure: measures, category: categories }
    const check = (kind: 'measure' | 'category', name: string | null | undefined, path: PropertyKey[]): void => {
      if (typeof name === 'string' && !known[kind].has(name)) report(path, unknownName(kind, name, known[kind]))
    }
    lens.measures.forEach(({ category }, i) => {
      check('category', category, ['measures', i, 'category'])
    })
    for (const kind of ['measure', 'category'] as const) {
      lens.patterns.forEach(({ when }, i) => {
        when[kind]?.forEach((name, j) => {
          check(kind, name, ['patterns', i, 'when', kind, j])
        })
      })
      lens.examples.forEach(({ facts }, i) => {
        facts.forEach((fact, j) => {
          check(kind, fact[kind], ['examples', i, 'facts', j, kind])
        })
      })
    }
  })
}

/** What leaves a lens usable and is not meant: what can never match, what stands twice, texts that are missing. */
export function slips(lens: Lens): Problem[] {
  return collect((report) => {
    lens.categories.forEach(({ label, cues }, i) => {
      checkLabel(label, ['categories', i, 'label'], report)
      checkWords(cues, ['categories', i, 'cues'], report)
    })
    lens.measures.forEach((measure, i) => {
      checkMeasure(measure, ['measures', i], report)
    })
    checkSharedNouns(lens.measures, report)
    checkFieldWords(lens, report)
    lens.patterns.forEach((pattern, i) => {
      checkPattern(pattern, ['patterns', i], report)
      const earlier = lens.patterns.findIndex((other) => same(other.when, pattern.when))
      if (earlier < i) report(['patterns', i], `never used: pattern ${earlier + 1} has the same conditions`)
    })
  })
}

/** Words of the field and of giving; a word that is both a verb and a verbal noun ends a noun phrase, or does not. */
function checkFieldWords({ words, giving }: Lens, report: Report): void {
  for (const [key, list] of Object.entries(words)) checkWords(list, ['words', key], report)
  for (const [key, list] of Object.entries(giving)) checkWords(list, ['giving', key], report)
  words.deeds.forEach((word, i) => {
    if (words.verbs.includes(word)) report(['words', 'deeds', i], `“${word}” stands among the verbs as well`)
  })
  words.names.forEach((word, i) => {
    if (!/^\d+\D/.test(word)) report(['words', 'names', i], `“${word}” needs no entry: it does not begin with a number`)
  })
}

function collect(check: (report: Report) => void): Problem[] {
  const problems: Problem[] = []
  check((path, message) => problems.push({ path, message }))
  return problems
}

function uniqueIds(kind: string, key: string, all: readonly { id: string }[], report: Report): Set<string> {
  const ids = new Set<string>()
  all.forEach(({ id }, i) => {
    if (ids.has(id)) report([key, i, 'id'], `the ${kind} “${id}” stands here a second time`)
    ids.add(id)
  })
  return ids
}

function unknownName(kind: string, name: string, known: Iterable<string>): string {
  return `there is no ${kind} “${name}”${suggestion(name, known)}`
}

function checkMeasure({ label, nouns, units, unit, cues }: LensMeasure, path: PropertyKey[], report: Report): void {
  checkLabel(label, [...path, 'label'], report)
  if (nouns.length === 0) report([...path, 'nouns'], 'a measure without nouns can never match')
  checkWords(nouns, [...path, 'nouns'], report)
  checkWords(cues, [...path, 'cues'], report)
  units.forEach((word, i) => {
    if (units.indexOf(word) < i) report([...path, 'units', i], `“${word}” stands twice`)
    else if (unitKind(word) === null) report([...path, 'units', i], `no figure is read with the unit “${word}”`)
  })
  if (unit.en === '' || unit.many === '') report([...path, 'unit'], 'the unit has no English for one or for many')
}

/** A noun of two measures belongs to the first, unless units or cues tell them apart. */
function checkSharedNouns(measures: readonly LensMeasure[], report: Report): void {
  measures.forEach((measure, i) => {
    measure.nouns.forEach((noun, j) => {
      const rival = measures.slice(0, i).find((other) => other.nouns.includes(noun) && hides(other, measure))
      if (rival) report(['measures', i, 'nouns', j], `“${noun}” always goes to the measure “${rival.id}” above`)
    })
  })
}

/** Whether whatever `later` would take has been taken by `earlier`; one with cues goes before one without. */
function hides(earlier: LensMeasure, later: LensMeasure): boolean {
  const units =
    earlier.units.length === 0 || (later.units.length > 0 && later.units.every((u) => earlier.units.includes(u)))
  const cues =
    earlier.cues.length === 0
      ? later.cues.length === 0
      : later.cues.length > 0 && later.cues.every((c) => earlier.cues.includes(c))
  return units && cues
}

const impossible: [RegExp, string][] = [
  [/^\s|\s$/, 'begins or ends with a blank'],
  [/[\n。！？；，]/, 'holds punctuation that ends a clause'],
]

/** Words are looked for in texts whose full-width letters and variant characters were made standard. */
function checkWords(words: readonly string[], path: PropertyKey[], report: Report): void {
  words.forEach((word, i) => {
    const why = impossible.find(([pattern]) => pattern.test(word))?.[1]
    if (words.indexOf(word) < i) report([...path, i], `“${word}” stands twice`)
    else if (why) report([...path, i], `“${word}” can never match: it ${why}`)
    else if (normalise(word) !== word)
      report([...path, i], `“${word}” can never match: texts are read with “${normalise(word)}”`)
  })
}

function checkLabel({ zh, en }: { zh: string; en: string }, path: PropertyKey[], report: Report): void {
  if (zh.trim() === '') report([...path, 'zh'], 'the Chinese label is missing')
  if (en.trim() === '') report([...path, 'en'], 'the English label is missing')
  if (/\p{Script=Han}/u.test(en)) report([...path, 'en'], `the English label holds Chinese: “${en}”`)
}

function checkPattern(pattern: LensPattern, path: PropertyKey[], report: Report): void {
  const texts = [['zh', pattern.zh, patternPlaceholders.zh] as const]
  const english = (['en', 'active'] as const).map((key) => [key, pattern[key], patternPlaceholders.en] as const)
  for (const [key, text, known] of [...texts, ...english]) {
    if (text === undefined) continue
    for (const name of placeholders(text, key === 'zh')) {
      if (!(known as readonly string[]).includes(name)) report([...path, key], unknownPlaceholder(name, known))
    }
  }
  if (pattern.active !== undefined && !pattern.active.includes('{actor}')) {
    report([...path, 'active'], '“active” is for facts with an actor and does not name it: {actor}')
  }
  if (Object.keys(pattern.when).length === 0)
    report([...path, 'when'], 'a pattern without conditions is used for everything')
}

/** What stands in braces; a brace without its pair counts as a name of its own. */
function placeholders(text: string, zh: boolean): string[] {
  const plain = zh ? text : text.replace(/\{[^{}|]+\|[^{}|]+\}/g, '')
  const stray = /[{}]/.exec(plain.replace(/\{[^{}]*\}/g, ''))
  return [...[...plain.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ''), ...(stray ? [stray[0]] : [])]
}

function unknownPlaceholder(name: string, known: readonly string[]): string {
  if (/^[{}]$/.test(name)) return `a brace “${name}” without its pair`
  const near = didYouMean(name, known)
  return `unknown placeholder {${name}}; ${near ? `did you mean {${near}}?` : `known here: ${known.join(', ')}`}`
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
