// What `jianbao parse` takes for many pages, as a user runs it: pages a second by the clock, and what memory does meanwhile.
// A report, never a test: on a machine that does other things as well the clock says little.
//   node bench/many.mjs [--pages 1000] [--kilobytes 200]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collect } from '../dist/collect/index.js'
import { lengthened } from './lengthened.mjs'

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '1000' }, kilobytes: { type: 'string', default: '200' } },
})
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const corpus = at('../../shared/corpus/pages')
const from = existsSync(corpus) ? corpus : at('../test/fixtures/pages')
const bytes = Number(values.kilobytes) * 1024
const pages = Number(values.pages)

const found = await collect([`${from}/**/*.{html,htm}`], { cwd: '/' })
const sources = found.flatMap(({ source }) => (source && source.text.length <= bytes ? [source] : []))
const folder = mkdtempSync(join(tmpdir(), 'jianbao-many-'))
try {
  for (let i = 0; i < pages; i++) {
    const { text } = lengthened(sources[i % sources.length], bytes)
    writeFileSync(join(folder, `${String(i).padStart(6, '0')}.html`), text.replace('</head>', `<!--${i}--></head>`))
  }
  const started = performance.now()
  const child = spawn(process.execPath, [at('../bin/run.js'), 'parse', folder], { stdio: 'ignore' })
  const memory = []
  const timer = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    const resident = /VmRSS:\s+(\d+)/.exec(status)?.[1]
    if (resident !== undefined) memory.push(Math.round(Number(resident) / 1024))
  }, 250)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(timer)
  const seconds = (performance.now() - started) / 1000
  const tenth = Math.max(1, Math.floor(memory.length / 10))
  console.log(`${pages} pages of ${values.kilobytes} KB, ${availableParallelism()} cores`)
  console.log(`${(pages / seconds).toFixed(1)} pages/s by the clock, ${seconds.toFixed(1)} s`)
  console.log(`resident after each tenth: ${memory.filter((_, i) => i % tenth === 0).join(', ')} MB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
