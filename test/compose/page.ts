import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** A page as a reader's program sees it. */
export interface Page {
  elements: Element[]
  ids: Set<string>
  byId(id: string): Element
  text: string
}

export function readPage(html: string): Page {
  const elements: Element[] = []
  collect(parse(html), elements)
  const byId = new Map(elements.map((element) => [attribute(element, 'id') ?? '', element]))
  const body = elements.find(({ tagName }) => tagName === 'body')
  return {
    elements,
    ids: new Set(byId.keys()),
    byId: (id) => {
      const element = byId.get(id)
      if (!element) throw new Error(`no element has the id ${id}`)
      return element
    },
    text: body ? textOf(body) : '',
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((at) => at.name === name)?.value
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

export function within(element: Element): Element[] {
  const found: Element[] = []
  for (const child of element.childNodes) collect(child, found)
  return found
}

function collect(node: Node, into: Element[]): void {
  if ('tagName' in node) into.push(node)
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, into)
}
