import { type Element, textOf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

const blocks = new Set(['P', 'LI', 'LBody', 'TR', 'TOCI', 'Div'])

/** The number that stands in an entry of the contents is that of the page on which its heading is. */
export const contentsRight: CheckOf = (reading, { contents = [] }) => {
  const wanted = new Set(contents)
  const printed = new Map<string, string>()
  if (reading.structure !== null && wanted.size > 0) {
    walk(reading.structure, null, (link, block) => {
      const id = link.annotations.map(reading.destinationOf).find((name) => name !== undefined && wanted.has(name))
      // The contents come before anything else that links to a heading.
      if (id !== undefined && !printed.has(id)) printed.set(id, textOf(block ?? link))
    })
  }
  const failures = contents.flatMap((id) => {
    const text = printed.get(id)
    if (text === undefined) return [`"${id}" has no entry`]
    const page = reading.destinations.get(id)
    const number = /(\d+)\s*$/.exec(text)?.[1]
    return number === String(page) ? [] : [`"${id}": says ${number ?? 'nothing'}, is on ${page ?? 'no page'}`]
  })
  return check('contents-right', 'the contents name the right pages', 'the contents are wrong', failures)
}

function walk(element: Element, block: Element | null, found: (link: Element, block: Element | null) => void): void {
  if (element.annotations.length > 0) found(element, block)
  const inner = blocks.has(element.type) ? element : block
  for (const child of element.children) walk(child, inner, found)
}
