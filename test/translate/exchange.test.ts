import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig, resolveOptions } from '../../src/config/index.js'
import { generate } from '../../src/generate.js'
import type { Briefing } from '../../src/model/index.js'
import { readXliff } from '../../src/translate/index.js'
import {
  exportMemory,
  exportOptions,
  exportTranslations,
  forgetMemory,
  importMemory,
  importTranslations,
  listMemory,
} from '../../src/translations.js'

const article = `点点滴滴汇真情 青川县妇联在行动
2020-03-02 09:00 来源：青川妇联
守望相助暖人心
2月3日,青川县妇联主席仇雪梅带队,志愿者28名走访困难家庭,送去口罩1200个、蒲团30个。
`
const title = '点点滴滴汇真情 青川县妇联在行动'
const now = new Date('2026-03-02T08:00:00Z')

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'jianbao-exchange-'))
  await writeFile(join(cwd, 'a.txt'), article)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const store = (): string => join(cwd, '.jianbao', 'jianbao.sqlite')
const file = (): string => join(cwd, 'a.xlf')

async function exported(): Promise<string> {
  const loaded = await loadConfig({ cwd })
  const flags = { sources: ['a.txt'], out: 'a.xlf', lens: undefined, translate: undefined }
  await exportTranslations(exportOptions(flags, loaded, cwd), { cwd })
  return readFile(file(), 'utf8')
}

/** The file as a person's tool would return it: another target and state for one Chinese text. */
function edited(xliff: string, zh: string, en: string, state = 'translated'): string {
  const at = xliff.indexOf(`<source xml:space="preserve">${zh}</source>`)
  if (at < 0) throw new Error(`${zh} was not exported`)
  const segment = xliff.lastIndexOf('<segment', at)
  const end = xliff.indexOf('</segment>', at)
  const made = `<segment id="s1" state="${state}"><source>${zh}</source><target>${en}</target>`
  return xliff.slice(0, segment) + made + xliff.slice(end)
}

async function imported(xliff: string, { force = false } = {}) {
  await writeFile(file(), xliff)
  return importTranslations('a.xlf', { cwd, store: store(), force, now })
}

async function brief(): Promise<Briefing> {
  const options = resolveOptions({ sources: ['a.txt'], out: 'b.json' }, await loadConfig({ cwd }), cwd)
  await generate(options, { cwd, now })
  return JSON.parse(await readFile(join(cwd, 'b.json'), 'utf8')) as Briefing
}

