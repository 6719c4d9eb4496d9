import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { describeDiagnosis, diagnose, exitCodeOf } from '../../src/doctor/index.js'
import { examineNode } from '../../src/doctor/node.js'

describe('doctor', () => {
  it('finds this machine ready: it has really printed a page', async () => {
    const diagnosis = await diagnose({ cwd: tmpdir(), env: process.env })
    expect(diagnosis.examinations.filter(({ status }) => status === 'failed')).toEqual([])
    expect(diagnosis.examinations.find(({ id }) => id === 'browser')?.found).toMatch(/printed a page in \d+ ms/)
    expect(exitCodeOf(diagnosis)).toBe(0)
  })

  it('ends with 4 and says how to get a browser where there is none', async () => {
    const diagnosis = await diagnose({ cwd: tmpdir(), env: process.env, browser: '/nowhere/chrome' })
    expect(exitCodeOf(diagnosis)).toBe(4)
    expect(describeDiagnosis(diagnosis)).toMatch(
      /✗ browser .*\/nowhere\/chrome[\s\S]*→ run npx puppeteer browsers install/,
    )
  })

  it('ends with 2 where the folder cannot be written', async () => {
    const diagnosis = await diagnose({ cwd: '/proc/nowhere', env: process.env })
    expect(diagnosis.examinations.find(({ id }) => id === 'working-folder')).toMatchObject({ status: 'failed' })
    expect(exitCodeOf(diagnosis)).toBe(2)
  })

  it('knows a Node that is too old', () => {
    expect(examineNode('20.18.3')).toMatchObject({ status: 'failed', next: ['install Node 20.19 or later'] })
    expect(examineNode('20.19.0').status).toBe('ok')
    expect(examineNode('24.0.0').status).toBe('ok')
  })
})
