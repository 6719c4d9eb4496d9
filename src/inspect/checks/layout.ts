import { type Element, isElement, type Leaf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

const most = 40

/** A pixel is 1/96 inch (CSS). */
const pointsToPixel = 0.75

/**
 * No text leaves the page, or the part of it that is seen. For a table that is too wide Chromium makes everything
 * smaller, down to two thirds, and then leaves out what does not fit.
 */
export const insidePage: CheckOf = ({ pages }) => {
  const failures = pages.flatMap(({ cut, scale }, i) => {
    const shrunk = scale !== null && scale < pointsToPixel - 0.005 ? [shrunkTo(i + 1, scale)] : []
    return [...shrunk, ...cut.map((text) => `page ${i + 1}: "${text.trim().slice(0, most)}"`)]
  })
  return check('inside-page', 'all text is inside its page', 'text runs off its page', failures)
}

function shrunkTo(page: number, scale: number): string {
  return `page ${page} is printed at ${Math.round((scale / pointsToPixel) * 100)}%: something is wider than the page`
}

/** No text is drawn over other text: two cells, two labels of a chart. */
export const textApart: CheckOf = ({ pages }) => {
  const failures = pages.flatMap(({ overlapping }, i) =>
    overlapping.map(([one, other]) => `page ${i + 1}: "${shortened(one)}" and "${shortened(other)}"`),
  )
  return check('text-apart', 'no text lies over other text', 'text lies over other text', failures)
}

function shortened(text: string): string {
  return text.trim().slice(0, most)
}

/** What a reader goes through, one after the other: headings, and what stands under them. */
interface Step {
  /** 1 to 6; null where it is no heading. */
  level: number | null
  page: number
  text: string
}

/** No heading is the last of its page while what it heads begins on the next. */
export const headingsKept: CheckOf = ({ structure }) => {
  const steps = structure === null ? [] : joined([...stepsOf(structure, null)])
  const failures = steps.flatMap((heading, at) => {
    if (heading.level === null) return []
    const content = steps.slice(at + 1).find((step) => step.level === null || step.level <= (heading.level ?? 0))
    const goesOn = content !== undefined && content.level === null && content.page > heading.page
    return goesOn ? [`page ${heading.page}: "${heading.text.trim().slice(0, most)}"`] : []
  })
  return check('headings-kept', 'no heading ends a page', 'a heading ends its page', failures)
}

function* stepsOf(element: Element, heading: Element | null): Generator<Step & { of: Element | null }> {
  const own = heading ?? (/^H[1-6]$/.test(element.type) ? element : null)
  for (const part of element.content) {
    if (isElement(part)) yield* stepsOf(part, own)
    else if (says(part)) {
      yield { level: own && Number(own.type.slice(1)), page: part.page, text: part.text, of: own }
    }
  }
}

function says({ text, page }: Leaf): boolean {
  return page > 0 && text.trim() !== ''
}

/** Each heading as one step: on the page on which it ends. */
function joined(steps: (Step & { of: Element | null })[]): Step[] {
  const result: (Step & { of: Element | null })[] = []
  for (const step of steps) {
    const last = result.at(-1)
    if (step.of !== null && last?.of === step.of) {
      last.page = Math.max(last.page, step.page)
      last.text += step.text
    } else if (step.of !== null || last === undefined || last.of !== null) result.push({ ...step })
  }
  return result
}
