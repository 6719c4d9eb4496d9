// How long the English of a thousand figures takes: terms read, memory empty; then again, as in a daemon.
//   node bench/localise.mjs [--facts 1000]
// A report, never a test: times depend on the machine and on what else it does.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { facts: { type: 'string', default: '1000' } } })
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const out = join(mkdtempSync(join(tmpdir(), 'jianbao-bench-')), 'briefing.json')
const command = [at('../bin/run.js'), 'generate', at('../assets/examples'), '--format', 'json', '--out', out]
execFileSync(process.execPath, command, { stdio: 'ignore' })
const briefing = JSON.parse(readFileSync(out, 'utf8'))
const { parseLens } = await import('../dist/config/lens-text.js')
const lensFile = at('../assets/lenses/public-response.yaml')
const lens = parseLens(readFileSync(lensFile, 'utf8'), lensFile)
const started = performance.now()
const { localiseBriefing } = await import('../dist/localise/index.js')
const loaded = performance.now()

const wanted = Number(values.facts)
const copies = Array.from({ length: Math.ceil(wanted / briefing.facts.length) }, (_, copy) =>
  briefing.facts.map((fact) => bare(fact, copy)),
)
const many = { ...bareTexts(briefing), facts: copies.flat().slice(0, wanted) }
for (const round of ['first', 'second', 'third']) {
  const begun = performance.now()
  const spent = process.cpuUsage()
  const { facts } = localiseBriefing(structuredClone(many), lens)
  const told = facts.filter(({ statement }) => statement.en !== '').length
  console.log(
    `${round}: ${told} statements in ${Math.round(performance.now() - begun)} ms, of the processor ${Math.round(process.cpuUsage(spent).user / 1000)} ms`,
  )
}
console.log(`loaded in ${Math.round(loaded - started)} ms`)

/** A fact as comparison hands it on; every copy's names are its own, so that nothing kept of one serves another. */
function bare(fact, copy) {
  const own = bareTexts(fact)
  const suffix = copy === 0 ? '' : `-${copy}`
  return { ...own, id: fact.id + suffix, partOf: fact.partOf && fact.partOf + suffix, repeats: null }
}

/** The same value with no English in it. */
function bareTexts(value) {
  if (Array.isArray(value)) return value.map(bareTexts)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bareTexts(one)]))
  return typeof value.zh === 'string' && typeof value.en === 'string' ? { ...inner, en: '', enBasis: 'none' } : inner
}
