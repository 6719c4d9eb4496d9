// The built program beside the reader view of browsers (Mozilla's Readability, on linkedom), on the same pages: what of
// title, minute of publication and body each gets right, and pages a second on one core.
//   node bench/reader-view.mjs [--pages 60] [--kilobytes 200]
// Pages with known answers: the test fixtures, and the corpus beside the project where there is one. A report, never a test.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { collect } from '../dist/collect/index.js'
import { extract } from '../dist/extract/index.js'
import { lengthened } from './lengthened.mjs'

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '60' }, kilobytes: { type: 'string', default: '200' } },
})
const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const readers = { jianbao: readOurs, 'reader view': readView }
const sets = {
  fixtures: await fixtures(at('../test/fixtures/pages')),
  corpus: await corpus(at('../../shared/corpus/pages')),
}
for (const [name, pages] of Object.entries(sets)) {
  if (pages.length === 0) continue
  console.log(`\n${name}: ${pages.length} pages       title  minute  body`)
  for (const [reader, read] of Object.entries(readers)) {
    const right = { title: 0, minute: 0, body: 0 }
    for (const { source, gold } of pages) {
      const found = read(source)
      if (comparable(found.title) === comparable(gold.title)) right.title++
      if (gold.minutes.includes(found.minute ?? null)) right.minute++
      if (gold.body(comparable(found.body))) right.body++
    }
    console.log(
      `${reader.padEnd(22)} ${[right.title, right.minute, right.body].map((n) => String(n).padStart(6)).join(' ')}`,
    )
  }
}

const long = Object.values(sets)
  .flat()
  .map(({ source }) => lengthened(source, Number(values.kilobytes) * 1024))
console.log(`\npages of ${values.kilobytes} KB, one core`)
for (const [reader, read] of Object.entries(readers)) {
  for (const source of long.slice(0, 5)) read(source)
  const { user, system } = process.cpuUsage()
  for (let i = 0; i < Number(values.pages); i++) read(long[i % long.length])
  const spent = process.cpuUsage()
  const seconds = (spent.user + spent.system - user - system) / 1e6
  console.log(`${reader.padEnd(22)} ${(Number(values.pages) / seconds).toFixed(1)} pages a second of processor time`)
}

function readOurs(source) {
  const { value } = extract(source)
  return { title: value?.title.zh ?? '', minute: value?.publishedAt.value ?? null, body: value?.text ?? '' }
}

function readView(source) {
  const { document } = parseHTML(source.text)
  const found = new Readability(document).parse()
  return { title: found?.title ?? '', minute: inChina(found?.publishedTime), body: found?.textContent ?? '' }
}

/** `2020-01-02T03:04` in China's time; null for what is no time. */
function inChina(text) {
  const time = Date.parse(text ?? '')
  if (Number.isNaN(time)) return null
  if (!/Z$|[+-]\d\d:?\d\d$/.test(text)) return text.replace(' ', 'T').slice(0, 16)
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16)
}

function comparable(text) {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

async function fixtures(folder) {
  const pages = []
  for (const name of readdirSync(folder)) {
    const expected = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8'))
    const [{ source }] = await collect(['source.*'], { cwd: `${folder}/${name}` })
    if (expected.note !== undefined || source?.mediaType !== 'text/html') continue
    const body = comparable(expected.body.join(''))
    const gold = { title: expected.title, minutes: [expected.publishedAt], body: (found) => found === body }
    pages.push({ source, gold })
  }
  return pages
}

/** The corpus knows the first and the last sentence, how long the body is, and what must not be in it. */
async function corpus(folder) {
  if (!existsSync(folder)) return []
  const pages = []
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.gold.json'))) {
    const known = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))
    const [{ source }] = await collect([name.replace('.gold.json', '.html')], { cwd: folder })
    const parts = [known.firstSentence, known.lastSentence].map(comparable)
    const strange = (known.mustNotContain ?? []).map(comparable)
    const body = (found) => parts.every((part) => found.includes(part)) && !strange.some((part) => found.includes(part))
    pages.push({
      source,
      gold: {
        title: known.title,
        minutes: [known.publishedAt, ...(known.publishedAtAlso ?? [])].map((time) => time?.slice(0, 16) ?? null),
        body,
      },
    })
  }
  return pages
}
