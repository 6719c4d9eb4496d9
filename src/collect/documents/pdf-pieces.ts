import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Piece } from './pdf-lines.js'

/** What a PDF holds before anything is made of it. */
export interface PdfContent {
  pages: number
  /** Of each page that was read, in the order in which it is drawn. */
  pieces: Piece[][]
  title: string
  creator: string
}

interface Job {
  library: string
  bytes: Uint8Array
  mostPages: number
}

type Report = { content: PdfContent } | { name: string; message: string }

/**
 * Damaged PDFs can keep their reader busy for ever, and it cannot be interrupted: it works in a thread that can be
 * ended. The thread's program stands here as text, because it must run from sources and from what is built alike.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
const { library, bytes, mostPages } = workerData
async function read() {
  const { getDocumentProxy } = require(library)
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
  const { info } = await pdf.getMetadata()
  const pieces = []
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pieces.push(items.filter((item) => 'str' in item).map(({ str, width, transform: [, , c, d, x, y] }) =>
      ({ text: str, x, y, width, size: Math.hypot(c, d) })))
    page.cleanup()
  }
  const entry = (name) => typeof info[name] === 'string' ? info[name].trim() : ''
  return { pages: pdf.numPages, pieces, title: entry('Title'), creator: entry('Creator') }
}
read().then(
  (content) => parentPort.postMessage({ content }),
  (error) => parentPort.postMessage({ name: String(error?.name), message: String(error?.message) }),
)
`

/** Throws an Error with the name that the reader gave it, or where `time` (milliseconds) is over. */
export async function readPieces(bytes: Buffer, mostPages: number, time: number): Promise<PdfContent> {
  const library = createRequire(import.meta.url).resolve('unpdf')
  const workerData: Job = { library, bytes: new Uint8Array(bytes), mostPages }
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const report = await new Promise<Report>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`reading it took more than ${time / 1000} s`)), time)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('its reader ended')))
    })
    if ('content' in report) return report.content
    throw Object.assign(new Error(report.message), { name: report.name })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
