// Cold runs of the built program against bare Chromium printing the same HTML, taken in turns in one go.
//   node bench/cold.mjs [--runs 7] [--browser NAME] SOURCE...
// A report, never a test: times depend on the machine; the ratios less so.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { candidates } from '../dist/browser/index.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' }, browser: { type: 'string' } },
})
const sources = positionals.length > 0 ? positionals : [fileURLToPath(new URL('../assets/examples', import.meta.url))]
const program = fileURLToPath(new URL('../bin/run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
const files = {
  html: join(folder, 'briefing.html'),
  pdf: join(folder, 'briefing.pdf'),
  bare: join(folder, 'bare.pdf'),
}

const { value: browser } = await candidates(values.browser, process.env).next()
const named = values.browser === undefined ? [] : ['--browser', values.browser]
const profile = join(folder, 'profile')
const flags = [
  '--headless',
  '--disable-gpu',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  `--user-data-dir=${profile}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--print-to-pdf=${files.bare}`,
  pathToFileURL(files.html).href,
]
const byPipe = fileURLToPath(new URL('bare.mjs', import.meta.url))
// The bundled browser knows no --print-to-pdf and would hang.
const bare =
  browser.origin === 'bundled'
    ? () => run(process.execPath, [byPipe, browser.path, files.html, files.bare, profile], browser.env)
    : () => run(browser.path, flags)

const contestants = {
  'jianbao generate': () => run(process.execPath, [program, 'generate', ...sources, ...named, '--out', files.pdf]),
  'bare Chromium': bare,
  'jianbao --version': () => run(process.execPath, [program, '--version']),
  'node -e 0': () => run(process.execPath, ['-e', '0']),
}

try {
  run(process.execPath, [program, 'generate', ...sources, '--format', 'html', '--out', files.html])
  const times = new Map(Object.keys(contestants).map((name) => [name, []]))
  // The first round only warms the disk.
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const [name, race] of Object.entries(contestants)) {
      const took = race()
      if (round > 0) times.get(name).push(took)
    }
  }
  report(times)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(command, args, env = {}) {
  const started = performance.now()
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `exit ${status}`}\n${stderr}`)
  return performance.now() - started
}

function report(times) {
  const medians = new Map([...times].map(([name, list]) => [name, median(list)]))
  for (const [name, list] of times) {
    const [least, most] = [Math.min(...list), Math.max(...list)].map(Math.round)
    console.log(`${name.padEnd(18)} ${String(Math.round(medians.get(name))).padStart(6)} ms  (${least}–${most})`)
  }
  const ratio = (a, b) => (medians.get(a) / medians.get(b)).toFixed(2)
  console.log(`\nboth used ${browser.path}; ${sizes()}`)
  console.log(`generate : bare Chromium  = ${ratio('jianbao generate', 'bare Chromium')}`)
  console.log(`--version : node -e 0     = ${ratio('jianbao --version', 'node -e 0')}`)
}

function sizes() {
  return Object.entries(files)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => `${name} ${Math.round(statSync(file).size / 1024)} KB`)
    .join(', ')
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
