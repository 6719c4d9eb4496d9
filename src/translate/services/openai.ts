import type { TranslateSettings } from '../../model/index.js'
import { chatModel, type Environment, jsonOf } from '../../service/index.js'
import { answerSchema, instructions, payload, readAnswers } from '../prompt.js'
import type { Translator } from '../translator.js'

type Settings = NonNullable<TranslateSettings['openai']>

/** Chat completions, of OpenAI or of any server that speaks them. */
export function openai(settings: TranslateSettings, own: Settings, environment: Environment): Translator {
  const form = { name: 'translations', schema: answerSchema }
  const model = chatModel(
    { use: 'translate', own, timeoutMs: settings.timeout * 1000, instructions, form },
    environment,
  )
  return {
    name: 'openai',
    label: model.label,
    origin: `openai:${own.model}`,
    most: { texts: 25, characters: 4000 },
    async translate(questions, signal) {
      const { content, usage } = await model.answer(payload(questions), signal)
      return { answers: readAnswers(jsonOf(content), questions), usage }
    },
    async [Symbol.asyncDispose]() {},
  }
}
