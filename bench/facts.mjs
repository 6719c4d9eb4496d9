// How fast the built program reads figures: articles of 2,000 characters a second on one core, and start-up.
//   node bench/facts.mjs [--rounds 30] [--beside] [FOLDER of .txt]
// --beside: the public recogniser of Chinese numbers, units and dates reads the same articles. It is no dependency
// (43 MB): npm install --no-save @microsoft/recognizers-text-suite@1.3.1
// A report, never a test: times depend on the machine and on what else it does.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '30' }, beside: { type: 'boolean', default: false } },
})
const begun = process.cpuUsage()
await import('../dist/language/index.js')
const language = process.cpuUsage(begun)
const { analyse } = await import('../dist/analyse/index.js')
const { parseLens } = await import('../dist/config/lens-text.js')
const all = process.cpuUsage(begun)
const milliseconds = ({ user, system }) => ((user + system) / 1000).toFixed(0)
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
for (const each of articles) facts += analyse(each, lens).facts.length
const times = timed(() => articles.map((each) => analyse(each, lens)), rounds)
const perSecond = (time) => Math.round((articles.length / time) * 1000)
console.log(`${articles.length} articles of 2,000 characters from ${folder}`)
console.log(`start-up of the language data  ${milliseconds(language)} ms of CPU time`)
console.log(`  with analysis and schemas    ${milliseconds(all)} ms of CPU time`)
console.log(
  `articles per CPU second        ${perSecond(middle(times))} (best of ${rounds} rounds ${perSecond(Math.min(...times))})`,
)
console.log(`figures per article            ${(facts / articles.length).toFixed(1)}`)
if (values.beside) console.log(`the public recogniser          ${await besideRecogniser(articles)}`)
const [short, long] = [20, 200].map((length) => {
  const one = article(whole.slice(0, 1000).repeat(length))
  return Math.min(...timed(() => analyse(one, lens), 10))
})
console.log(`ten times the text takes       ${(long / short).toFixed(1)} times as long`)

/** Milliseconds of processor time of each of some rounds, after ten in which the engine learns the code. */
function timed(work, rounds) {
  const times = []
  for (let round = -10; round < rounds; round++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    if (round >= 0) times.push((user + system) / 1000)
  }
  return times
}

/** What a busy machine disturbs least. */
function middle(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1]
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

/** Numbers, units and dates only: it does not say what is counted, who did it, or what is no figure. */
async function besideRecogniser(articles) {
  const suite = await import('@microsoft/recognizers-text-suite').catch(() => null)
  if (!suite) return 'not installed: npm install --no-save @microsoft/recognizers-text-suite@1.3.1'
  const recognisers = suite.default ?? suite
  const readers = [
    'recognizeNumber',
    'recognizePercentage',
    'recognizeCurrency',
    'recognizeDimension',
    'recognizeDateTime',
  ]
  const few = articles.slice(0, 20)
  for (const reader of readers) recognisers[reader](few[0].text, 'zh-cn')
  const before = process.cpuUsage()
  let found = 0
  for (const { text } of few) for (const reader of readers) found += recognisers[reader](text, 'zh-cn').length
  const { user, system } = process.cpuUsage(before)
  const each = (user + system) / 1e6 / few.length
  return `${(1 / each).toFixed(1)} articles per CPU second, ${(found / few.length).toFixed(1)} entities per article`
}
