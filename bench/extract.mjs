// Pages a second that the built program extracts, on as many cores as are named, and what memory does meanwhile.
//   node bench/extract.mjs [--pages 1000] [--kilobytes 200] [--workers 2] [FOLDER]
// Pages of the folder (default: the corpus beside the project, else the test fixtures) are taken in turns, each made
// as long as named by more of what pages are full of: scripts and lists of links. A report, never a test.
import { existsSync } from 'node:fs'
import { resolve as absolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { collect } from '../dist/collect/index.js'
import { extract } from '../dist/extract/index.js'
import { lengthened } from './lengthened.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

if (isMainThread) await main()
else await work(workerData)

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '1000' },
      kilobytes: { type: 'string', default: '200' },
      workers: { type: 'string', default: '2' },
    },
  })
  const corpus = at('../../shared/corpus/pages')
  const folder = absolute(positionals[0] ?? (existsSync(corpus) ? corpus : at('../test/fixtures/pages')))
  const workers = Number(values.workers)
  const task = { folder, pages: Math.ceil(Number(values.pages) / workers), bytes: Number(values.kilobytes) * 1024 }
  const before = process.cpuUsage()
  const results = await Promise.all(Array.from({ length: workers }, () => inWorker(task)))
  const { user, system } = process.cpuUsage(before)
  const pages = results.reduce((sum, { done }) => sum + done, 0)
  const seconds = Math.max(...results.map(({ seconds }) => seconds))
  const megabytes = results.reduce((sum, { characters }) => sum + characters, 0) / 1e6
  const [first, ...rest] = results[0].heap
  console.log(`${pages} pages of ${values.kilobytes} KB from ${folder}, ${workers} workers`)
  console.log(`${(pages / seconds).toFixed(1)} pages/s, ${(megabytes / seconds).toFixed(1)} M characters/s`)
  // On a machine that does other things as well this says more than the clock; it counts the making of the pages too.
  const own = (user + system) / 1e3 / pages
  console.log(
    `${own.toFixed(1)} ms of processor a page: ${((1000 / own) * workers).toFixed(0)} pages/s on ${workers} free cores`,
  )
  console.log(`heap of one worker after each fifth: ${[first, ...rest].join(', ')} MB`)
  console.log(`a page of 20 MB: ${(await inWorker({ ...task, pages: 1, bytes: 20e6 })).seconds.toFixed(2)} s`)
}

function inWorker(task) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task })
    worker.once('message', resolve).once('error', reject)
  })
}

async function work({ folder, pages, bytes }) {
  const found = await collect([`${folder}/**/*.{html,htm}`], { cwd: '/' })
  const sources = found.flatMap(({ source }) => (source ? [source] : [])).filter(({ text }) => text.length <= bytes)
  if (sources.length === 0) throw new Error(`${folder} holds no page of less than ${bytes} bytes`)
  if (pages > 1) for (const source of sources) extract(lengthened(source, bytes))
  const heap = []
  let characters = 0
  let spent = 0
  for (let i = 0; i < pages; i++) {
    const source = lengthened(sources[i % sources.length], bytes)
    const started = performance.now()
    if (extract(source).value === null) throw new Error(`no article in ${source.uri}`)
    spent += performance.now() - started
    characters += source.text.length
    if ((i + 1) % Math.ceil(pages / 5) === 0) heap.push(Math.round(process.memoryUsage().heapUsed / 1e6))
  }
  parentPort.postMessage({ done: pages, seconds: spent / 1000, characters, heap })
}
