import type { Expectations, Inspection } from '../model/index.js'
import { checks } from './checks/index.js'
import { reopen } from './reading/index.js'

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
