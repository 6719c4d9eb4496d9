import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCorrections } from '../../src/config/corrections.js'
import { loadLens } from '../../src/config/lens.js'
import { UserError } from '../../src/errors.js'
import { readSummaries } from '../../src/reading.js'

const lens = await loadLens('flood-relief', process.cwd())
let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'jianbao-corrections-'))
  await mkdir(join(cwd, 'articles'))
  await writeFile(
    join(cwd, 'articles', 'one.txt'),
    '涟河县防汛救灾进展\n2021-07-26 18:30\n\n县财政下拨救灾资金800万元，用于灾后重建和群众安置。\n',
  )
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const write = (text: string, name = 'articles/corrections.yaml') => writeFile(join(cwd, name), text)
const load = (named?: string) => loadCorrections(['articles/one.txt'], { cwd, lens, named })

async function refusal(text: string): Promise<string> {
  await write(text)
  const error = await load().catch((thrown: unknown) => thrown)
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`)
  expect(error.exitCode).toBe(2)
  return error.message
}

const change = (to: string, source = 'one.txt') => `change:
  - source: ${source}
    sentence: 县财政下拨救灾资金800万元
    figure: 800万元
    to: ${to}
`

it('reads the file beside the sources and corrects by it', async () => {
  await write(change('{ value: 900 }'))
  const options = { sources: ['articles'], lens: 'flood-relief' }
  const [reading] = await readSummaries(options, { cwd })
  expect(reading?.summary?.facts.map(({ quantity }) => quantity.value)).toEqual([900])
  expect(reading?.summary?.notes).toContainEqual(
    expect.objectContaining({
      code: 'correction-applied',
      params: expect.objectContaining({ origin: 'articles/corrections.yaml:2' }),
    }),
  )
})

it.each(['one.txt', 'articles/one.txt', '涟河县防汛救灾进展'])('knows the article as %s', async (source) => {
  await write(change('{ value: 900 }', source))
  const [reading] = await readSummaries({ sources: ['articles/one.txt'], lens: 'flood-relief' }, { cwd })
  expect(reading?.summary?.facts[0]?.quantity.value).toBe(900)
})

it('takes a named file instead, and says when it is not there', async () => {
  await write(change('{ value: 900 }'))
  await write(change('{ value: 700 }', 'articles/one.txt'), 'ours.yaml')
  expect(await load('ours.yaml')).toMatchObject([{ to: { value: 700 }, origin: 'ours.yaml:2' }])
  await expect(load('theirs.yaml')).rejects.toMatchObject({ code: 'corrections-unreadable', exitCode: 2 })
})

it('reports a correction of an article that is not there any more', async () => {
  await write(change('{ value: 900 }', 'gone.txt'))
  const [reading] = await readSummaries({ sources: ['articles'], lens: 'flood-relief' }, { cwd })
  expect(reading?.summary?.notes).toContainEqual(
    expect.objectContaining({ code: 'correction-unmatched', params: expect.objectContaining({ why: 'source' }) }),
  )
})

it('names unknown keys, categories and measures with their place and what was meant', async () => {
  expect(await refusal('rejects: []\n')).toBe(
    'articles/corrections.yaml:1:1: unknown key “rejects”; did you mean “reject”?',
  )
  expect(await refusal(change('{ valu: 3 }'))).toMatch(
    /^articles\/corrections\.yaml:5:11: unknown key “valu”; did you mean “value”\?$/,
  )
  expect(await refusal(change('{ measure: tent }'))).toMatch(
    /:5:11: the lens flood-relief has no measure “tent”; did you mean “tents”\?$/,
  )
  expect(await refusal(change('{ value: viele }'))).toMatch(/:5:11: change\.0\.to\.value: .*expected number/)
  expect(await refusal('reject: [')).toMatch(/:1:\d+: not valid YAML/)
})

it('refuses two corrections of one figure, a change of nothing and an addition without a number', async () => {
  expect(await refusal(change('{ value: 1 }') + change('{ value: 2 }').replace('change:\n', ''))).toMatch(
    /:6:5: the same figure is corrected by change\[0\] already/,
  )
  expect(await refusal(change('{}'))).toMatch(/:5:5: nothing is changed/)
  const add = 'add:\n  - { source: one.txt, sentence: 用于灾后重建, figure: 重建, value: 1, item: 房屋 }\n'
  expect(await refusal(add)).toMatch(/“重建” holds no number/)
})

it('gives a measure the category that the lens fixes for it', async () => {
  await write(change('{ measure: tents }'))
  expect(await load()).toMatchObject([{ to: { measure: 'tents', category: 'supplies' } }])
})
