import type { Reading } from '../../reading/index.js'
import type { Element } from '../../reading/structure.js'
import { type CheckOf, check } from '../check.js'

/** A failure condition of the Matterhorn Protocol 1.1 (PDF/UA-1) that a program can look for, by its number. */
export interface Condition {
  number: string
  /** Where it is met. */
  failures(reading: Reading, elements: readonly Placed[]): string[]
}

/** An element of the structure tree with what it stands in. */
export interface Placed {
  element: Element
  /** Type of the element around; empty at the root. */
  around: string
}

/** One check for the conditions that belong together. */
export function conformance(id: string, passes: string, fails: string, conditions: readonly Condition[]): CheckOf {
  return (reading) => {
    const elements = placedElements(reading)
    const failures = conditions.flatMap(({ number, failures }) =>
      failures(reading, elements).map((failure) => `${number}: ${failure}`),
    )
    return check(id, passes, fails, failures)
  }
}

const known = new WeakMap<Reading, Placed[]>()

function placedElements(reading: Reading): Placed[] {
  let elements = known.get(reading)
  if (elements === undefined) {
    elements = []
    for (const child of reading.structure?.children ?? []) collect(child, '', elements)
    known.set(reading, elements)
  }
  return elements
}

function collect(element: Element, around: string, elements: Placed[]): void {
  elements.push({ element, around })
  for (const child of element.children) collect(child, element.type, elements)
}
