import type { GenerateOptions } from './config/index.js'
import { counted } from './counted.js'
import type { SecondReader } from './crosscheck/index.js'
import type { Summary } from './model/index.js'
import type { PipelineContext } from './steps.js'

/** Null where none is asked. Throws a UserError where its model or its key is missing. */
export async function openSecondReader(
  { crosscheck }: Pick<GenerateOptions, 'crosscheck'>,
  { signal }: PipelineContext,
): Promise<SecondReader | null> {
  if (crosscheck === undefined || crosscheck.with === 'none') return null
  // Loaded only where one is asked.
  const [{ secondReader }, { realParts }] = await Promise.all([
    import('./crosscheck/index.js'),
    import('./service/index.js'),
  ])
  return secondReader(crosscheck, { environment: process.env, parts: realParts, signal })
}

/** Each reading with the notes of the second reader; what that took is told as one step. */
export async function readAgain<T extends { summary: Summary | null }>(
  readings: readonly T[],
  reader: SecondReader,
  { onStep }: PipelineContext,
): Promise<T[]> {
  const checked: T[] = []
  for (const reading of readings) {
    checked.push({ ...reading, summary: reading.summary && (await reader.check(reading.summary)) })
  }
  const { reader: label, requests, characters, inputTokens, outputTokens } = reader.cost
  const tokens = inputTokens + outputTokens > 0 ? `, ${inputTokens} + ${outputTokens} tokens` : ''
  onStep?.('crosscheck', `${label}: ${counted(requests, 'request')}, ${characters} characters${tokens}`)
  return checked
}
