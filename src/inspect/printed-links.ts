import type { Reading } from './reading/index.js'
import { type Element, isElement, type Leaf, textOf } from './reading/structure.js'

/** A number that leads to the evidence, and in which half of the file it stands; null where it stands in both. */
export interface PrintedLink {
  anchor: string
  text: string
  half: 'zh' | 'en' | null
}

/** Where one language follows the other, the second has ids of its own: `en-e12`. */
const ownId = /^(zh|en)-/

/** Every link to one of `anchors`, in reading order; the small numbers that only point to the evidence left out. */
export function linksToEvidence(
  { structure, destinationOf }: Reading,
  anchors: ReadonlySet<string>,
): readonly PrintedLink[] {
  const found: PrintedLink[] = []
  const walk = ({ content }: Element): void => {
    content.forEach((part, at) => {
      if (!isElement(part)) return
      const [annotation] = part.annotations
      const id = part.type === 'Link' && annotation ? (destinationOf(annotation) ?? '') : ''
      const anchor = id.replace(ownId, '')
      const text = textOf(part).trim()
      if (anchors.has(anchor) && `e${text}` !== anchor)
        found.push({ anchor, text, half: halfOf(text, content[at - 1], content[at + 1]) })
      walk(part)
    })
  }
  if (structure !== null) walk(structure)
  return found
}

/** By its own letters, else by what stands right behind or before it in its sentence; a bare number of a table has none. */
function halfOf(text: string, before: Leaf | Element | undefined, after: Leaf | Element | undefined) {
  return (
    scriptOf(text) ?? scriptOf(shown(after).trim().charAt(0)) ?? (shown(after) === '' ? scriptOf(shown(before)) : null)
  )
}

function shown(part: Leaf | Element | undefined): string {
  return part === undefined ? '' : isElement(part) ? textOf(part) : part.text
}

function scriptOf(text: string): PrintedLink['half'] {
  if (/[\p{Script=Han}，。；、]/u.test(text)) return 'zh'
  return /\p{Script=Latin}/u.test(text) ? 'en' : null
}
