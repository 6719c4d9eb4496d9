import { ExitCode } from '../errors.js'
import { examineBrowser } from './browser.js'
import { examineFolders } from './folders.js'
import { examineFonts } from './fonts.js'
import { examineNode } from './node.js'
import type { Examination } from './report.js'
import { examineStore } from './store.js'

/** What the program needs of a machine, looked at one by one. */
export interface Diagnosis {
  healthy: boolean
  examinations: Examination[]
}

export interface DiagnoseOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  browser?: string | undefined
  signal?: AbortSignal
}

export async function diagnose({ cwd, env, browser, signal }: DiagnoseOptions): Promise<Diagnosis> {
  const examinations = [
    examineNode(),
    ...(await examineBrowser({ browser, env, ...(signal && { signal }) })),
    await examineFonts(),
    ...(await examineFolders(cwd, env)),
    await examineStore(),
  ]
  return { healthy: examinations.every(({ status }) => status !== 'failed'), examinations }
}

/** 0 where nothing failed, 4 where it is the browser, else 2. */
export function exitCodeOf({ healthy, examinations }: Diagnosis): number {
  if (healthy) return ExitCode.ok
  const browser = examinations.some(({ id, status }) => id === 'browser' && status === 'failed')
  return browser ? ExitCode.service : ExitCode.usage
}

const marks = { ok: '✓', warning: '!', failed: '✗' } as const

/** One line an examination, with what to do below it. */
export function describeDiagnosis({ healthy, examinations }: Diagnosis): string {
  const lines = examinations.flatMap(({ id, status, found, next }) => [
    `${marks[status]} ${id.padEnd(16)}  ${found}`,
    ...next.map((step) => `    → ${step}`),
  ])
  return [...lines, healthy ? 'Ready to make briefings.' : 'Not ready yet: see ✗ above.'].join('\n')
}
