import { onOneLine, printed } from './clean.js'
import { childrenOf, type Element, everyElement, isElement, type TextNode } from './dom.js'

const LONGEST_CELL = 200
/** Nodes. */
const LARGEST_CELL = 200
const LAYOUT = new Set('table h1 h2 form ul script iframe'.split(' '))

/**
 * The rows of a table of data, cells joined by tabs; null for a table that only lays the page out: it holds other
 * tables, lists or headlines, long texts, or a single column.
 */
export function dataRows(table: Element): string[] | null {
  const rows: string[] = []
  let widest = 0
  for (const element of everyElement([table])) {
    if (element !== table && LAYOUT.has(element.tagName)) return null
    if (element.tagName !== 'tr') continue
    const cells = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    const filled: string[] = []
    for (const cell of cells) {
      const text = cellText(cell)
      if (text === null || text.length > LONGEST_CELL) return null
      if (text !== '') filled.push(text)
    }
    widest = Math.max(widest, filled.length)
    if (filled.length > 0) rows.push(filled.join('\t'))
  }
  return rows.length >= 2 && widest >= 2 ? rows : null
}

/** Null for a cell that holds more than a cell of data does. */
function cellText(cell: Element): string | null {
  let text = ''
  let nodes = 0
  const pending: (Element | TextNode)[] = [cell]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (++nodes > LARGEST_CELL || text.length > 4 * LONGEST_CELL) return null
    if (!isElement(node)) text += node.value
    else if (node.tagName === 'br' || node.tagName === 'p') text += ' '
    if (isElement(node)) pending.push(...childrenOf(node).reverse())
  }
  return onOneLine(printed(text))
}
