import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseBounded } from './bounded-parser.js'

// The only file that knows the parser's tree: everything else sees these two kinds of node.
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode
type AnyNode = DefaultTreeAdapterTypes.Node

/** Parses any text as a browser would; never throws. */
export function parsePage(html: string): Element[] {
  return parseBounded(html).childNodes.filter(isElement)
}

export function isElement(node: AnyNode): node is Element {
  return 'tagName' in node
}

function isText(node: AnyNode): node is TextNode {
  return node.nodeName === '#text'
}

/** The child at a place: null for a comment and the like, undefined behind the last. */
export function childAt(element: Element, place: number): Element | TextNode | null | undefined {
  const node = element.childNodes[place]
  if (node === undefined) return undefined
  return isElement(node) || isText(node) ? node : null
}

/** Elements and texts below an element; comments are left out. */
export function childrenOf(element: Element): (Element | TextNode)[] {
  return element.childNodes.filter((node): node is Element | TextNode => isElement(node) || isText(node))
}

export function attribute(element: Element, name: string): string {
  // Asked several times for every element of a page.
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return ''
}

/** Class and id, by which makers name what an element is for. */
export function namesOf(element: Element): string {
  let names = ''
  for (const { name, value } of element.attrs) if (name === 'class' || name === 'id') names += ` ${value}`
  return names.slice(0, 200)
}

/** Every element, parents first, without recursion: pages may be nested as deep as they are long. */
export function* everyElement(roots: Element[]): Generator<Element> {
  const pending = [...roots].reverse()
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    yield element
    for (let i = element.childNodes.length - 1; i >= 0; i--) {
      const child = element.childNodes[i]
      if (child !== undefined && isElement(child)) pending.push(child)
    }
  }
}

/** The text of an element's own text nodes: what a script or title element holds. */
export function ownText(element: Element): string {
  return element.childNodes
    .filter(isText)
    .map((node) => node.value)
    .join('')
}
