import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collect, collectEach } from '../../src/collect/index.js'
import { Source } from '../../src/model/index.js'

const TEXT = '青禾县连降大雨，志愿者转移群众412人。\n'
let cwd: string

beforeEach(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), 'collect-')))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

async function put(name: string, content: string | Buffer = TEXT): Promise<void> {
  await mkdir(dirname(join(cwd, name)), { recursive: true })
  await writeFile(join(cwd, name), content)
}
const uris = async (...inputs: string[]) => (await collect(inputs, { cwd })).map(({ uri }) => uri)
const problemOf = async (input: string) => {
  const [collected] = await collect([input], { cwd })
  expect(collected?.source).toBeNull()
  return collected?.problem
}

describe('what is named', () => {
  it('comes in the order it was named, a folder in the order of its names', async () => {
    for (const name of ['b.txt', 'week/2.html', 'week/1.md', 'week/deep/0.htm', 'a.txt']) await put(name)
    expect(await uris('b.txt', 'week', 'a.txt')).toEqual([
      'b.txt',
      'week/1.md',
      'week/2.html',
      'week/deep/0.htm',
      'a.txt',
    ])
  })

  it('is read once though it is named three times', async () => {
    await put('week/1.txt')
    expect(await uris('week', 'week/1.txt', 'week/*.txt', './week/../week/1.txt')).toEqual(['week/1.txt'])
  })

  it('is read as it is asked for: a thousand pages never stand in memory together', async () => {
    for (let i = 100; i < 200; i++) await put(`in/${i}.txt`)
    const read: string[] = []
    for await (const { uri, problem } of collectEach(['in'], { cwd })) {
      // What was not read by now is gone.
      if (read.length === 0) await rm(join(cwd, 'in'), { recursive: true })
      if (problem === null) read.push(uri)
    }
    expect(read[0]).toBe('in/100.txt')
    expect(read.length).toBeLessThan(40)
  })

  it('leaves out hidden files, node_modules and files of other kinds in folders', async () => {
    for (const name of ['in/.draft.txt', 'in/.git/x.txt', 'in/node_modules/p/readme.md', 'in/table.csv', 'in/1.txt'])
      await put(name)
    expect(await uris('in')).toEqual(['in/1.txt'])
    expect(await uris('in/**/*.{txt,md}')).toEqual(['in/1.txt'])
  })

  it('may be a file whose name looks like a pattern', async () => {
    for (const name of ['[2020] 简报*.txt', '(一).txt', '1.txt']) await put(name)
    expect(await uris('[2020] 简报*.txt', '(一).txt')).toEqual(['[2020] 简报*.txt', '(一).txt'])
  })

  it('may be a folder that links to itself', async () => {
    await put('loop/1.txt')
    await symlink(join(cwd, 'loop'), join(cwd, 'loop/again'))
    expect(await uris('loop')).toEqual(['loop/1.txt'])
    expect(await uris('loop/**/*.txt')).toEqual(['loop/1.txt'])
  })

  it('keeps the path as given where it lies outside the working folder', async () => {
    await put('elsewhere/1.txt')
    const outside = join(cwd, 'elsewhere/1.txt')
    const [collected] = await collect([outside], { cwd: join(cwd, 'here') })
    expect(collected?.uri).toBe(outside)
  })
})

describe('a source', () => {
  it('carries text, encoding, digest and kind', async () => {
    await put('1.txt', iconv.encode(TEXT.repeat(3), 'gb18030'))
    const [collected] = await collect(['1.txt'], { cwd })
    expect(Source.parse(collected?.source)).toMatchObject({
      uri: '1.txt',
      mediaType: 'text/plain',
      encoding: 'gb18030',
      text: TEXT.repeat(3),
    })
  })

  it.each([
    ['saved.txt', `<!DOCTYPE html><html><body><p>${TEXT}</p></body></html>`, 'text/html'],
    ['plain.html', TEXT, 'text/plain'],
    ['notes.md', `# 汛情\n\n${TEXT}`, 'text/markdown'],
    ['stray.txt', `${TEXT.repeat(20)}</span>`, 'text/plain'],
    ['part.htm', `<p>${TEXT}</p>`, 'text/html'],
  ])('is known by its content before its ending: %s', async (name, content, mediaType) => {
    await put(name, content)
    const [collected] = await collect([name], { cwd })
    expect(collected?.source?.mediaType).toBe(mediaType)
  })
})

describe('what cannot be read says why', () => {
  it('names the file that was probably meant', async () => {
    await put('women.txt')
    expect(await problemOf('womne.txt')).toMatchObject({ code: 'source-not-found', hint: 'Did you mean "women.txt"?' })
  })

  it.each([['a\0b.txt'], ['x'.repeat(5000)], ['no/such/folder/1.txt'], ['']])('survives the name %j', async (name) => {
    expect(await problemOf(name)).toMatchObject({ severity: 'error' })
  })

  it('a folder without articles', async () => {
    await put('pictures/a.png')
    expect(await problemOf('pictures')).toMatchObject({ code: 'folder-empty' })
  })

  it('a pattern that nothing matches', async () => {
    expect(await problemOf('*.html')).toMatchObject({ code: 'no-match', source: '*.html' })
  })

  it('a file without text', async () => {
    await put('empty.txt', ' \n\t\u3000\n')
    expect(await problemOf('empty.txt')).toMatchObject({ code: 'empty-file' })
  })

  it.each([
    ['an office document', Buffer.from('PK\x03\x04rest')],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 32))],
  ])('%s', async (_, bytes) => {
    await put('file.txt', bytes)
    expect(await problemOf('file.txt')).toMatchObject({ code: 'binary-file' })
  })

  it('a file of more than 50 MB, without reading it', async () => {
    await put('huge.txt')
    await truncate(join(cwd, 'huge.txt'), 60_000_000)
    expect(await problemOf('huge.txt')).toMatchObject({
      code: 'too-large',
      message: '"huge.txt" is too large: 60 MB, at most 50 MB are read.',
    })
  })

  it('a link that leads nowhere, a link that leads to itself, an address of another kind', async () => {
    await symlink(join(cwd, 'gone'), join(cwd, 'dangling.txt'))
    await symlink(join(cwd, 'self.txt'), join(cwd, 'self.txt'))
    expect(await problemOf('dangling.txt')).toMatchObject({ code: 'source-not-found' })
    expect(await problemOf('self.txt')).toMatchObject({ code: 'not-readable' })
    expect(await problemOf('ftp://example.cn/1.html')).toMatchObject({ code: 'url-refused' })
  })

  it('does not keep the others from being read', async () => {
    await put('1.txt')
    await put('2.txt')
    const collected = await collect(['1.txt', 'gone.txt', '2.txt'], { cwd })
    expect(collected.map(({ source }) => source !== null)).toEqual([true, false, true])
  })
})
