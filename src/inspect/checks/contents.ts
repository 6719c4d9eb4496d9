import { type Element, textOf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

const blocks = new Set(['P', 'LI', 'LBody', 'TR', 'TOCI', 'Div'])

/** The number that stands in an entry of the contents is that of the page on which its heading is. */
export const contentsRight: CheckOf = (reading, { contents = [] }) => {
  const wanted = new Set(contents)
  const printed = new Map<string, string[]>()
  if (reading.structure !== null && wanted.size > 0) {
    walk(reading.structure, null, (link, block) => {
      const id = link.annotations.map(reading.destinationOf).find((name) => name !== undefined && wanted.has(name))
      if (id !== undefined) printed.set(id, [...(printed.get(id) ?? []), textOf(block ?? link)])
    })
  }
  const failures = contents.flatMap((id) => {
    const texts = printed.get(id)
    if (texts === undefined) return [`"${id}" has no entry`]
    // Other links to a heading, on the first page or from chapter to chapter, name no page.
    const numbers = texts.flatMap((text) => /(\d+)\s*$/.exec(text)?.[1] ?? [])
    const page = reading.destinations.get(id)
    return numbers.includes(String(page))
      ? []
      : [`"${id}": says ${numbers[0] ?? 'nothing'}, is on ${page ?? 'no page'}`]
  })
  return check('contents-right', 'the contents name the right pages', 'the contents are wrong', failures)
}

function walk(element: Element, block: Element | null, found: (link: Element, block: Element | null) => void): void {
  if (element.annotations.length > 0) found(element, block)
  const inner = blocks.has(element.type) ? element : block
  for (const child of element.children) walk(child, inner, found)
}
