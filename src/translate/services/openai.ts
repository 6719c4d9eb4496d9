import { z } from 'zod'
import type { TranslateSettings } from '../../model/index.js'
import { type Environment, endpointOf } from '../endpoint.js'
import { exchange } from '../http.js'
import { answerSchema, instructions, payload, readAnswerText } from '../prompt.js'
import { type Question, type Reply, type Translator, TranslatorTrouble } from '../translator.js'

type Settings = NonNullable<TranslateSettings['openai']>

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
})

/** Parameters that not every server or model knows: what it refuses is left out from then on. */
const wishes = {
  temperature: 0,
  response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: answerSchema } },
}
type Wish = keyof typeof wishes

/** Chat completions (POST /chat/completions), as OpenAI documents them and many servers speak them. */
export function openai(settings: TranslateSettings, own: Settings, environment: Environment): Translator {
  const { url, key, isOther } = endpointOf('openai', settings, environment)
  const refusedWishes = new Set<Wish>()
  const send = (questions: readonly Question[], signal: AbortSignal | undefined): Promise<unknown> =>
    exchange({
      url: `${url}/chat/completions`,
      headers: key ? { authorization: `Bearer ${key.reveal()}` } : {},
      body: {
        model: own.model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: payload(questions) },
        ],
        ...Object.fromEntries(Object.entries(wishes).filter(([wish]) => !refusedWishes.has(wish as Wish))),
      },
      key,
      timeoutMs: settings.timeout * 1000,
      signal,
    })
  return {
    name: 'openai',
    label: isOther ? `${own.model} (${new URL(url).host})` : `OpenAI (${own.model})`,
    origin: `openai:${own.model}`,
    most: { texts: 25, characters: 4000 },
    async translate(questions, signal) {
      try {
        return replyOf(await send(questions, signal), questions)
      } catch (error) {
        const wish = refusedWish(error, refusedWishes)
        if (!wish) throw error
        refusedWishes.add(wish)
        return this.translate(questions, signal)
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}

function refusedWish(error: unknown, already: ReadonlySet<Wish>): Wish | undefined {
  if (!(error instanceof TranslatorTrouble) || (error.status !== 400 && error.status !== 422)) return undefined
  const left = (['temperature', 'response_format'] as const).filter((wish) => !already.has(wish))
  return left.find(
    (wish) => error.message.includes(wish) || (wish === 'response_format' && /schema/.test(error.message)),
  )
}

function replyOf(value: unknown, questions: readonly Question[]): Reply {
  const checked = Completion.safeParse(value)
  const choice = checked.data?.choices[0]
  if (!choice) throw new TranslatorTrouble('answer', 'its answer is no chat completion')
  if (choice.finish_reason === 'length') throw new TranslatorTrouble('answer', 'its answer was cut off')
  if (choice.finish_reason === 'content_filter')
    throw new TranslatorTrouble('answer', 'its filter kept the answer back')
  return {
    answers: readAnswerText(choice.message.content ?? '', questions),
    usage: {
      inputTokens: checked.data?.usage?.prompt_tokens ?? 0,
      outputTokens: checked.data?.usage?.completion_tokens ?? 0,
    },
  }
}
