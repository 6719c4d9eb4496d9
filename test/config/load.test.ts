import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/index.js'
import { UserError } from '../../src/errors.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-config-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

async function refusal(name: string, text: string): Promise<UserError> {
  await write(name, text)
  const error = await loadConfig({ cwd: folder }).catch((thrown: unknown) => thrown)
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`)
  expect(error.exitCode).toBe(2)
  return error
}

describe('finding the configuration', () => {
  it('works without one', async () => {
    const loaded = await loadConfig({ cwd: folder })
    expect(loaded).toMatchObject({ path: null, folder, store: join(folder, '.jianbao/jianbao.sqlite') })
    expect(loaded.config.schedules).toEqual([])
  })

  it.each([
    ['jianbao.config.yaml', 'lens: flood-relief'],
    ['jianbao.config.yml', 'lens: flood-relief'],
    ['jianbao.config.json', '{ "lens": "flood-relief" }'],
    ['jianbao.config.mjs', 'export default { lens: "flood-relief" }'],
    ['jianbao.config.js', 'export default { lens: "flood-relief" }'],
  ])('reads %s', async (name, text) => {
    await write('package.json', '{ "type": "module" }')
    await write(name, text)
    const loaded = await loadConfig({ cwd: folder })
    expect(loaded.path).toBe(join(folder, name))
    expect(loaded.config.lens).toBe('flood-relief')
  })

  it('does not search the folders above', async () => {
    await write('jianbao.config.yaml', 'lens: flood-relief')
    await mkdir(join(folder, 'below'))
    expect((await loadConfig({ cwd: join(folder, 'below') })).path).toBeNull()
  })

  it('takes an empty file for the defaults', async () => {
    await write('jianbao.config.yaml', '# nothing yet\n')
    expect((await loadConfig({ cwd: folder })).config.schedules).toEqual([])
  })

  it('refuses to choose between two', async () => {
    await write('jianbao.config.json', '{}')
    const error = await refusal('jianbao.config.yaml', '')
    expect(error.code).toBe('config-ambiguous')
    expect(error.message).toContain('jianbao.config.yaml, jianbao.config.json')
  })

  it('suggests the file that was meant', async () => {
    await write('house.yaml', '')
    const error = await loadConfig({ cwd: folder, path: 'hous.yaml' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'config-not-found', exitCode: 2, next: ['Did you mean house.yaml?'] })
  })
})

describe('what is wrong is named with its place', () => {
  it.each([
    ['a key', 'lens: x\ntemplat: house\n', 'jianbao.config.yaml:2:1: unknown key “templat”; did you mean “template”?'],
    ['another tool’s key', 'output: a.pdf\n', 'jianbao.config.yaml:1:1: unknown key “output”; did you mean “out”?'],
    [
      'a value',
      'title: 简报\npaper: A5\n',
      'jianbao.config.yaml:2:1: paper: expected A4 or Letter, found “A5”; did you mean “A4”?',
    ],
    [
      'an entry of a list',
      'format:\n  - pdf\n  - htm\n',
      'jianbao.config.yaml:3:5: format[1]: expected pdf, html, json, csv, xlsx or md, found “htm”; did you mean “html”?',
    ],
    ['a language', 'lang: fr\n', 'jianbao.config.yaml:1:1: lang: expected zh,en or en,zh or zh or en, found “fr”'],
    [
      'half a title',
      'title:\n  zh: 简报\n  eng: Briefing\n',
      'jianbao.config.yaml:3:3: unknown key “eng” in title; did you mean “en”?',
    ],
    [
      'a day that no calendar has',
      'date: 2026-02-30\n',
      'jianbao.config.yaml:1:1: date: expected a day that the calendar has',
    ],
    [
      'a text for a list',
      'sources: articles\n',
      'jianbao.config.yaml:1:1: sources: expected a list of files, folders, globs or addresses, such as [articles/], found “articles”',
    ],
    ['nothing', 'out:\n', 'jianbao.config.yaml:1:1: out: expected the path of the file to write, found nothing'],
    ['a list for the whole', '- lens\n', 'jianbao.config.yaml:1:1: expected keys with values, found ["lens"]'],
    ['broken YAML', 'lens: x\nsources: [a, b\n', 'jianbao.config.yaml:3:1: '],
    ['a key twice', 'lens: x\nlens: y\n', 'jianbao.config.yaml:2:1: Map keys must be unique'],
  ])('%s', async (_what, text, message) => {
    expect((await refusal('jianbao.config.yaml', text)).message).toContain(message)
  })

  it('in JSON as well', async () => {
    const error = await refusal('jianbao.config.json', '{\n\t"lens": "x",\n\t"browsr": "/usr/bin/chromium"\n}\n')
    expect(error.message).toBe('jianbao.config.json:3:2: unknown key “browsr”; did you mean “browser”?')
  })

  it('in a module by its key', async () => {
    const error = await refusal('jianbao.config.mjs', 'export default { paper: "A3" }')
    expect(error.message).toContain('jianbao.config.mjs: paper: expected A4 or Letter')
  })

  it('all of it at once, in the order of the file', async () => {
    const error = await refusal('jianbao.config.yaml', 'paper: A5\nlenz: x\nlang: fr\n')
    expect(error.message.split('\n').map((line) => line.slice(0, 24))).toEqual([
      'jianbao.config.yaml:1:1:',
      'jianbao.config.yaml:2:1:',
      'jianbao.config.yaml:3:1:',
    ])
  })
})

describe('schedules', () => {
  const schedule = (lines: string): string => `sources: [articles/]\nschedules:\n  - name: weekly\n${lines}`
  const fine = '    cron: 0 8 * * 1\n    timeZone: Asia/Shanghai\n'

  it('are read with their defaults', async () => {
    await write('jianbao.config.yaml', schedule(fine))
    expect((await loadConfig({ cwd: folder })).config.schedules).toEqual([
      {
        name: 'weekly',
        cron: '0 8 * * 1',
        timeZone: 'Asia/Shanghai',
        out: 'editions/{name}-{date}.pdf',
        catchUp: 'latest',
        sinceLast: true,
        attempts: 3,
      },
    ])
  })

  it.each([
    [
      'a cron expression',
      '    cron: 0 25 * * 1\n    timeZone: Asia/Shanghai\n',
      ':4:5: schedules[0].cron: “0 25 * * 1” is no cron expression (Invalid value for hour: 25)',
    ],
    [
      'a day that never comes',
      '    cron: 0 8 31 2 *\n    timeZone: Asia/Shanghai\n',
      ':4:5: schedules[0].cron: “0 8 31 2 *” never comes',
    ],
    ['seconds', '    cron: "0 0 8 * * 1"\n    timeZone: Asia/Shanghai\n', 'five fields are expected'],
    [
      'a star without quotes',
      '    cron: */30 * * * *\n    timeZone: Asia/Shanghai\n',
      'stands in quotes: "*/15 * * * *"',
    ],
    ['a lone star without quotes', '    cron: *daily\n    timeZone: Asia/Shanghai\n', ':4:11: '],
    [
      'a time zone',
      '    cron: 0 8 * * 1\n    timeZone: Asia/Beijing\n',
      ':5:5: schedules[0].timeZone: “Asia/Beijing” is no IANA time zone; did you mean “Asia/Shanghai”?',
    ],
    ['a slip in a time zone', '    cron: 0 8 * * 1\n    timeZone: Europe/Berlim\n', 'did you mean “Europe/Berlin”?'],
    ['no time zone', '    cron: 0 8 * * 1\n', ':3:5: schedules[0].timeZone is missing: expected the IANA time zone'],
    ['a key', `${fine}    catchup: all\n`, ':6:5: unknown key “catchup” in schedules[0]; did you mean “catchUp”?'],
    [
      'a placeholder',
      `${fine}    out: "{nam}-{date}.pdf"\n`,
      ':6:5: schedules[0].out: there is no placeholder {nam}; did you mean {name}?',
    ],
    [
      'one file for all editions',
      `${fine}    out: weekly.pdf\n`,
      'is the same for every edition: put {date} or {slot} into it',
    ],
    ['a date', `${fine}    date: 2026-03-02\n`, ':6:5: schedules[0].date: a schedule takes no date'],
    ['attempts', `${fine}    attempts: 0\n`, 'schedules[0].attempts: expected a whole number from 1 to 20, found 0'],
    [
      'a name twice',
      `${fine}  - name: weekly\n${fine}`,
      ':6:5: schedules[1].name: another schedule is called “weekly” too',
    ],
    [
      'a name with a folder in it',
      `${fine}  - name: ../weekly\n${fine}`,
      ':6:5: schedules[1].name: expected letters, digits',
    ],
  ])('name what is wrong with %s', async (_what, lines, message) => {
    expect((await refusal('jianbao.config.yaml', schedule(lines))).message).toContain(message)
  })
})
