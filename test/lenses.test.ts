import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { analyse } from '../src/analyse/index.js'
import { compare } from '../src/compare/index.js'
import { loadLens } from '../src/config/lens.js'
import { extract } from '../src/extract/index.js'
import { listLenses, reportLens, testLens } from '../src/lenses.js'
import { localiseBriefing } from '../src/localise/index.js'
import { patternPlaceholders, type Summary } from '../src/model/index.js'

const lens = await loadLens('flood-relief', process.cwd())

async function read(name: string): Promise<Summary> {
  const text = await readFile(new URL(`fixtures/flood/${name}`, import.meta.url), 'utf8')
  const mediaType = name.endsWith('.md') ? 'text/markdown' : 'text/plain'
  const { value } = extract({ uri: name, mediaType, encoding: 'utf-8', text, digest: `sha256:${'0'.repeat(64)}` })
  if (!value) throw new Error('no article')
  return analyse(value, lens)
}

describe('a lens of another field', () => {
  it('finds every figure of a flood article with its measure', async () => {
    const { facts } = await read('county.md')
    const found = facts.map(({ measure, quantity: { value, unit } }) => `${measure} ${value} ${unit}`)
    expect(found).toHaveLength(28)
    expect(found).toEqual(
      expect.arrayContaining([
        'rainfall 286 毫米',
        'water-level 48.35 米',
        'people.moved 12680 人',
        'tents 420 顶',
        'quilts 1500 床',
        'rescuers 210 名',
        'boats 18 艘',
        'dykes.length 3.6 公里',
        'sandbags 50000 个',
        'houses 152 间',
        'farmland 24000 亩',
        'losses 130000000 元',
        'money.allocated 8000000 元',
        'money.total 5260000 元',
        'repair-workers 320 名',
        'power.customers 21000 户',
        'volunteers 600 名',
      ]),
    )
  })

  it('compares two of them in English of their own field', async () => {
    const briefing = localiseBriefing(compare([await read('county.md'), await read('red-cross.txt')], { lens }), lens)
    expect(briefing.organisations).toHaveLength(2)
    const tents = briefing.comparison.flatMap(({ rows }) => rows).find(({ measure }) => measure === 'tents')
    expect(tents?.label.en).toBe('Tents')
    expect(tents?.cells.map(({ entries }) => entries.map(({ value }) => value))).toEqual([[420], [150]])
    const statements = briefing.facts.map(({ statement }) => statement.en)
    expect(statements).toContain('12,680 people evacuated, as of 25 July [2021].')
    expect(statements).toContain('The county Finance Department allocated RMB 8 million in disaster relief funds.')
    expect(statements).toContain('The Red Cross purchased 150 tents, as of 24 July [2021].')
    expect(briefing.notes.map(({ code }) => code)).toContain('parts-add-up')
    expect(JSON.stringify(briefing.comparison)).not.toMatch(/mask|epidemic/i)
  })

  it('fills every placeholder that patterns are told to know', async () => {
    const all = patternPlaceholders.en.map((name) => `{${name}}`).join(' ')
    const zh = patternPlaceholders.zh.map((name) => `{${name}}`).join(' ')
    const pattern = { when: { measure: ['tents'] }, zh, en: `${all} {tent|tents}` }
    const told = { ...lens, patterns: [pattern] }
    const briefing = localiseBriefing(compare([await read('county.md')], { lens: told }), told)
    const tents = briefing.facts.find(({ measure }) => measure === 'tents')
    expect(tents?.statement.en).toContain('tents')
    expect(`${tents?.statement.zh}${tents?.statement.en}`).not.toMatch(/[{}]/)
  })
})

describe('lens commands', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-lenses-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('lists those that ship, and one of the user that is broken with what breaks it', async () => {
    await mkdir(join(folder, 'lenses'))
    await writeFile(join(folder, 'lenses', 'ours.yaml'), 'id: [')
    const lenses = await listLenses(folder)
    expect(lenses.map(({ name, ships }) => [name, ships])).toEqual([
      ['ours', false],
      ['flood-relief', true],
      ['public-response', true],
    ])
    expect(lenses[0]).toHaveProperty('error', expect.stringContaining('ours.yaml:1:6'))
  })

  it.each(['flood-relief', 'public-response'])('reads the examples of %s as they expect', async (name) => {
    const { results } = await testLens(name, process.cwd())
    expect(results.length).toBeGreaterThanOrEqual(12)
    expect(results.filter(({ passed }) => !passed)).toEqual([])
  })

  it('reads a field that no lens which ships knows, by its own words', async () => {
    const file = 'test/fixtures/lenses/river-care.yaml'
    expect((await reportLens(file, process.cwd())).problems).toEqual([])
    const { results } = await testLens(file, process.cwd())
    expect(results.length).toBeGreaterThanOrEqual(5)
    expect(results.flatMap(({ differences }) => differences)).toEqual([])
  })

  it('points at words of the field that can never serve', async () => {
    const file = join(folder, 'words.yaml')
    const text = await readFile('test/fixtures/lenses/river-care.yaml', 'utf8')
    await writeFile(file, text.replace('deeds: [清漂,', 'deeds: [认养,').replace('[48号湿地]', '[湿地公园]'))
    const { problems } = await reportLens(file, folder)
    expect(problems.map(({ message }) => message)).toEqual([
      '“认养” stands among the verbs as well',
      '“湿地公园” needs no entry: it does not begin with a number',
    ])
    expect(problems.every(({ line, column }) => line > 20 && column > 1)).toBe(true)
  })

  it('shows expected against found, at the line of the example', async () => {
    const file = join(folder, 'meals.yaml')
    await writeFile(
      file,
      `id: meals
version: 1
label: { zh: 餐, en: Meals }
subject: { zh: 餐, en: meals }
categories: [{ id: kitchen, label: { zh: 食堂, en: Kitchens }, cues: [食堂] }]
measures: [{ id: meals, label: { zh: 餐, en: Meals }, nouns: [午餐], units: [份], unit: { zh: 份, en: meal, many: meals } }]
examples:
  - { sentence: 食堂供应午餐320份。, facts: [{ value: 320, unit: 份, measure: meals, category: kitchen }] }
  - sentence: 食堂供应午餐40份、面包25个。
    facts: [{ value: 40, unit: 盒, measure: null }, { value: 25 }, { value: 7 }]
`,
    )
    const { results } = await testLens(file, folder)
    expect(results.map(({ passed, line }) => [passed, line])).toEqual([
      [true, 8],
      [false, 9],
    ])
    expect(results[1]?.differences).toEqual([
      '40: unit is “份”, expected “盒”',
      '40: measure is “meals”, expected none',
      '7: not found',
    ])
  })

  it('reports the problems of a file by line and column', async () => {
    const file = join(folder, 'broken.yaml')
    await writeFile(file, 'id: x\nversion: one\n')
    const report = await reportLens(file, folder)
    expect(report.file).toBe('broken.yaml')
    expect(report.problems).toContainEqual(expect.objectContaining({ line: 2, column: 1 }))
  })
})
