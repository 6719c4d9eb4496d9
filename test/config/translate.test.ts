import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadConfig, resolveOptions } from '../../src/config/index.js'
import { createTranslator } from '../../src/translate/index.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-translate-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function load(yaml: string) {
  await writeFile(join(folder, 'jianbao.config.yaml'), yaml)
  return resolveOptions({ sources: ['a'] }, await loadConfig({ cwd: folder }), folder).translate
}
const create = async (yaml: string, environment: Record<string, string> = {}) => {
  const settings = await load(yaml)
  if (!settings) throw new Error('no settings')
  return createTranslator(settings, { environment, cwd: folder })
}
const secret = 'sk-abc-123'

it('translates nothing unless it is asked to', async () => {
  expect(await create('lang: en')).toBeNull()
  expect(await create('translate: { openai: { model: m } }')).toBeNull()
})

it.each([
  `translate: { with: openai, openai: { model: m, apiKey: ${secret} } }`,
  `translate: { with: deepl, deepl: { auth_key: ${secret} } }`,
  `translate: { with: deepl, key: ${secret} }`,
  `translate: { with: deepl, deepl: { keyFrom: ${secret} } }`,
  `translate: { with: libretranslate, libretranslate: { url: 'https://me:${secret}@host/' } }`,
])('refuses a key in the file, without repeating it: %s', async (yaml) => {
  const error = await load(yaml).catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ code: 'config-invalid', exitCode: 2 })
  expect((error as Error).message).toMatch(/environment/)
  expect((error as Error).message).not.toContain(secret)
})

it('names the variable that is not set', async () => {
  await expect(create('translate: deepl')).rejects.toMatchObject({
    code: 'translator-key-missing',
    message: expect.stringContaining('DEEPL_API_KEY'),
  })
  expect((await create('translate: deepl', { DEEPL_API_KEY: secret }))?.label).toBe('DeepL')
})

it('gives the key of a service to that service alone', async () => {
  const yaml = 'translate: { with: openai, openai: { model: m, url: "https://other.example/v1" } }'
  const asked: (string | null)[] = []
  const before = globalThis.fetch
  globalThis.fetch = async (_url, options) => {
    asked.push(new Headers(options?.headers).get('authorization'))
    return new Response('{}')
  }
  try {
    const translator = await create(yaml, { OPENAI_API_KEY: secret })
    await translator?.translate([], undefined).catch(() => undefined)
  } finally {
    globalThis.fetch = before
  }
  expect(asked).toEqual([null])
})

it('sends no key through an address that is not encrypted', async () => {
  const yaml = 'translate: { with: deepl, deepl: { url: "http://proxy.example", keyFrom: MINE } }'
  await expect(create(yaml, { MINE: secret })).rejects.toMatchObject({ code: 'translator-key-in-clear' })
})

it.each([
  ['translate: { with: openai }', 'translator-not-configured'],
  ['translate: anthropic', 'translator-not-configured'],
  ['translate: bergamot', 'translator-not-configured'],
  ['translate: { with: bergamot, bergamot: { models: models/zhen } }', 'translator-not-installed'],
])('says what is missing: %s', async (yaml, code) => {
  await expect(create(yaml)).rejects.toMatchObject({ code, exitCode: 2 })
})

it('names the keys of the section that a slip was made in', async () => {
  await expect(load('translate: { with: openai, openai: { modl: m } }')).rejects.toThrow('did you mean “model”?')
  await expect(load('translate: { wth: openai }')).rejects.toThrow('did you mean “with”?')
})
