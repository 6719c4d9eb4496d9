import { z } from 'zod'
import type { TranslateSettings } from '../../model/index.js'
import { type Environment, endpointOf, exchange, type Request } from '../../service/index.js'
import { inOrder } from '../plain.js'
import type { Question, Translator } from '../translator.js'

const Translations = z.object({ translations: z.array(z.object({ text: z.string() })) })
const Glossary = z.object({ glossary_id: z.string() })

const freeUrl = 'https://api-free.deepl.com'

/**
 * DeepL (POST /v2/translate). Names and terms travel as a glossary that is made for the request (POST /v2/glossaries)
 * and taken away after it.
 */
export function deepl(settings: TranslateSettings, environment: Environment): Translator {
  const endpoint = endpointOf('deepl', settings.deepl ?? {}, environment)
  // Keys of the free plan end so, and are known at another address only.
  const isFree = !endpoint.isOther && (endpoint.key?.reveal().endsWith(':fx') ?? false)
  const url = isFree ? freeUrl : endpoint.url
  const { key } = endpoint
  const call = (path: string, rest: Pick<Request, 'method' | 'body' | 'signal'>): Promise<unknown> =>
    exchange({
      url: `${url}${path}`,
      headers: key ? { authorization: `DeepL-Auth-Key ${key.reveal()}` } : {},
      key,
      timeoutMs: settings.timeout * 1000,
      ...rest,
    })
  return {
    name: 'deepl',
    label: 'DeepL',
    origin: 'deepl',
    most: { texts: 50, characters: 20_000 },
    async translate(questions, signal) {
      const glossary = await glossaryFor(questions, (body) => call('/v2/glossaries', { body, signal }))
      try {
        const body = {
          text: questions.map(({ zh }) => zh),
          source_lang: 'ZH',
          target_lang: 'EN-GB',
          split_sentences: '0',
          preserve_formatting: true,
          ...(glossary !== null && { glossary_id: glossary }),
        }
        const value = await call('/v2/translate', { body, signal })
        const texts = Translations.safeParse(value).data?.translations.map(({ text }) => text)
        return { answers: inOrder(questions, texts), usage: { inputTokens: 0, outputTokens: 0 } }
      } finally {
        // Left behind, it would fill the account; that it cannot be taken away spoils no answer.
        if (glossary !== null) {
          await call(`/v2/glossaries/${encodeURIComponent(glossary)}`, { method: 'DELETE', signal: undefined }).catch(
            () => undefined,
          )
        }
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}

/** Id of a glossary of the names and terms in these texts; null where there are none. */
async function glossaryFor(
  questions: readonly Question[],
  make: (body: unknown) => Promise<unknown>,
): Promise<string | null> {
  const words = new Map<string, string>()
  for (const { glossary } of questions) {
    for (const { zh, en } of [...glossary.names, ...glossary.terms]) if (!words.has(zh)) words.set(zh, en)
  }
  if (words.size === 0) return null
  const entries = [...words].map(([zh, en]) => `${zh}\t${en}`).join('\n')
  const made = await make({ name: 'jianbao', source_lang: 'zh', target_lang: 'en', entries, entries_format: 'tsv' })
  return Glossary.safeParse(made).data?.glossary_id ?? null
}
