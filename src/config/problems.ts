import type { z } from 'zod'
import { didYouMean } from '../errors.js'
import { CrosscheckSettings, TranslateSettings } from '../model/index.js'
import type { Problem } from './placed-problems.js'
import { Config, ScheduleEntry } from './schema.js'

type Issue = z.core.$ZodIssue

/** Words of other tools for the keys of ours. */
const synonyms: Record<string, string> = {
  input: 'sources',
  inputs: 'sources',
  language: 'lang',
  languages: 'lang',
  output: 'out',
  tz: 'timeZone',
  zone: 'timeZone',
}

/** What a user can mend of it: `schedules[0].cron: expected …, found 7`. `value` is what was checked. */
export function problemsOf(issues: readonly Issue[], value: unknown): Problem[] {
  return issues.flatMap((issue) => problemOf(issue, value, []))
}

function problemOf(issue: Issue, value: unknown, base: readonly PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key]))
  if (issue.code === 'invalid_union') {
    // The form that the user meant is the one in which only something inside is wrong.
    const meant = issue.errors.find((errors) => errors.length > 0 && errors.every(isInside))
    if (meant) return meant.flatMap((inner) => problemOf(inner, value, path))
  }
  return [{ path, message: wrongValue(issue, path, value) }]
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys'
}

function unknownKey(path: readonly PropertyKey[]): Problem {
  const key = String(path.at(-1))
  const parent = path.slice(0, -1)
  if (
    parent.some((name) => name === 'translate' || name === 'crosscheck') &&
    /key|token|secret|auth|password/i.test(key)
  ) {
    const message = `“${key}”${inParent(parent)}: keys are read from the environment only and stand in no file; take it out, and \`keyFrom\` names the variable where it is another than the service's own`
    return { path, message }
  }
  const known = knownKeys(parent)
  const near = [synonyms[key.toLowerCase()]].find((name) => name && known.includes(name)) ?? didYouMean(key, known)
  const advice = near ? `; did you mean “${near}”?` : `; known here: ${known.join(', ')}`
  return { path, message: `unknown key “${key}”${inParent(parent)}${advice}` }
}

function inParent(parent: readonly PropertyKey[]): string {
  return parent.length > 0 ? ` in ${spelled(parent)}` : ''
}

function knownKeys(parent: readonly PropertyKey[]): string[] {
  if (parent.at(-1) === 'title') return ['zh', 'en']
  const translate = parent.indexOf('translate')
  if (translate >= 0) return translateKeys(parent[translate + 1])
  const crosscheck = parent.indexOf('crosscheck')
  if (crosscheck >= 0) return crosscheckKeys(parent[crosscheck + 1])
  if (parent[0] === 'schedules') return Object.keys(ScheduleEntry.shape).filter((key) => key !== 'date')
  return Object.keys(Config.shape)
}

function translateKeys(section: PropertyKey | undefined): string[] {
  const { openai, anthropic, deepl, libretranslate, bergamot, ...rest } = TranslateSettings.shape
  const sections = { openai, anthropic, deepl, libretranslate, bergamot }
  const found = section === undefined ? undefined : sections[section as keyof typeof sections]
  return Object.keys(found ? found.unwrap().shape : { ...sections, ...rest })
}

function crosscheckKeys(section: PropertyKey | undefined): string[] {
  const { openai } = CrosscheckSettings.shape
  return Object.keys(section === 'openai' ? openai.unwrap().shape : CrosscheckSettings.shape)
}

function wrongValue(issue: Issue, path: readonly PropertyKey[], value: unknown): string {
  const name = spelled(path)
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
  if (path.length === 0) return `expected keys with values, found ${shown(found)}`
  if (found === undefined) return `${name} is missing: ${issue.message}`
  // A key may stand where only its variable's name should.
  if (issue.code === 'custom' || path.at(-1) === 'keyFrom') return `${name}: ${issue.message}`
  const near =
    issue.code === 'invalid_value' && typeof found === 'string'
      ? didYouMean(found, issue.values.map(String))
      : undefined
  return `${name}: ${issue.message}, found ${shown(found)}${near ? `; did you mean “${near}”?` : ''}`
}

/** `schedules[0].cron` */
function spelled(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('')
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? typeof value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
