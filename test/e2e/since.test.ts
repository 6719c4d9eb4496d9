import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Briefing } from '../../src/model/index.js'
import { jianbao, type Run, root, temporaryFolder } from './cli.js'

const week = (name: string) => join(root, 'test/fixtures/weeks', name)

async function model(path: string): Promise<Briefing> {
  return Briefing.parse(JSON.parse(await readFile(path, 'utf8')))
}

describe('a second edition, with the PDF of the first', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let run: Run
  let second: Briefing

  beforeAll(async () => {
    folder = await temporaryFolder()
    await jianbao(['generate', week('first'), '--out', 'first.pdf', '--quiet'], folder.path)
    const args = ['generate', week('second'), '--since', 'first.pdf', '--out', 'second.pdf', '--format', 'pdf,json']
    run = await jianbao(args, folder.path)
    if (run.code === 0) second = await model(join(folder.path, 'second.json'))
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it('passes the inspection and knows what changed, by how much', () => {
    expect(run.stderr).toContain('checks passed')
    const changed = second.since?.items.filter(({ kind }) => kind === 'changed') ?? []
    expect(changed.map(({ before, by }) => [before?.value, by])).toEqual(
      expect.arrayContaining([
        [352_000, 137_000],
        [605_000, 150_000],
        [26_000, 14_000],
        [300, -20],
      ]),
    )
    expect(second.since?.confirmed.length).toBe(3)
  })

  it('shows in both languages what it was, what it is and the difference', async () => {
    const pdf = new Uint8Array(await readFile(join(folder.path, 'second.pdf')))
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
    const squashed = text.replace(/\s/g, '')
    for (const words of ['与上期相比', 'Sincelasttime', '352,000', '▲137,000', '▼20', '10changed·1new·3confirmed'])
      expect(squashed).toContain(words)
  })

  it('is compared with a JSON as with a PDF, and is the same bytes', async () => {
    await jianbao(['generate', week('first'), '--out', 'first.json', '--quiet'], folder.path)
    const args = ['generate', week('second'), '--since', 'first.json', '--out', 'again.json', '--quiet']
    expect((await jianbao(args, folder.path)).code).toBe(0)
    expect(await readFile(join(folder.path, 'again.json'), 'utf8')).toBe(
      await readFile(join(folder.path, 'second.json'), 'utf8'),
    )
  })

  it('refuses what is no briefing, or is one of another version, before any work', async () => {
    await writeFile(join(folder.path, 'note.txt'), 'not a briefing')
    const later = JSON.stringify({ ...second, schemaVersion: 2 })
    await writeFile(join(folder.path, 'later.json'), later)
    for (const [file, code] of [
      ['note.txt', 'not-a-briefing'],
      ['later.json', 'briefing-other-version'],
      ['missing.pdf', 'briefing-unreadable'],
    ] as const) {
      const args = ['generate', week('second'), '--since', file, '--out', 'no.pdf']
      const { code: exit, stderr } = await jianbao(args, folder.path)
      expect(exit, file).toBe(3)
      expect(stderr, file).toContain(`(${code})`)
    }
  })
})

describe('a schedule', () => {
  it('tells what differs from its last edition, unless it is told not to or the file was changed', async () => {
    await using folder = await temporaryFolder()
    const at = (name: string) => join(folder.path, name)
    const config = (more: string) =>
      `sources: [press/]\nformat: json\nschedules:\n  - {name: weekly, cron: "0 8 * * 1", timeZone: UTC, out: "{name}-{date}.json"${more}}\n`
    const edition = async (name: string, day: string, more = '') => {
      await rm(at('press'), { recursive: true, force: true })
      await cp(week(name), at('press'), { recursive: true })
      await writeFile(at('jianbao.config.yaml'), config(more))
      const { code, stdout } = await jianbao(['schedule', 'tick', '--now', `${day}T08:00Z`], folder.path)
      expect(code, stdout).toBe(0)
      return await model(at(`weekly-${day}.json`))
    }
    expect((await edition('first', '2020-03-09')).since).toBeUndefined()
    const second = await edition('second', '2020-03-16')
    expect(second.since?.edition.date).toBe('2020-03-09')
    expect(second.since?.items.filter(({ kind }) => kind === 'changed').length).toBe(10)
    expect((await edition('second', '2020-03-23', ', sinceLast: false')).since).toBeUndefined()
    await writeFile(at('weekly-2020-03-23.json'), '{}')
    const after = await edition('second', '2020-03-30')
    expect(after.since).toBeUndefined()
    expect(after.notes.map(({ code }) => code)).toContain('since-not-read')
  })
})
