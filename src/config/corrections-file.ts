import type { z } from 'zod'
import { suggestion } from '../errors.js'
import { CorrectionsFile, type Lens } from '../model/index.js'
import type { Problem } from './placed-problems.js'

/** Checks what a corrections file holds against its schema and the lens; `checked` is null where the schema fails. */
export function readCorrections(value: unknown, lens: Lens): { checked: CorrectionsFile | null; problems: Problem[] } {
  const result = CorrectionsFile.safeParse(value)
  if (!result.success) return { checked: null, problems: result.error.issues.flatMap(schemaProblems) }
  const checked = withCategories(result.data, lens)
  return { checked, problems: [...unknownIds(checked, lens), ...contradictions(checked), ...empty(checked)] }
}

const entryKeys = 'source sentence figure occurrence reason'.split(' ')
const valueKeys = 'value upper unit approximation item actor category measure'.split(' ')

function schemaProblems(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ path: issue.path, message: `${issue.path.join('.') || 'corrections'}: ${issue.message}` }]
  }
  return issue.keys.map((key) => {
    const known = knownKeys(issue.path)
    const advice = suggestion(key, known, `; known here: ${known.join(', ')}`)
    return { path: [...issue.path, key], message: `unknown key “${key}”${advice}` }
  })
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return ['reject', 'change', 'add']
  if (path.at(-1) === 'to') return valueKeys
  if (path.at(-1) === 'reason') return ['zh', 'en']
  if (path[0] === 'add') return [...entryKeys, ...valueKeys]
  return path[0] === 'change' ? [...entryKeys, 'to'] : entryKeys
}

/** A measure that the lens shows in one category only brings that with it. */
function withCategories(file: CorrectionsFile, lens: Lens): CorrectionsFile {
  const fixed = <T extends { measure?: string | null | undefined; category?: string | null | undefined }>(
    said: T,
  ): T => {
    const category = lens.measures.find(({ id }) => id === said.measure)?.category ?? null
    return said.category === undefined && category !== null ? { ...said, category } : said
  }
  return { ...file, change: file.change.map((entry) => ({ ...entry, to: fixed(entry.to) })), add: file.add.map(fixed) }
}

function unknownIds({ change, add }: CorrectionsFile, lens: Lens): Problem[] {
  const known = { category: lens.categories.map(({ id }) => id), measure: lens.measures.map(({ id }) => id) }
  const said = [
    ...change.map(({ to }, index) => ({ said: to, path: ['change', index, 'to'] })),
    ...add.map((entry, index) => ({ said: entry, path: ['add', index] })),
  ]
  return said.flatMap(({ said, path }) =>
    (['category', 'measure'] as const).flatMap((kind) => {
      const name = said[kind]
      if (name === undefined || name === null || known[kind].includes(name)) return []
      const message = `the lens ${lens.id} has no ${kind} “${name}”${suggestion(name, known[kind])}`
      return [{ path: [...path, kind], message }]
    }),
  )
}

/** Two corrections of one figure: which of them holds would be a matter of chance. */
function contradictions(file: CorrectionsFile): Problem[] {
  const seen = new Map<string, string>()
  return (['reject', 'change', 'add'] as const).flatMap((kind) =>
    file[kind].flatMap(({ source, sentence, figure, occurrence }, index) => {
      const key = JSON.stringify([source, sentence, figure, occurrence])
      const earlier = seen.get(key)
      seen.set(key, `${kind}[${index}]`)
      return earlier ? [{ path: [kind, index], message: `the same figure is corrected by ${earlier} already` }] : []
    }),
  )
}

function empty({ change, add }: CorrectionsFile): Problem[] {
  const idle = change.flatMap(({ to }, index) =>
    Object.keys(to).length === 0 ? [{ path: ['change', index, 'to'], message: 'nothing is changed' }] : [],
  )
  const numberless = add.flatMap(({ figure }, index) =>
    /[\p{N}〇零一二两三四五六七八九十百千万亿半几]/u.test(figure)
      ? []
      : [{ path: ['add', index, 'figure'], message: `“${figure}” holds no number` }],
  )
  return [...idle, ...numberless]
}
