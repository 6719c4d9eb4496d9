import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jianbao, root, temporaryFolder } from './cli.js'

it('lists, shows, checks and tests the lenses that ship', async () => {
  const [list, show, check, test] = await Promise.all([
    jianbao(['lens', 'list', '--json'], root),
    jianbao(['lens', 'show', 'flood-relief'], root),
    jianbao(['lens', 'check', 'flood-relief'], root),
    jianbao(['lens', 'test', 'flood-relief'], root),
  ])
  expect(JSON.parse(list.stdout).lenses.map(({ name }: { name: string }) => name)).toEqual([
    'flood-relief',
    'public-response',
  ])
  expect(show.stdout).toContain('tents  帐篷 / Tents')
  expect([check.code, check.stdout]).toEqual([0, 'nothing to mend\n'])
  expect(test.code, test.stdout).toBe(0)
})

it('ends with 2 where a lens is wrong, naming line and column', async () => {
  await using folder = await temporaryFolder()
  await writeFile(join(folder.path, 'ours.yaml'), 'id: ours\nversion: 1\nlabel: { zh: 我们 }\n')
  const run = await jianbao(['lens', 'check', './ours.yaml'], folder.path)
  expect(run.code).toBe(2)
  expect(run.stdout).toMatch(/^ours\.yaml:3:1 {2}label\.en/m)
})

it('corrects a briefing by the keys that parse prints', async () => {
  await using folder = await temporaryFolder()
  const text = '涟河县防汛救灾进展\n2021-07-26 18:30\n\n县财政下拨救灾资金800万元，用于灾后重建和群众安置。\n'
  await writeFile(join(folder.path, 'one.txt'), text)
  const keys = await jianbao(['parse', 'one.txt', '--lens', 'flood-relief', '--keys'], folder.path)
  await writeFile(join(folder.path, 'corrections.yaml'), `change:\n${keys.stdout}    to: { value: 80000000 }\n`)
  const run = await jianbao(['parse', 'one.txt', '--lens', 'flood-relief', '--json'], folder.path)
  const [{ facts, notes }] = JSON.parse(run.stdout).articles
  expect(facts[0]).toMatchObject({ quantity: { value: 80000000, surface: '800万元' }, corrected: 'value' })
  expect(notes.map(({ code }: { code: string }) => code)).toContain('correction-applied')
})
