import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/index.js'
import { tickOnce } from '../../src/editions.js'
import { resourcePath } from '../../src/resources.js'
import { overviewOf, type TickReport } from '../../src/schedule/index.js'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-editions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes a real edition from a configuration file, dated by its slot', async () => {
  writeFileSync(
    join(folder, 'jianbao.config.yaml'),
    `sources: [${JSON.stringify(resourcePath('assets', 'examples'))}, missing.txt]
format: json
schedules:
  - name: 周报
    cron: 0 8 * * 1
    timeZone: Asia/Shanghai
    title: { zh: 每周简报, en: Weekly briefing }
`,
  )
  const loaded = await loadConfig({ cwd: folder })
  const tickAt = (now: string): Promise<TickReport> =>
    tickOnce(loaded, {
      cwd: folder,
      now: new Date(now),
      abort: new AbortController().signal,
      onResult: () => undefined,
    })
  await tickAt('2026-02-27T00:00:00Z')
  const { results } = await tickAt('2026-03-02T00:00:00Z')
  const path = join(folder, 'editions/周报-2026-03-02.json')
  expect(results).toMatchObject([{ status: 'made', error: null, outputs: [{ path, pages: null }] }])
  expect(results[0]?.remarks.join()).toContain('left out: missing.txt')
  const made: unknown = JSON.parse(readFileSync(path, 'utf8'))
  expect(made).toMatchObject({ date: '2026-03-02', title: { zh: '每周简报', en: 'Weekly briefing' } })

  const [overview] = await overviewOf(loaded.config.schedules, loaded.store, new Date('2026-03-03T00:00:00Z'))
  expect(overview).toMatchObject({
    words: 'every Monday at 08:00',
    next: '2026-03-09T08:00:00+08:00',
    last: { local: '2026-03-02T08:00:00+08:00', state: 'made', outputs: [{ path }] },
  })
})
