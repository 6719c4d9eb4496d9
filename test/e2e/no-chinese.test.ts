import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resourcePath } from '../../src/resources.js'

/** English texts below a value, and where they stand. */
function english(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'en' in value && typeof value.en === 'string' ? [`${at}: ${value.en}`] : []
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => english(inner, `${at}.${key}`))]
}

describe('the English half', () => {
  it.each([
    ['of the examples', resourcePath('assets', 'examples'), 150],
    ['of articles on other fields', resourcePath('test', 'fixtures', 'fields'), 200],
    ['of real articles', resourcePath('..', 'shared', 'corpus', 'articles'), 400],
  ])('%s holds no Chinese', (_, folder, least) => {
    if (!existsSync(folder)) return console.warn(`${folder} is not here: not looked at.`)
    const command = [resourcePath('bin', 'run.js'), 'parse', folder, '--json']
    const output = execFileSync(process.execPath, command, {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const texts = english(JSON.parse(output))
    expect(texts.length).toBeGreaterThan(least)
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([])
    expect(
      texts.filter((text) => /\(s\)|\b(?:1|one) (?:articles|organisations|people)\b|China, Branch/i.test(text)),
    ).toEqual([])
    expect(texts.filter((text) => /[^\s]{2} [,.;]|undefined|\{\w+\}|,,|\b(a|the) \1\b/.test(text))).toEqual([])
  })
})
