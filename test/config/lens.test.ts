import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadLens } from '../../src/config/lens.js'
import { checkLens, parseLens } from '../../src/config/lens-text.js'
import { UserError } from '../../src/errors.js'
import { resourcePath } from '../../src/resources.js'

const head = `id: school-meals
version: 1
label: { zh: 营养餐, en: School meals }
subject: { zh: 营养餐, en: school meals }
`
const category = `categories:
  - { id: kitchen, label: { zh: 食堂, en: Kitchens }, cues: [食堂, 厨房] }
`
const measure = (id: string, rest: string): string =>
  `  - { id: ${id}, label: { zh: 餐, en: Meals }, unit: { zh: 份, en: meal, many: meals }, ${rest} }\n`

const messages = (text: string): string[] =>
  checkLens(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)

describe('checking a lens', () => {
  it('finds nothing wrong with a small one', () => {
    const text = `${head}${category}measures:\n${measure('meals', 'nouns: [午餐], units: [份], category: kitchen')}`
    expect(messages(text)).toEqual([])
  })

  it('tells every id that stands twice or is named and not there, with its place', () => {
    const text = `${head}${category}measures:
${measure('meals', 'nouns: [午餐], category: kitchn')}${measure('meals', 'nouns: [早餐]')}patterns:
  - { when: { measure: [meal] }, en: '{quantity}' }
examples:
  - { sentence: 供应午餐3份。, facts: [{ value: 3, category: diners }] }
`
    expect(messages(text)).toEqual([
      '8:100 there is no category “kitchn”; did you mean “kitchen”?',
      '9:7 the measure “meals” stands here a second time',
      '11:25 there is no measure “meal”; did you mean “meals”?',
      '13:46 there is no category “diners”',
    ])
  })

  it('says which noun, unit or cue can never match', () => {
    const nouns = 'nouns: [午餐, 午餐, "早餐，午餐", ＡＡ餐], units: [份, 份儿]'
    const found = messages(`${head}${category}measures:\n${measure('meals', nouns)}`)
    expect(found).toHaveLength(4)
    expect(found.join('\n')).toMatch(/“午餐” stands twice/)
    expect(found.join('\n')).toMatch(/“早餐，午餐” can never match: it holds punctuation/)
    expect(found.join('\n')).toMatch(/“ＡＡ餐” can never match: texts are read with “AA餐”/)
    expect(found.join('\n')).toMatch(/no figure is read with the unit “份儿”/)
  })

  it('says when another measure takes a noun away, and not when unit or cue tells them apart', () => {
    const first = measure('meals', 'nouns: [午餐], units: [份, 盒]')
    const taken = messages(`${head}${category}measures:\n${first}${measure('lunches', 'nouns: [午餐], units: [份]')}`)
    expect(taken).toEqual([expect.stringContaining('“午餐” always goes to the measure “meals” above')])
    const apart = ['nouns: [午餐], units: [吨]', 'nouns: [午餐], units: [份], cues: [免费]']
    for (const rest of apart) {
      expect(messages(`${head}${category}measures:\n${first}${measure('lunches', rest)}`)).toEqual([])
    }
  })

  it('knows what a pattern may name', () => {
    const text = `${head}${category}measures:\n${measure('meals', 'nouns: [午餐]')}patterns:
  - { when: { measure: [meals] }, zh: '{done}', en: '{number} {meal|meals} {don}', active: 'served {quantity}' }
  - { when: { measure: [meals] }, en: '{quantity' }
  - { when: {}, en: '{quantity}' }
`
    expect(messages(text).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'unknown placeholder {done}; known here: quantity, number, item, actor, to',
      'unknown placeholder {don}; did you mean {done}?',
      '“active” is for facts with an actor and does not name it: {actor}',
      'never used: pattern 1 has the same conditions',
      'a brace “{” without its pair',
      'a pattern without conditions is used for everything',
    ])
  })

  it('says which label is missing and which key is misspelt', () => {
    const text = `${head}categories:\n  - { id: kitchen, label: { zh: 食堂 }, cue: [食堂] }\nmeasures: []\n`
    const found = messages(text).join('\n')
    expect(found).toMatch(/6:20 categories\.0\.label\.en/)
    expect(found).toMatch(/6:39 unknown key “cue”; did you mean “cues”\?/)
  })

  it('tells where the YAML breaks', () => {
    expect(messages('id: [')).toEqual([expect.stringMatching(/^1:6 not valid YAML/)])
  })

  it('uses a lens with slips and none with dangling names', () => {
    const slip = `${head}${category}measures:\n${measure('meals', 'nouns: [午餐, 午餐]')}`
    expect(parseLens(slip, 'l.yaml').measures).toHaveLength(1)
    const dangling = `${head}${category}measures:\n${measure('meals', 'nouns: [午餐], category: hall')}`
    expect(() => parseLens(dangling, 'l.yaml')).toThrowError(/l\.yaml:8:\d+: there is no category “hall”/)
  })
})

describe('finding a lens', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-lens-'))
    await mkdir(join(folder, 'lenses'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('looks into the folder lenses/ of the working folder, which wins', async () => {
    const own = `${head}${category}measures: []\n`
    await writeFile(join(folder, 'lenses', 'school-meals.yaml'), own)
    await writeFile(join(folder, 'lenses', 'flood-relief.yml'), own)
    expect((await loadLens('school-meals', folder)).label.en).toBe('School meals')
    expect((await loadLens('flood-relief', folder)).label.en).toBe('School meals')
    expect((await loadLens('public-response', folder)).id).toBe('public-response')
  })

  it('names the lens that was meant', async () => {
    const error = await loadLens('flod-relief', folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain('Did you mean “flood-relief”?')
  })
})

it.each(['public-response', 'flood-relief'])('ships %s without a slip', async (name) => {
  const text = await readFile(resourcePath('assets', 'lenses', `${name}.yaml`), 'utf8')
  expect(messages(text)).toEqual([])
})
