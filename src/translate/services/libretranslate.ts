import { z } from 'zod'
import type { TranslateSettings } from '../../model/index.js'
import { type Environment, endpointOf, exchange } from '../../service/index.js'
import { inOrder, withNames } from '../plain.js'
import type { Translator } from '../translator.js'

const Translated = z.object({ translatedText: z.array(z.string()) })

/** LibreTranslate (POST /translate with a list of texts). */
export function libretranslate(settings: TranslateSettings, environment: Environment): Translator {
  const { url, key, isOther } = endpointOf('libretranslate', settings.libretranslate ?? {}, environment)
  return {
    name: 'libretranslate',
    label: isOther ? `LibreTranslate (${new URL(url).host})` : 'LibreTranslate',
    origin: 'libretranslate',
    most: { texts: 25, characters: 2000 },
    async translate(questions, signal) {
      const value = await exchange({
        url: `${url}/translate`,
        headers: {},
        body: {
          q: questions.map(withNames),
          source: 'zh',
          target: 'en',
          format: 'text',
          ...(key && { api_key: key.reveal() }),
        },
        key,
        timeoutMs: settings.timeout * 1000,
        signal,
      })
      const texts = Translated.safeParse(value).data?.translatedText
      return { answers: inOrder(questions, texts), usage: { inputTokens: 0, outputTokens: 0 } }
    },
    async [Symbol.asyncDispose]() {},
  }
}