describe('XLIFF for people', () => {
  it('holds every text with its English and state, and is well-formed', async () => {
    const xliff = await exported()
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(xliff).close()
    expect(xliff).toContain('version="2.1" srcLang="zh-Hans" trgLang="en-GB"')
    const units = readXliff(xliff)
    const states = new Map(units.map(({ zh, state }) => [zh, state]))
    expect(states.get(title)).toBe('initial')
    expect(states.get('仇雪梅')).toBe('translated')
    expect(units.map(({ use }) => use)).toEqual(expect.arrayContaining(['text', 'name', 'noun']))
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
  })

  it('takes what was edited or confirmed, and leaves the rest to be built', async () => {
    const xliff = edited(await exported(), title, 'Kindness, drop by drop: Qingchuan women in action', 'final')
    const report = await imported(xliff)
    expect(report).toMatchObject({ taken: 1, conflicts: [] })
    expect(report.unchanged).toBeGreaterThan(5)
    expect(await listMemory(store())).toEqual([
      expect.objectContaining({ source: title, state: 'final', origin: 'person', date: now.toISOString() }),
    ])
    const briefing = await brief()
    expect(briefing.sources[0]?.title.en).toBe('Kindness, drop by drop: Qingchuan women in action')
  })

  it('corrects a person and a word everywhere, statements included', async () => {
    let xliff = await exported()
    xliff = edited(xliff, '仇雪梅', 'Chou Hsueh-mei', 'reviewed')
    xliff = edited(xliff, '蒲团', 'prayer cushion', 'reviewed')
    expect(await imported(xliff)).toMatchObject({ taken: 2, conflicts: [] })
    const briefing = await brief()
    expect(briefing.organisations[0]?.people[0]?.en).toBe('Chou Hsueh-mei')
    expect(briefing.facts.find(({ quantity }) => quantity.value === 30)?.statement.en).toContain('30 prayer cushions')
  })

  it('says with its line what cannot be taken, and takes the others', async () => {
    let xliff = await exported()
    const statement = readXliff(xliff).find(({ zh }) => zh.includes('1200'))
    if (!statement) throw new Error('no statement')
    xliff = edited(xliff, statement.zh, '120 masks delivered.')
    xliff = edited(xliff, '守望相助暖人心', 'Helping one another warms 人心')
    xliff = edited(xliff, title, 'Kindness in action')
    const { taken, conflicts } = await imported(xliff)
    expect(taken).toBe(1)
    expect(conflicts.map(({ kind }) => kind).sort()).toEqual(['chinese', 'numbers'])
    const numbers = conflicts.find(({ kind }) => kind === 'numbers')
    expect(xliff.split('\n')[(numbers?.line ?? 0) - 1]).toContain(statement.zh)
    expect(numbers?.message).toContain('1,200')
  })

  it('does not overwrite what somebody else corrected since the export, unless told to', async () => {
    const first = await exported()
    await imported(edited(first, title, 'Kindness in action'))
    const second = edited(first, title, 'Women of kindness in action')
    const { conflicts } = await imported(second)
    expect(conflicts).toEqual([expect.objectContaining({ kind: 'memory', zh: title })])
    expect(await imported(second, { force: true })).toMatchObject({ taken: 1, conflicts: [] })
  })

  it('takes a second correction of what was exported as corrected', async () => {
    await imported(edited(await exported(), title, 'Kindness in action'))
    const report = await imported(edited(await exported(), title, 'Women of kindness in action', 'final'))
    expect(report).toMatchObject({ taken: 1, conflicts: [] })
  })

  it.each([
    ['<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"></xliff>', 'line 1: XLIFF 1.2'],
    ['<xliff version="2.1" srcLang="de" trgLang="en"></xliff>', 'srcLang'],
    ['<tmx version="1.4"></tmx>', 'no XLIFF'],
    ['<xliff version="2.1" srcLang="zh" trgLang="en">\n<file id="f">\n<unit>', 'line 3'],
    ['', 'cannot be read'],
  ])('refuses what is no XLIFF of ours: %s', async (text, problem) => {
    await expect(imported(text)).rejects.toMatchObject({
      code: 'translation-file-invalid',
      exitCode: 3,
      message: expect.stringContaining(problem),
    })
  })
})

describe('the memory as TMX', () => {
  const foreign = `<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="other" segtype="sentence" srclang="zh-CN" o-tmf="x" adminlang="en" datatype="xml" creationtoolversion="1"/>
<body>
<tu><tuv xml:lang="zh-CN"><seg>${title}</seg></tuv><tuv xml:lang="en-US"><seg><bpt i="1">&lt;b&gt;</bpt>Kindness<ept i="1">&lt;/b&gt;</ept> in action</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>送去口罩1200个。</seg></tuv><tuv xml:lang="en-US"><seg>12,000 masks delivered.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Nur Deutsch</seg></tuv></tu>
</body></tmx>`

  it('takes pairs of other tools, not those whose numbers differ', async () => {
    await writeFile(join(cwd, 'agency.tmx'), `\ufeff${foreign}`, 'utf16le')
    const report = await importMemory('agency.tmx', { cwd, store: store(), now })
    expect(report).toMatchObject({ taken: 1, conflicts: [{ line: 6, kind: 'numbers' }] })
    expect((await brief()).sources[0]?.title).toMatchObject({ en: 'Kindness in action', enBasis: 'person' })
  })

  it('comes back as it went', async () => {
    await imported(edited(await exported(), title, 'Kindness &amp; action', 'final'))
    const before = await listMemory(store())
    const { units } = await exportMemory(store(), { cwd, out: 'ours.tmx', version: '0' })
    expect(units).toBe(1)
    expect(await forgetMemory(store(), { origin: 'person' })).toBe(1)
    await importMemory('ours.tmx', { cwd, store: store(), now: new Date(0) })
    expect(await listMemory(store())).toEqual(before)
  })

  it('does not forget everything by a slip', async () => {
    await expect(forgetMemory(store(), {})).rejects.toMatchObject({ exitCode: 2 })
  })
})
