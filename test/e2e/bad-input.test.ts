import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jianbao, root, temporaryFolder } from './cli.js'

describe('what goes wrong is told once, with what to do next', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => {
    folder = await temporaryFolder()
    await cp(join(root, 'assets/examples'), join(folder.path, 'articles'), { recursive: true })
    await mkdir(join(folder.path, 'empty'))
    await writeFile(join(folder.path, 'binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 0, 1]))
    await writeFile(join(folder.path, 'blank.html'), '<html><body><nav>首页</nav></body></html>')
    await writeFile(join(folder.path, 'english.txt'), 'The Red Cross handed out 3,000 blankets to 412 people.\n')
    const links = Array.from({ length: 9 }, (_, i) => `<li><a href="${i}">第${i}镇召开会议</a> 2023-01-1${i}</li>`)
    await writeFile(join(folder.path, 'list.html'), `<html><body><h2>动态</h2><ul>${links.join('')}</ul></body></html>`)
    await writeFile(join(folder.path, 'random.db'), Buffer.alloc(5000, 'no data base '))
    await writeFile(
      join(folder.path, 'store.yaml'),
      'store: random.db\nschedules:\n  - name: weekly\n    cron: "0 8 * * 1"\n    timeZone: Asia/Shanghai\n    sources: [articles]\n',
    )
    await writeFile(join(folder.path, 'typo.yaml'), 'lang: zh,en\ntemplat: briefing\n')
    await writeFile(
      join(folder.path, 'wrong.yaml'),
      'schedules:\n  - name: weekly\n    cron: not a cron\n    sources: [articles]\n    out: a.pdf\n',
    )
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  const cases: [what: string, args: string[], code: number, says: RegExp][] = [
    ['a missing file', ['generate', 'articlez/one.txt'], 3, /articlez\/one\.txt/],
    ['a missing file that is nearly there', ['parse', 'articles/red-cros.md'], 3, /red-cross\.md/],
    ['an empty folder', ['generate', 'empty'], 3, /empty/],
    ['a binary file', ['generate', 'binary.txt'], 3, /binary\.txt/],
    ['a page without an article', ['generate', 'blank.html'], 3, /blank\.html/],
    ['a glob that matches nothing', ['generate', 'press/*.html'], 3, /press/],
    ['no source at all', ['generate'], 2, /source/],
    ['an unknown template', ['generate', 'articles', '--template', 'briefng'], 2, /briefing/],
    ['an unknown lens', ['generate', 'articles', '--lens', 'public-respons'], 2, /public-response/],
    ['an unknown language', ['generate', 'articles', '--lang', 'fr'], 2, /zh,en/],
    ['an unknown flag', ['generate', 'articles', '--outt', 'x.pdf'], 2, /outt/],
    ['a date that is none', ['generate', 'articles', '--date', '2020-02-31'], 2, /date/],
    [
      'an unknown key in the configuration',
      ['generate', 'articles', '--config', 'typo.yaml'],
      2,
      /typo\.yaml:2:1[\s\S]*template/,
    ],
    ['a wrong schedule in the configuration', ['schedule', 'list', '--config', 'wrong.yaml'], 2, /wrong\.yaml:3/],
    ['a configuration that is not there', ['generate', 'articles', '--config', 'none.yaml'], 2, /none\.yaml/],
    ['an output path below a file', ['generate', 'articles', '--out', 'binary.txt/briefing.pdf'], 3, /binary\.txt/],
    ['a browser that is not there', ['generate', 'articles', '--browser', '/nowhere/chrome'], 4, /nowhere/],
    [
      'a title as long as an article',
      ['generate', 'articles', '--title', '题'.repeat(3000)],
      2,
      /at most 120 characters/,
    ],
    ['no time to print', ['generate', 'articles', '--timeout', '0'], 2, /timeout[\s\S]*second/],
    ['an English text alone', ['generate', 'english.txt'], 3, /english\.txt.*not in Chinese/],
    ['a page that lists articles', ['generate', 'list.html'], 3, /list\.html.*leads to articles/],
    ['a store that is no store', ['schedule', 'list', '--config', 'store.yaml'], 4, /random\.db[\s\S]*→/],
    ['an unknown command', ['generat', 'articles'], 2, /no command generat [\s\S]*jianbao generate\?/],
    ['an unknown command of a topic', ['terms', 'lst'], 2, /no command terms lst [\s\S]*jianbao terms list\?/],
  ]

  it.each(cases)('%s', async (_, args, code, says) => {
    const run = await jianbao(args, folder.path)
    expect(run.stderr).toMatch(says)
    expect(run.stderr).not.toMatch(/\n\s+at .*:\d+/)
    expect(run.code, run.stderr).toBe(code)
  })

  it('lists every command where an unknown one was typed and help was followed', async () => {
    const { stdout, code } = await jianbao(['help'], folder.path)
    expect(stdout).toMatch(/ generate .*[\s\S]* parse /)
    expect(code).toBe(0)
  })

  it('names the folder for temporary files where it is missing', async () => {
    const run = await jianbao(['generate', 'articles', '--out', 'a.pdf'], folder.path, { TMPDIR: '/nowhere/tmp' })
    expect(run.stderr).toMatch(/temporary files[\s\S]*→ make \/nowhere\/tmp/)
    expect(run.stderr).not.toContain('puppeteer browsers install')
    expect(run.code).toBe(2)
  })

  it('lists an unreadable file beside the readable ones in the JSON of parse', async () => {
    const run = await jianbao(['parse', 'binary.txt', 'articles/red-cross.md', '--json'], folder.path)
    const { articles } = JSON.parse(run.stdout)
    expect(articles).toHaveLength(2)
    expect(articles[0].error.code).toBe('binary-file')
    expect(articles[1].facts.length).toBeGreaterThan(20)
    expect(run.code).toBe(0)
  })
})
