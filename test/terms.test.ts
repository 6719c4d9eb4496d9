import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itemText } from '../src/localise/summary.js'
import { shippedVocabulary, type Vocabulary, withVocabulary } from '../src/localise/vocabulary.js'
import { addTerm, checkTerms, exportTerms, importTerms, listTerms, vocabularyFor } from '../src/terms.js'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'jianbao-terms-'))
  vi.stubEnv('XDG_CONFIG_HOME', join(cwd, 'config'))
})
afterEach(async () => {
  await rm(cwd, { recursive: true })
  vi.unstubAllEnvs()
})

const mask = { zh: '口罩', en: 'respirator', pos: 'noun', forms: '', domain: 'goods' } as const

describe('own terms', () => {
  it("are used instead of those that ship, the project's before the user's", async () => {
    await addTerm({ ...mask, en: 'face covering' }, 'user', cwd)
    const users = await vocabularyFor(cwd)
    const english = (vocabulary: Vocabulary) => withVocabulary(vocabulary, () => itemText('口罩').en)
    expect(english(users)).toBe('face coverings')
    await addTerm(mask, 'project', cwd)
    const projects = await vocabularyFor(cwd)
    expect(withVocabulary(projects, () => itemText('医用口罩和口罩').en)).toContain('respirators')
    // Both are of use in one process, one after the other and again.
    expect([projects, users, shippedVocabulary, projects].map(english)).toEqual([
      'respirators',
      'face coverings',
      'masks',
      'respirators',
    ])
  })

  it('replace an earlier one of the same word and keep the others', async () => {
    await addTerm({ ...mask, zh: '样品盒', en: 'sample box' }, 'project', cwd)
    await addTerm(mask, 'project', cwd)
    expect(await addTerm({ ...mask, en: 'mask, medical' }, 'project', cwd)).toMatchObject({ replaced: true })
    const own = await listTerms(cwd, { layer: 'project' })
    expect(own.map(({ zh, en }) => [zh, en])).toEqual([
      ['样品盒', 'sample box'],
      ['口罩', 'mask, medical'],
    ])
  })

  it('are refused with the place where they cannot be used', async () => {
    await mkdir(join(cwd, 'terms'))
    await writeFile(join(cwd, 'terms', 'a.csv'), 'zh,en,pos\n口罩,mask,noun\n专班,task force,thing\n')
    await expect(vocabularyFor(cwd)).rejects.toMatchObject({ code: 'terms-invalid', exitCode: 2 })
    await expect(vocabularyFor(cwd)).rejects.toThrow(/a\.csv, term 2: “thing”/)
    await expect(addTerm({ ...mask, en: '口罩' }, 'project', cwd)).rejects.toMatchObject({ code: 'terms-invalid' })
  })
})

describe('checking', () => {
  it('names contradictions, repetitions and what no article holds', async () => {
    await mkdir(join(cwd, 'terms'))
    const rows = [
      'zh,en,pos,forms,note,domain',
      '样品盒,sample box,noun,,,',
      '样品盒,specimen box,noun,,,',
      '群众,local resident,noun,,,person',
      '护士,nurse aide,noun,,,person',
    ]
    await writeFile(join(cwd, 'terms', 'ours.csv'), `${rows.join('\n')}\n`)
    await writeFile(join(cwd, 'article.txt'), '护士为群众服务。')
    const report = await checkTerms(cwd, ['article.txt'])
    expect(report.conflicts.map(({ zh, kind }) => [zh, kind])).toEqual([
      ['样品盒', 'twice'],
      ['群众', 'same'],
      ['护士', 'overrides'],
    ])
    expect(report.unused).toEqual(['样品盒', '样品盒'])
    expect((await checkTerms(cwd, [])).unused).toBeNull()
  })
})

describe('exchange', () => {
  it.each(['csv', 'tbx'] as const)('brings all that ships back from %s unchanged', async (format) => {
    const { text, terms } = await exportTerms(cwd, { format, layer: 'shipped' })
    await writeFile(join(cwd, `all.${format}`), text)
    expect(await importTerms(`all.${format}`, 'project', cwd)).toMatchObject({ terms })
    const bare = (list: Awaited<ReturnType<typeof listTerms>>) => list.map(({ layer: _, file: __, ...term }) => term)
    expect(bare(await listTerms(cwd, { layer: 'project' }))).toEqual(bare(await listTerms(cwd, { layer: 'shipped' })))
  })

  it('loses no term that a file of the same name holds already', async () => {
    await addTerm({ ...mask, zh: '样品盒', en: 'sample box' }, 'project', cwd)
    await addTerm(mask, 'project', cwd)
    await mkdir(join(cwd, 'other'))
    await writeFile(join(cwd, 'other', 'terms.csv'), 'zh,en,pos\n口罩,face mask,noun\n')
    await importTerms('other/terms.csv', 'project', cwd)
    const own = await listTerms(cwd, { layer: 'project' })
    expect(own.map(({ zh, en }) => [zh, en])).toEqual([
      ['样品盒', 'sample box'],
      ['口罩', 'face mask'],
    ])
  })

  it('reads a foreign TBX of version 2', async () => {
    const text = `<?xml version="1.0"?><martif type="TBX"><text><body><termEntry id="1"><descrip type="subjectField">health</descrip>
      <langSet xml:lang="zh-CN"><tig><term>样品 &amp; 盒</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
      <langSet xml:lang="en-GB"><tig><term>sample box</term></tig><tig><term>box</term></tig></langSet></termEntry></body></text></martif>`
    await writeFile(join(cwd, 'g.tbx'), text)
    await importTerms('g.tbx', 'user', cwd)
    expect(await listTerms(cwd, { layer: 'user' })).toMatchObject([
      { zh: '样品 & 盒', en: 'sample box', pos: 'noun', domain: 'health' },
    ])
    expect(await readFile(join(cwd, 'config', 'jianbao', 'terms', 'g.csv'), 'utf8')).toMatch(/^zh,en,pos/)
  })

  it('says what is no XML', async () => {
    await writeFile(join(cwd, 'bad.tbx'), '<tbx><text>')
    await expect(importTerms('bad.tbx', 'project', cwd)).rejects.toMatchObject({ code: 'terms-invalid' })
  })
})
