import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadLens } from '../src/config/lens.js'
import { toContract } from '../src/contract.js'
import { readArticles, readSummaries } from '../src/reading.js'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'jianbao-reading-'))
})
afterEach(async () => {
  await rm(cwd, { recursive: true })
})

describe('a source that gives nothing', () => {
  it('is left out with what is wrong with it, not with the first thing that was noticed', async () => {
    const record = { text: 'The county handed out masks to every household.', publishedAt: 'one day' }
    await writeFile(join(cwd, 'records.jsonl'), JSON.stringify(record))
    const readings = await readSummaries({ sources: ['records.jsonl'], lens: 'public-response' }, { cwd })
    expect(readings.map(({ notes }) => notes.map(({ code }) => code))).toEqual([['date-not-read', 'not-chinese']])
    expect(toContract(readings).articles).toMatchObject([{ error: { code: 'not-chinese' } }])
  })

  it('does not end the run where the fault is ours', async () => {
    await writeFile(join(cwd, 'a.txt'), '柳湾市总工会发放慰问金20万元。')
    const lens = await loadLens('public-response', cwd)
    const broken = {
      ...lens,
      get years(): never {
        throw new Error('no years')
      },
    }
    const [reading] = await readArticles({ sources: ['a.txt'] }, broken, { cwd })
    expect(reading?.summary).toBeNull()
    expect(reading?.notes).toMatchObject([{ severity: 'error', code: 'source-failed' }])
  })
})
