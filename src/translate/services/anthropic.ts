import { z } from 'zod'
import type { TranslateSettings } from '../../model/index.js'
import { type Environment, endpointOf, exchange, ServiceTrouble } from '../../service/index.js'
import { answerSchema, instructions, payload, readAnswers } from '../prompt.js'
import type { Question, Reply, Translator } from '../translator.js'

type Settings = NonNullable<TranslateSettings['anthropic']>

const Message = z.object({
  content: z.array(z.object({ type: z.string(), name: z.string().optional(), input: z.unknown() })),
  stop_reason: z.string().nullish(),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
})

const tool = {
  name: 'give_translations',
  description: 'Gives the English of each text by its id.',
  input_schema: answerSchema,
}
/** English takes about a token and a half a Chinese character; the rest is JSON. */
const tokensOf = (questions: readonly Question[]): number =>
  Math.min(
    8192,
    questions.reduce((sum, { zh }) => sum + 80 + zh.length * 3, 512),
  )

/** Messages (POST /v1/messages, version 2023-06-01): the answer is the input of a tool that the model must call. */
export function anthropic(settings: TranslateSettings, own: Settings, environment: Environment): Translator {
  const { url, key, isOther } = endpointOf('anthropic', settings.anthropic ?? {}, environment)
  return {
    name: 'anthropic',
    label: isOther ? `${own.model} (${new URL(url).host})` : `Anthropic (${own.model})`,
    origin: `anthropic:${own.model}`,
    most: { texts: 25, characters: 2000 },
    async translate(questions, signal) {
      const value = await exchange({
        url: `${url}/v1/messages`,
        headers: { 'anthropic-version': '2023-06-01', ...(key && { 'x-api-key': key.reveal() }) },
        body: {
          model: own.model,
          max_tokens: tokensOf(questions),
          system: instructions,
          messages: [{ role: 'user', content: payload(questions) }],
          tools: [tool],
          tool_choice: { type: 'tool', name: tool.name },
        },
        key,
        timeoutMs: settings.timeout * 1000,
        signal,
      })
      return replyOf(value, questions)
    },
    async [Symbol.asyncDispose]() {},
  }
}

function replyOf(value: unknown, questions: readonly Question[]): Reply {
  const checked = Message.safeParse(value)
  if (!checked.success) throw new ServiceTrouble('answer', 'its answer is no message')
  const { content, stop_reason: stop, usage } = checked.data
  if (stop === 'max_tokens') throw new ServiceTrouble('answer', 'its answer was cut off')
  if (stop === 'refusal') throw new ServiceTrouble('answer', 'it refused to answer')
  const call = content.find(({ type, name }) => type === 'tool_use' && name === tool.name)
  return {
    answers: readAnswers(call?.input, questions),
    usage: { inputTokens: usage?.input_tokens ?? 0, outputTokens: usage?.output_tokens ?? 0 },
  }
}
