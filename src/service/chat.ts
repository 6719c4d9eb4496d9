import { z } from 'zod'
import type { Environment } from './endpoint.js'
import { endpointOf } from './endpoint.js'
import { exchange } from './http.js'
import { ServiceTrouble } from './trouble.js'

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
const wishes = ['temperature', 'response_format'] as const
type Wish = (typeof wishes)[number]

export interface ChatAnswer {
  content: string
  /** Zero where the service does not count them. */
  usage: { inputTokens: number; outputTokens: number }
}

export interface ChatModel {
  /** As a reader is told. */
  label: string
  /** One request: instructions, and the data that they speak of. Throws a `ServiceTrouble`, or the signal's reason. */
  answer(data: string, signal: AbortSignal | undefined): Promise<ChatAnswer>
}

interface ChatOptions {
  use: 'translate' | 'crosscheck'
  own: { model: string; url?: string | undefined; keyFrom?: string | undefined }
  timeoutMs: number
  instructions: string
  /** Of the answer: its name and its JSON Schema. */
  form: { name: string; schema: object }
}

/** Chat completions (POST /chat/completions), as OpenAI documents them and many servers speak them. */
export function chatModel(options: ChatOptions, environment: Environment): ChatModel {
  const { use, own, timeoutMs, instructions, form } = options
  const { url, key, isOther } = endpointOf('openai', own, environment, use)
  const wished = {
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { ...form, strict: true } },
  }
  const refused = new Set<Wish>()
  const send = (data: string, signal: AbortSignal | undefined): Promise<unknown> =>
    exchange({
      url: `${url}/chat/completions`,
      headers: key ? { authorization: `Bearer ${key.reveal()}` } : {},
      body: {
        model: own.model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: data },
        ],
        ...Object.fromEntries(Object.entries(wished).filter(([wish]) => !refused.has(wish as Wish))),
      },
      key,
      timeoutMs,
      signal,
    })
  return {
    label: isOther ? `${own.model} (${new URL(url).host})` : `OpenAI (${own.model})`,
    async answer(data, signal) {
      try {
        return answerOf(await send(data, signal))
      } catch (error) {
        const wish = refusedWish(error, refused)
        if (!wish) throw error
        refused.add(wish)
        return this.answer(data, signal)
      }
    },
  }
}

function refusedWish(error: unknown, already: ReadonlySet<Wish>): Wish | undefined {
  if (!(error instanceof ServiceTrouble) || (error.status !== 400 && error.status !== 422)) return undefined
  const left = wishes.filter((wish) => !already.has(wish))
  return left.find(
    (wish) => error.message.includes(wish) || (wish === 'response_format' && /schema/.test(error.message)),
  )
}

function answerOf(value: unknown): ChatAnswer {
  const checked = Completion.safeParse(value)
  const choice = checked.data?.choices[0]
  if (!choice) throw new ServiceTrouble('answer', 'its answer is no chat completion')
  if (choice.finish_reason === 'length') throw new ServiceTrouble('answer', 'its answer was cut off')
  if (choice.finish_reason === 'content_filter') throw new ServiceTrouble('answer', 'its filter kept the answer back')
  const { prompt_tokens: input, completion_tokens: output } = checked.data?.usage ?? {}
  return { content: choice.message.content ?? '', usage: { inputTokens: input ?? 0, outputTokens: output ?? 0 } }
}

/** The JSON of a language model's answer; models like to fence it. Throws a `ServiceTrouble`. */
export function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ''))
  } catch {
    throw new ServiceTrouble('answer', 'its answer is no JSON, or only half of one')
  }
}
