import { digits } from '../../language/render.js'
import { isOneOf, readNumbers } from '../linked.js'
import { type Element, textOf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

/** Wherever a number leads to the evidence, in tables, charts and sentences, it is the number that stands there. */
export const linkedFigures: CheckOf = ({ structure, destinationOf }, { linked = [] }) => {
  // Where one language follows the other, the second has ids of its own.
  const placeOf = (annotation: Element['annotations'][number]) =>
    destinationOf(annotation)?.replace(/^(zh|en)-/, '') ?? ''
  const wanted = new Map(linked.map(({ anchor, numbers }) => [anchor, numbers]))
  const failures = new Set<string>()
  const walk = (element: Element, around: Element | null): void => {
    // An area of a figure that leads somewhere has no text of its own: the figure's is what is pressed on.
    const shown = element.content.length === 0 && around !== null ? around : element
    const text = element.annotations.length > 0 ? textOf(shown).normalize('NFKC') : ''
    for (const annotation of element.annotations) {
      const anchor = placeOf(annotation)
      const numbers = wanted.get(anchor)
      if (numbers && !says(shown, text, numbers))
        failures.add(
          `"${text.slice(0, 60)}" leads to the evidence of ${numbers.slice(1, 3).map(digits).join(', ')} ("${anchor}")`,
        )
    }
    for (const child of element.children) walk(child, element)
  }
  if (structure !== null && wanted.size > 0) walk(structure, null)
  const passes = 'numbers that lead to the evidence are those that stand there'
  return check('linked-figures', passes, 'numbers differ from their evidence', [...failures])
}

/** The numbers of a link are all its own; a chart, which has many, has this one among them. */
function says({ type }: Element, text: string, numbers: readonly number[]): boolean {
  if (type === 'Link') return readNumbers(text).every((printed) => isOneOf(printed, numbers))
  // The first is the number of the evidence, which a value may happen to be.
  const values = numbers.length > 1 ? numbers.slice(1) : numbers
  return values.some((value) => text.includes(digits(value)))
}
