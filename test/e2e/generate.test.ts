import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Briefing } from '../../src/model/index.js'
import { jianbao, type Run, root, temporaryFolder } from './cli.js'

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the sample articles, through the built program and a real browser', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let run: Run
  let pdf: string
  let briefing: Briefing

  beforeAll(async () => {
    folder = await temporaryFolder()
    await cp(join(root, 'assets/examples'), join(folder.path, 'articles'), { recursive: true })
    run = await jianbao(['generate', 'articles', '--out', 'briefing.pdf', '--format', 'pdf,html,json'], folder.path)
    pdf = join(folder.path, 'briefing.pdf')
    if (run.code === 0)
      briefing = Briefing.parse(JSON.parse(await readFile(join(folder.path, 'briefing.json'), 'utf8')))
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it('says what it made: path, pages, what the briefing holds', () => {
    expect(run.stderr + run.stdout).toContain('briefing.pdf')
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/briefing\.pdf {2}\(\d+ pages/)
    expect(run.stdout).toMatch(/4 organisations, 4 sources, \d+ figures/)
    expect(run.stderr).toContain('Print through Chromium')
  })

  it('leaves no half-written file behind', async () => {
    expect((await readdir(folder.path)).sort()).toEqual(['articles', 'briefing.html', 'briefing.json', 'briefing.pdf'])
  })

  it('holds every figure of the model and its sentence in the text of the PDF', async () => {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(pdf))), {
      mergePages: true,
    })
    const squashed = text.normalize('NFKC').replace(/\s/g, '')
    expect(briefing.facts.length).toBeGreaterThan(60)
    for (const fact of briefing.facts) {
      expect(squashed).toContain(fact.quantity.surface.normalize('NFKC').replace(/\s/g, ''))
    }
    for (const organisation of briefing.organisations) {
      expect(squashed).toContain(organisation.zh)
      expect(squashed).toContain(organisation.en.replace(/\s/g, ''))
    }
  })

  it('shows each figure in both languages', () => {
    for (const { statement, quantity } of briefing.facts) {
      expect(statement.zh, quantity.surface).not.toBe('')
      expect(statement.en, quantity.surface).not.toBe('')
      expect(statement.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('has an outline, a structure tree and at least three charts', async () => {
    const html = await readFile(join(folder.path, 'briefing.html'), 'utf8')
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(3)
    const document = await getDocumentProxy(new Uint8Array(await readFile(pdf)))
    const [whole] = await document.getOutline()
    expect(whole?.items.length).toBeGreaterThan(5)
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  })

  it.skipIf(!has('pdffonts'))('embeds its own fonts as TrueType subsets and holds no picture', () => {
    const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(NotoSansSC|Inter)\S*\s+CID TrueType\s.*yes yes/)
    expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).trim().split('\n').slice(2)).toEqual([])
  })

  it.skipIf(!has('qpdf'))('is a clean PDF', () => {
    expect(execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
  })

  it('makes the same bytes again, on another day and in another time zone', async () => {
    const again = await jianbao(['generate', 'articles', '--out', 'again.pdf', '--quiet'], folder.path, {
      TZ: 'America/New_York',
    })
    expect(again).toMatchObject({ code: 0, stdout: '' })
    expect(digest(await readFile(join(folder.path, 'again.pdf')))).toBe(digest(await readFile(pdf)))
  })

  it('makes the briefing without a source that cannot be read, and says so', async () => {
    await writeFile(join(folder.path, 'noise.txt'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]))
    const mixed = await jianbao(
      ['generate', 'articles', 'noise.txt', 'gone.txt', '--lang', 'en', '--out', 'mixed.pdf'],
      folder.path,
    )
    expect(mixed.code).toBe(0)
    expect(mixed.stdout).toMatch(/left out: noise\.txt/)
    expect(mixed.stdout).toMatch(/left out: gone\.txt/)
  })

  it('lists where else a story stands, reads it once, and tells what only a reprint says', async () => {
    const lines = [
      '7月5日，澄川市红十字会向受灾乡镇调拨第一批救灾物资，志愿服务队连夜装车。',
      '截至当晚，共发放帐篷320顶、棉被1860床、饮用水4200箱，惠及群众2600人。',
      '红十字会还派出救护员45名，在6个安置点设立医疗站，为群众测量体温、处理外伤。',
    ]
    await writeFile(
      join(folder.path, 'story.txt'),
      `澄川红会调拨物资\n\n${lines.join('\n')}\n市民捐款的渠道也已开通，明细每天向社会公布。\n`,
    )
    await writeFile(join(folder.path, 'copy.txt'), await readFile(join(folder.path, 'story.txt')))
    const retold = `第一批物资连夜送到\n\n${lines.join('\n')}\n另有12家企业参与运输。\n`
    await writeFile(join(folder.path, 'retold.txt'), retold)
    const sources = ['story.txt', 'copy.txt', 'retold.txt']
    const once = await jianbao(['generate', ...sources, '--out', 'once.pdf'], folder.path)
    expect(once.code, once.stderr).toBe(0)
    expect(once.stdout).toMatch(/1 organisation, 3 sources/)
    expect(once.stdout).toContain('copy.txt is the same file as story.txt')
    expect(once.stdout).toContain('retold.txt tells the story of story.txt')
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await readFile(join(folder.path, 'once.pdf')))),
      { mergePages: true },
    )
    for (const name of sources) expect(text).toContain(name)
    expect(text.replace(/\s/g, '')).toContain('第一批物资连夜送到')
    expect(text.replace(/\s/g, '')).toContain('另有12家企业参与运输')
  })

  it('says what is left out even to whoever wants to hear nothing else', async () => {
    const sources = [join('articles', 'red-cross.md'), 'gone.txt']
    const quiet = await jianbao(['generate', ...sources, '--quiet', '--format', 'json', '--out', 'q.json'], folder.path)
    expect(quiet.code).toBe(0)
    expect(quiet.stdout).toBe('')
    expect(quiet.stderr).toMatch(/^left out: gone\.txt: .*\n$/)
  })

  it('makes the briefing of an article that tells one figure again and again', async () => {
    const days = Array.from(
      { length: 9 },
      (_, at) => `澄川市妇联第${at + 1}组来到社区，市妇联共捐款5万元，大家很高兴。`,
    )
    await writeFile(join(folder.path, 'again.txt'), `澄川市妇联捐款纪实\n\n${days.join('\n\n')}\n`)
    const told = await jianbao(['generate', 'again.txt', '--out', 'told.pdf'], folder.path)
    expect(told.code, told.stderr).toBe(0)
    expect(told.stdout).toMatch(/9 figures/)
  })

  it('keeps the old briefing where the new one cannot be made', async () => {
    const before = digest(await readFile(pdf))
    const failed = await jianbao(
      ['generate', 'articles', '--out', 'briefing.pdf', '--browser', '/nowhere/chrome'],
      folder.path,
    )
    expect(failed.code).toBe(4)
    expect(failed.stderr).toContain('→')
    expect(digest(await readFile(pdf))).toBe(before)
    expect(existsSync(join(folder.path, 'briefing.rejected.pdf'))).toBe(false)
  })
})
