import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TranslateSettings } from '../../src/model/index.js'
import { createTranslator } from '../../src/translate/index.js'

/** Speaks the messages of the engine's worker; written as CommonJS in a package that calls itself a module, as that is. */
const worker = `
const { parentPort } = require('node:worker_threads')
let loaded = null
parentPort.on('message', ({ id, name, args }) => {
  const say = (result) => parentPort.postMessage({ id, result })
  if (name === 'initialize') return say()
  if (name === 'loadTranslationModel') { loaded = args[1]; return say() }
  const { texts } = args[0]
  if (texts[0].text === '挂起') return
  if (texts[0].text === '出错') return parentPort.postMessage({ id, error: { name: 'Error', message: 'out of memory' } })
  say(texts.map(({ text }) => ({ target: { text: text.length + ' of ' + new Uint8Array(loaded.model)[0] } })))
})`

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'jianbao-bergamot-'))
  await mkdir(join(cwd, 'zhen'))
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

async function install(): Promise<void> {
  const folder = join(cwd, 'node_modules/@browsermt/bergamot-translator')
  await mkdir(join(folder, 'worker'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "main": "translator.js" }')
  await writeFile(join(folder, 'translator.js'), '')
  await writeFile(join(folder, 'worker/translator-worker.js'), worker)
}

async function addModel(): Promise<void> {
  await writeFile(join(cwd, 'zhen/model.zhen.intgemm.alphas.bin.gz'), gzipSync(new Uint8Array([7])))
  await writeFile(join(cwd, 'zhen/lex.50.50.zhen.s2t.bin'), 'l')
  await writeFile(join(cwd, 'zhen/vocab.zhen.spm'), 'v')
}

const create = (timeout = 20) =>
  createTranslator(TranslateSettings.parse({ with: 'bergamot', bergamot: { models: join(cwd, 'zhen') }, timeout }), {
    environment: {},
    cwd,
  })
const question = (zh: string) => ({ id: zh, zh, glossary: { names: [], terms: [] }, similar: [], refused: [] })

it('says which part of the model is missing before anything is read', async () => {
  await install()
  await expect(create()).rejects.toMatchObject({
    code: 'translator-model-unusable',
    message: expect.stringContaining('model.*.bin'),
  })
})

it('translates in a thread of its own, from packed model files too', async () => {
  await install()
  await addModel()
  await using translator = await create()
  const reply = await translator?.translate([question('守望'), question('守望相助')], undefined)
  expect(reply?.answers).toEqual([
    { id: '守望', en: '2 of 7' },
    { id: '守望相助', en: '4 of 7' },
  ])
})

it('passes the engine’s trouble on, and does not wait for ever', async () => {
  await install()
  await addModel()
  await using translator = await create(0.5)
  await expect(translator?.translate([question('出错')], undefined)).rejects.toThrow('out of memory')
  await expect(translator?.translate([question('挂起')], undefined)).rejects.toThrow('no answer within 0.5 s')
})
