import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TranslationUnit } from '../../src/model/index.js'
import { openTranslationMemory } from '../../src/store/index.js'

let folder = ''
let memory: Awaited<ReturnType<typeof openTranslationMemory>>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-memory-'))
  memory = await openTranslationMemory(join(folder, 'm.sqlite'))
})
afterEach(async () => {
  await memory[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const unit = (source: string, more: Partial<TranslationUnit> = {}): TranslationUnit => ({
  source,
  target: `English of ${source.length}`,
  use: 'text',
  state: 'machine',
  origin: 'deepl',
  date: '2026-03-01T00:00:00.000Z',
  ...more,
})

it('puts a person before a machine, and what was read again before what was not', async () => {
  await memory.put([
    unit('守望相助'),
    unit('守望相助', { origin: 'tmx:a', state: 'translated' }),
    unit('守望相助', { origin: 'person', state: 'reviewed' }),
    unit('守望相助', { use: 'name', origin: 'person', state: 'final' }),
  ])
  expect((await memory.find('守望相助', 'text')).map(({ origin }) => origin)).toEqual(['person', 'tmx:a', 'deepl'])
})

it('has one translation an origin: the last', async () => {
  await memory.put([unit('守望相助', { target: 'first' }), unit('守望相助', { target: 'second' })])
  expect((await memory.find('守望相助', 'text')).map(({ target }) => target)).toEqual(['second'])
})

it('measures similarity in edits of characters, blanks left out, and never gives the text itself', async () => {
  await memory.put([
    unit('守望相助 暖人心'),
    unit('守望相助暖民心'),
    unit('走访慰问困难家庭'),
    unit('守望相助暖万心', { target: '', state: 'refused' }),
  ])
  const found = await memory.similar('守望相助 暖人心', { least: 0.75, most: 5 })
  expect(found.map(({ source, similarity }) => [source, similarity])).toEqual([['守望相助暖民心', 1 - 1 / 7]])
})

it('lists and forgets by text, state, origin and use', async () => {
  await memory.put([
    unit('守望相助'),
    unit('慰问', { origin: 'person', state: 'final' }),
    unit('专班', { use: 'noun' }),
  ])
  expect((await memory.list({ states: ['final'] })).map(({ source }) => source)).toEqual(['慰问'])
  expect((await memory.list({ uses: 'words' })).map(({ source }) => source)).toEqual(['专班'])
  expect((await memory.list({ query: 'english OF 4' })).map(({ source }) => source)).toEqual(['守望相助'])
  expect(await memory.forget({ origin: 'deepl' })).toBe(2)
  expect(await memory.list()).toHaveLength(1)
})
