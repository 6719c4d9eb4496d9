// Many briefings from one process, against the same HTML printed by the same open browser and nothing else, in turns.
//   node bench/warm.mjs [--rounds 10] [--browser NAME] SOURCE...
// A report, never a test: pages a minute, and their ratio. Reading, comparing and composing are in the first number.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from '../dist/browser/index.js'
import { runLine } from '../dist/pipeline.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '10' }, browser: { type: 'string' } },
})
const sources = positionals.length > 0 ? positionals : [fileURLToPath(new URL('../assets/examples', import.meta.url))]
const folder = mkdtempSync(join(tmpdir(), 'jianbao-warm-'))
const session = await openBrowser(values.browser ? { browser: values.browser } : {})
// A run ends its browser while it inspects; here the next one needs it.
const lent = {
  limitFor: (length) => session.limitFor(length),
  notes: [],
  withPage: (use, limit) => session.withPage(use, limit),
  close: async () => {},
}
const context = { cwd: process.cwd(), signal: new AbortController().signal, onStep() {} }
const options = (format) => ({
  sources,
  out: join(folder, `briefing.${format}`),
  formats: [format],
  lens: 'public-response',
  languages: ['zh', 'en'],
  template: 'briefing',
})

try {
  await runLine(options('html'), context, null)
  const html = readFileSync(options('html').out, 'utf8')
  const races = {
    jianbao: async () => (await runLine(options('pdf'), context, lent)).pages,
    bare: async () =>
      session.withPage(async ({ page }) => {
        await page.setContent(html, { waitUntil: 'load' })
        const pdf = await page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: true,
          timeout: 0,
        })
        return (
          Buffer.from(pdf)
            .toString('latin1')
            .match(/\/Type \/Page\b/g)?.length ?? 0
        )
      }),
  }
  const totals = Object.fromEntries(Object.keys(races).map((name) => [name, { pages: 0, time: 0 }]))
  // The first two rounds only warm the program.
  for (let round = -2; round < Number(values.rounds); round++) {
    for (const [name, race] of Object.entries(races)) {
      const started = performance.now()
      const pages = await race()
      if (round >= 0) {
        totals[name].pages += pages
        totals[name].time += performance.now() - started
      }
    }
  }
  const rates = Object.entries(totals).map(([name, { pages, time }]) => [name, (pages / time) * 60_000])
  for (const [name, rate] of rates) console.log(`${name.padEnd(8)} ${Math.round(rate)} pages a minute`)
  console.log(`jianbao : bare = ${(rates[0][1] / rates[1][1]).toFixed(2)}`)
} finally {
  await session.close()
  rmSync(folder, { recursive: true, force: true })
}
