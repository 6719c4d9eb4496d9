import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig, resolveOptions } from '../../src/config/index.js'
import { generate } from '../../src/generate.js'
import { dictionaryItem, isDictionary } from '../../src/localise/dictionary.js'
import { vocabularyOf, withVocabulary } from '../../src/localise/vocabulary.js'
import type { Briefing } from '../../src/model/index.js'
import { importTerms } from '../../src/terms.js'

// Lines of our own in the form of the dictionary.
const dictionary = `# CC-CEDICT
#! version=1
蒲團 蒲团 [pu2 tuan2] /(Buddhism) woven seat/kneeling cushion, of cattail/
乾糧 干粮 [gan1 liang5] /CL:袋[dai4]/dry rice; field ration/
搖擺 摇摆 [yao2 bai3] /to sway/to waver/
木屐 木屐 [mu4 ji1] /see 木履[mu4 lu:3]/wooden clog/
`

describe('a dictionary behind the terms', () => {
  it('gives the first gloss that is a noun, without remarks', () => {
    const vocabulary = vocabularyOf([], () => dictionary)
    const item = (zh: string) => withVocabulary(vocabulary, () => dictionaryItem(zh))
    expect(item('蒲团')).toMatchObject({ one: 'woven seat', many: 'woven seats', fromDictionary: true })
    expect(item('干粮')).toMatchObject({ one: 'dry rice', many: 'dry rice', uncountable: true })
    expect(item('木屐')).toMatchObject({ many: 'wooden clogs' })
    expect(item('摇摆')).toBeNull()
    expect(item('没有')).toBeNull()
    expect(dictionaryItem('蒲团')).toBeNull()
  })

  it('is read with the first noun that needs it, once', () => {
    let reads = 0
    const vocabulary = vocabularyOf([], () => {
      reads++
      return dictionary
    })
    expect(reads).toBe(0)
    withVocabulary(vocabulary, () => dictionaryItem('蒲团'))
    withVocabulary(vocabulary, () => dictionaryItem('干粮'))
    expect(reads).toBe(1)
  })

  it('is known by its form', () => {
    expect(isDictionary(dictionary)).toBe(true)
    expect(isDictionary('zh,en,pos\n蒲团,seat,noun\n')).toBe(false)
  })
})

describe('a briefing with a dictionary', () => {
  let cwd = ''
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'jianbao-dictionary-'))
  })
  afterEach(async () => {
    await rm(cwd, { recursive: true, force: true })
  })

  it('tells a noun that no term covers in English, marks it and names the dictionary', async () => {
    await writeFile(join(cwd, 'a.txt'), '青川县妇联在行动\n2020-03-02\n2月3日,青川县妇联向困难家庭送去蒲团30个。\n')
    await writeFile(join(cwd, 'cedict.txt.gz'), gzipSync(dictionary))
    expect(await importTerms('cedict.txt.gz', 'project', cwd)).toEqual({ file: 'terms/cedict.u8', terms: 4 })
    const options = resolveOptions({ sources: ['a.txt'], out: 'b.json' }, await loadConfig({ cwd }), cwd)
    await generate(options, { cwd })
    const briefing = JSON.parse(await readFile(join(cwd, 'b.json'), 'utf8')) as Briefing
    const [fact] = briefing.facts
    expect(fact?.statement).toMatchObject({ en: expect.stringContaining('30 woven seats'), enBasis: 'dictionary' })
    expect(briefing.notes.find(({ code }) => code === 'dictionary-words')?.text?.en).toContain('CC BY-SA')
  })
})
