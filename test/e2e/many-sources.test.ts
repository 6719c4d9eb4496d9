import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jianbao, root, temporaryFolder } from './cli.js'

const PAGES = 120

/** Articles of their own and what is none, more than one thread reads. */
function writePages(folder: string): void {
  for (const part of ['a', 'b', 'c']) mkdirSync(join(folder, 'pages', part), { recursive: true })
  for (let i = 0; i < PAGES; i++) {
    const name = `${String(i).padStart(3, '0')}.html`
    const body = `<p>青禾县第${i}志愿队6月12日转移群众${100 + i}人，发放大米${i}袋、口罩${i}.5万只。</p><p>县红十字会收到捐款${i}万元。</p>`
    const page = `<html><head><title>第${i}志愿队转移群众</title></head><body><h1>第${i}志愿队转移群众</h1><div>2024-06-13 08:00　来源：青禾日报</div>${body}</body></html>`
    writeFileSync(
      join(folder, 'pages', 'abc'[Math.floor((i * 3) / PAGES)] ?? 'a', name),
      i % 17 === 0 ? '\0\x01' : page,
    )
  }
}

describe('many sources', () => {
  it('are read by several threads into what one reads: the same articles, in the same order', async () => {
    await using folder = await temporaryFolder()
    writePages(folder.path)
    const read = async (...sources: string[]): Promise<unknown[]> =>
      JSON.parse((await jianbao(['parse', ...sources, '--json'], folder.path)).stdout).articles
    const [all, ...parts] = await Promise.all([read('pages'), read('pages/a'), read('pages/b'), read('pages/c')])
    expect(all).toHaveLength(PAGES)
    expect(all).toEqual(parts.flat())
    expect(all?.filter((each) => JSON.stringify(each).includes('binary-file'))).toHaveLength(8)
  })

  it('are given up at once when the user stops the program', async () => {
    await using folder = await temporaryFolder()
    writePages(folder.path)
    const child = spawn(process.execPath, [join(root, 'bin/run.js'), 'parse', 'pages'], { cwd: folder.path })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    // The hundredth article is read by a thread.
    child.stdout.setEncoding('utf8').on('data', (text) => text.includes('/06') && child.kill('SIGINT'))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(stderr).toContain('stopped by SIGINT (interrupted)')
    expect(code).toBe(130)
  })
})
