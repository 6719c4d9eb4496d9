import type { Check, Expectations } from '../../model/index.js'
import type { Reading } from '../reading/index.js'

/** Looks at one thing. It never throws: what cannot be found has failed. */
export type CheckOf = (reading: Reading, expected: Expectations) => Check

const most = 8

/** A check that fails for each of `failures`, of which a few are named. */
export function check(id: string, passes: string, fails: string, failures: string[]): Check {
  const passed = failures.length === 0
  const details = failures.slice(0, most)
  if (failures.length > most) details.push(`and ${failures.length - most} more`)
  return { id, passed, message: passed ? passes : fails, details }
}
