import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf, Stream, streamBytes } from '../../src/pdf/index.js'
import { writePdf } from '../../src/print/write.js'
import type { Verification } from '../../src/verification.js'
import { jianbao, root, temporaryFolder } from './cli.js'

/** The PDF with another model inside; its pages stay as they are. */
async function withModel(pdf: Uint8Array, change: (model: string) => string): Promise<Uint8Array> {
  const file = readPdf(pdf)
  for (const [number, object] of file.objects) {
    if (!(object instanceof Stream) || object.dict.get('/Type') !== '/EmbeddedFile') continue
    const text = streamBytes(object).toString('utf8')
    if (!text.startsWith('{')) continue
    const bytes = Buffer.from(change(text), 'utf8')
    object.dict.delete('/Filter')
    file.objects.set(number, new Stream(object.dict.set('/Length', String(bytes.length)), bytes))
  }
  return writePdf(file)
}

describe('verify', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  const at = (name: string) => join(folder.path, name)

  beforeAll(async () => {
    folder = await temporaryFolder()
    await cp(join(root, 'test/fixtures/weeks/first'), at('press'), { recursive: true })
    await jianbao(['generate', 'press', '--out', 'briefing.pdf', '--quiet'], folder.path)
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  async function verify(...args: string[]): Promise<Verification & { code: number | null }> {
    const { code, stdout } = await jianbao(['verify', ...args, '--json'], folder.path)
    return { ...(JSON.parse(stdout) as Verification), code }
  }

  it('says that all stands where nothing was touched, without being told the sources', async () => {
    const { code, counts, document } = await verify('briefing.pdf')
    expect({ code, passed: document?.passed }).toEqual({ code: 0, passed: true })
    expect(counts).toMatchObject({ moved: 0, changed: 0, gone: 0, unread: 0 })
    expect(counts.holds).toBeGreaterThan(10)
  })

  it('names what has moved, what another number stands for, and what is gone', async () => {
    await cp(at('press'), at('later'), { recursive: true })
    const path = at('later/federation.txt')
    const text = await readFile(path, 'utf8')
    const changed = text
      .replace('35.2万元', '36.2万元')
      .replace('，阅读量12万人次', '')
      .replace('护目镜60副', '护目镜 60 副')
    await writeFile(path, changed)
    const { code, figures } = await verify('briefing.pdf', 'later')
    expect(code).toBe(5)
    const status = (printed: string) => figures.find((figure) => figure.printed === printed)
    expect(status('35.2万元')).toMatchObject({ status: 'changed', now: { printed: '36.2万元', value: 362_000 } })
    expect(status('12万元')).toMatchObject({ status: 'moved' })
    expect(status('60副')).toMatchObject({ status: 'moved' })
    expect(status('12万人次')).toMatchObject({ status: 'gone' })
    expect(status('60.5万元')).toMatchObject({ status: 'holds' })
    const { stdout } = await jianbao(['verify', 'briefing.pdf', 'later'], folder.path)
    expect(stdout).toMatch(/changed \d+ {2}35\.2万元 → 36\.2万元/)
  })

  it('finds out a PDF whose model was changed, and whose pages were not', async () => {
    const pdf = new Uint8Array(await readFile(at('briefing.pdf')))
    await writeFile(at('same.pdf'), await withModel(pdf, (model) => model))
    expect((await verify('same.pdf')).document?.passed).toBe(true)
    await writeFile(at('forged.pdf'), await withModel(pdf, (model) => model.replaceAll('352000', '452000')))
    const { code, document, figures } = await verify('forged.pdf')
    expect(code).toBe(5)
    const failed = document?.checks.filter(({ passed }) => !passed).map(({ id }) => id)
    expect(failed).toEqual(expect.arrayContaining(['figures-present', 'linked-figures', 'attachments-present']))
    expect(figures.find(({ value }) => value === 452_000)).toMatchObject({ status: 'changed', now: { value: 352_000 } })
  })

  it('says which source could not be read, and verifies the others', async () => {
    await cp(at('briefing.pdf'), at('alone/briefing.pdf'))
    await cp(at('press/zhigong.txt'), at('alone/press/zhigong.txt'))
    await rm(at('press'), { recursive: true })
    const { code, counts, unread } = await verify('alone/briefing.pdf')
    expect(code).toBe(3)
    expect(counts.holds).toBeGreaterThan(3)
    expect(counts.unread).toBeGreaterThan(3)
    expect(unread.map(({ uri }) => uri)).toEqual([expect.stringContaining('federation.txt')])
  })
})
