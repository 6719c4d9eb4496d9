// Bare Chromium by its debugging pipe: opens a page and prints it, with nothing between.
//   node bench/bare.mjs BROWSER PAGE.html OUT.pdf PROFILE
// For browsers that know no --print-to-pdf (the bundled one). Its Node takes 60 ms of what it takes.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [browser, page, out, profile] = process.argv.slice(2)
const root = process.getuid?.() === 0 ? ['--no-sandbox', '--no-zygote'] : []
const flags = ['--headless', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...root]
const child = spawn(browser, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })

const waiting = new Map()
const loaded = new Promise((resolve) => waiting.set('Page.loadEventFired', resolve))
let rest = ''
child.stdio[4].setEncoding('utf8').on('data', (chunk) => {
  const messages = (rest + chunk).split('\0')
  rest = messages.pop() ?? ''
  for (const message of messages.map((text) => JSON.parse(text))) {
    waiting.get(message.id ?? message.method)?.(message.result)
  }
})
let last = 0
function ask(method, params = {}, sessionId) {
  child.stdio[3].write(`${JSON.stringify({ id: ++last, method, params, ...(sessionId && { sessionId }) })}\0`)
  const id = last
  return new Promise((resolve) => waiting.set(id, resolve))
}

const { targetInfos } = await ask('Target.getTargets')
const { targetId } = targetInfos.find(({ type }) => type === 'page')
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
await ask('Page.enable', {}, sessionId)
await ask('Page.navigate', { url: pathToFileURL(page).href }, sessionId)
await loaded
const options = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}
const { data } = await ask('Page.printToPDF', options, sessionId)
writeFileSync(out, Buffer.from(data, 'base64'))
child.kill('SIGKILL')
