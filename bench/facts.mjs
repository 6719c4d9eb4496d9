// How fast the built program reads figures: articles of 2,000 characters a second on one core, and start-up.
//   node bench/facts.mjs [--rounds 10] [FOLDER of .txt]
// A report, never a test: times depend on the machine and on what else it does.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '10' } },
})
const started = performance.now()
const { analyse } = await import('../dist/analyse/index.js')
const { parseLens } = await import('../dist/config/lens-text.js')
const loaded = performance.now()
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const lensFile = at('../assets/lenses/public-response.yaml')
const lens = parseLens(readFileSync(lensFile, 'utf8'), lensFile)

const corpus = at('../../shared/corpus/more-texts')
const folder = positionals[0] ?? (existsSync(corpus) ? corpus : at('../assets/examples'))
const whole = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')
const articles = Array.from({ length: Math.max(1, Math.floor(whole.length / 2000)) }, (_, i) =>
  article(whole.slice(2000 * i, 2000 * (i + 1))),
)
const rounds = Number(values.rounds)
let facts = 0
let seconds = 0
for (let round = -2; round < rounds; round++) {
  const before = process.cpuUsage()
  for (const each of articles) facts += analyse(each, lens).facts.length
  const { user, system } = process.cpuUsage(before)
  if (round >= 0) seconds += (user + system) / 1e6
}
const perSecond = Math.round((rounds * articles.length) / seconds)
console.log(`${articles.length} articles of 2,000 characters from ${folder}`)
console.log(`start-up of the language data  ${(loaded - started).toFixed(0)} ms`)
console.log(`articles per CPU second        ${perSecond}`)
console.log(`figures per article            ${(facts / (rounds + 2) / articles.length).toFixed(1)}`)
const [short, long] = [20, 200].map((length) => timed(article(whole.slice(0, 1000).repeat(length))))
console.log(`ten times the text takes       ${(long / short).toFixed(1)} times as long`)

function timed(one) {
  const before = performance.now()
  analyse(one, lens)
  return performance.now() - before
}

function article(text) {
  return {
    id: `sha256:${'0'.repeat(64)}`,
    source: { uri: 'bench.txt', mediaType: 'text/plain' },
    title: { zh: '', en: '', enBasis: 'none' },
    publishedAt: { value: null, basis: 'unknown' },
    publisher: null,
    author: null,
    credits: {},
    sections: [],
    text,
    removed: [],
  }
}
