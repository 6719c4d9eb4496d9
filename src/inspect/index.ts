import { digits } from '../language/render.js'
import type { Attachment, Briefing, Check, Expectations, Inspection } from '../model/index.js'
import { checks, checksOfModel } from './checks/index.js'
import { linkedNumbers } from './linked.js'
import { reopen } from './reading/index.js'

export { saidTwice } from './halves.js'
export { linkedNumbers } from './linked.js'

/** Reads a finished PDF back and looks whether it holds what it should. Throws where the bytes are no PDF. */
export async function inspect(pdf: Uint8Array, expectations: Expectations): Promise<Inspection> {
  const reading = await reopen(pdf)
  const results = checks.map((run) => run(reading, expectations))
  return {
    passed: results.every(({ passed }) => passed),
    pages: reading.pages.length,
    bytes: reading.bytes,
    checks: results,
  }
}

/**
 * Whether a PDF says what the model inside it says: every figure stands beside its evidence as printed and in digits, every
 * number that leads there is that number, and the files inside are `attachments`. Throws where the bytes are no PDF.
 */
export async function inspectModel(
  pdf: Uint8Array,
  briefing: Briefing,
  attachments: readonly Attachment[],
): Promise<Check[]> {
  const reading = await reopen(pdf)
  const linked = linkedNumbers(briefing)
  const figures = briefing.facts.map(({ id, quantity: { surface, value, upper } }, at) => ({
    fact: id,
    anchor: linked[at]?.anchor ?? '',
    zh: surface,
    en: upper === null ? digits(value) : `${digits(value)}–${digits(upper)}`,
  }))
  const expected: Expectations = {
    languages: ['zh', 'en'],
    figures,
    linked,
    fonts: [],
    charts: [],
    anchors: [],
    headings: [],
    attachments: [...attachments],
  }
  return checksOfModel.map((run) => run(reading, expected))
}
