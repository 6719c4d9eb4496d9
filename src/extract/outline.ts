import { printed } from './clean.js'
import { attribute, childAt, childrenOf, type Element, isElement, namesOf, type TextNode } from './dom.js'
import type { Line } from './line.js'
import { dataRows } from './table.js'
import { isUnseen, type Role, roleOf } from './visibility.js'

/** A line of a page with what its place in the page tells. */
export interface Block extends Line {
  pieces: Piece[]
  /** Names (class, id) of its element and inline parts. */
  names: string
  /** Index into `Outline.boxes` of the box it stands in. */
  box: number
  heading: number
  centered: boolean
  /** A picture stands in it or right before it. */
  picture: boolean
  /** It is alone with a picture in a box, and in a smaller box of its own. */
  framed: boolean
}

/** An inline part of a line, `来源：` or `某报`, with the names of its element. */
export interface Piece {
  text: string
  names: string
}

/** A block element, with the range of blocks that stand in it. */
interface Box {
  tag: string
  names: string
  parent: number
  role: Role
  centered: boolean
  /** Pictures that stand in it and in no smaller box. */
  pictures: number
  start: number
  end: number
}

export interface Outline {
  blocks: Block[]
  boxes: Box[]
  hidden: string[]
}

const BOXES = new Set(
  'html body div section article main header footer aside form center p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tfoot tr td th blockquote pre figure figcaption fieldset address hr details summary hgroup menu caption'.split(
    ' ',
  ),
)

/** Half the texts of a page: its makers' line breaks and indents. */
const BETWEEN_TAGS = /^[ \t\r\n]+$/

interface Frame {
  next: number
  element: Element
  box: number
  opens: boolean
  link: boolean
  bold: boolean
  names: string
}

/** The visible lines of a page in order, without recursion. */
export function outlineOf(roots: Element[], showHidden = false): Outline {
  const writer = new OutlineWriter()
  const stack: Frame[] = [...roots].reverse().map((root) => writer.enter(root, undefined))
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = childAt(frame.element, frame.next++)
    if (child === undefined) {
      writer.leave(frame)
      stack.pop()
    } else if (child === null) continue
    else if (!isElement(child)) writer.text(child.value, frame)
    else if (isUnseen(child, showHidden)) writer.unseen(child)
    else if (!writer.leaf(child, frame)) stack.push(writer.enter(child, frame))
  }
  return writer.outline
}

class OutlineWriter {
  readonly outline: Outline = { blocks: [], boxes: [], hidden: [] }
  private pieces: Piece[] = []
  private linked = 0
  private boldCharacters = 0
  private names = ''
  private picture = false
  private lastPicture = false

  enter(element: Element, above: Frame | undefined): Frame {
    const opens = BOXES.has(element.tagName)
    const names = namesOf(element)
    let box = above?.box ?? -1
    if (opens) {
      this.flush(box)
      const start = this.outline.blocks.length
      const inherited = above === undefined || box < 0 ? 'neutral' : (this.outline.boxes[box]?.role ?? 'neutral')
      const own = roleOf(element, names)
      const role = inherited === 'aside' ? 'aside' : own
      this.outline.boxes.push({
        tag: element.tagName,
        names,
        centered: isCentered(element),
        pictures: 0,
        parent: box,
        role,
        start,
        end: start,
      })
      box = this.outline.boxes.length - 1
    } else if (this.names.length < 400) this.names += names
    const { tagName } = element
    const bold = above?.bold === true || tagName === 'b' || tagName === 'strong' || isBoldStyle(element)
    return {
      next: 0,
      element,
      box,
      opens,
      link: above?.link === true || tagName === 'a',
      bold,
      names: names || (above?.names ?? ''),
    }
  }

  leave(frame: Frame): void {
    if (!frame.opens) return
    this.flush(frame.box)
    const box = this.outline.boxes[frame.box]
    if (box === undefined) return
    box.end = this.outline.blocks.length
    this.frame(box, frame.box)
  }

  /** What stands alone with a picture is its caption; a box of pictures alone is itself a picture of the box above. */
  private frame(box: Box, index: number): void {
    const above = this.outline.boxes[box.parent]
    const only = box.end === box.start + 1 ? this.outline.blocks[box.start] : undefined
    if (box.end === box.start && above !== undefined) above.pictures += box.pictures
    else if (only !== undefined && box.pictures > 0 && (only.box !== index || box.tag === 'li')) only.framed = true
  }

  /** Elements that are read whole: line breaks, pictures, tables of data. */
  leaf(element: Element, frame: Frame): boolean {
    const { tagName } = element
    if (tagName === 'br') this.flush(frame.box)
    else if (tagName === 'img') this.seePicture(frame.box)
    else if (tagName === 'table') return this.table(element, frame)
    else return false
    return true
  }

  private seePicture(index: number): void {
    this.picture = true
    const box = this.outline.boxes[index]
    if (box !== undefined) box.pictures++
  }

  private table(element: Element, frame: Frame): boolean {
    const rows = dataRows(element)
    if (rows === null) return false
    this.flush(frame.box)
    for (const row of rows) {
      this.pieces.push({ text: row, names: '' })
      this.flush(frame.box, 'row')
    }
    return true
  }

  text(value: string, frame: Frame): void {
    if (BETWEEN_TAGS.test(value)) {
      if (this.pieces.length > 0) this.pieces.push({ text: ' ', names: '' })
      return
    }
    const text = printed(value.replace(/[\r\n]/g, ' '))
    if (text.trim() === '') {
      if (this.pieces.length > 0 && text !== '') this.pieces.push({ text: ' ', names: '' })
      return
    }
    const length = text.trim().length
    if (frame.link) this.linked += length
    if (frame.bold) this.boldCharacters += length
    this.pieces.push({ text, names: frame.names })
  }

  unseen(element: Element): void {
    if (element.tagName === 'script' || element.tagName === 'style' || element.tagName === 'head') return
    const text = hiddenText(element)
    if (text !== '') this.outline.hidden.push(text)
  }

  private flush(index: number, forced?: 'row'): void {
    const raw = this.pieces.map((piece) => piece.text).join('')
    const text = forced === 'row' ? raw : raw.replace(/[ \t\n\f]+/g, ' ').trim()
    if (text !== '') {
      const box = this.outline.boxes[index]
      const heading = box === undefined ? 0 : Number(/^h([1-6])$/.exec(box.tag)?.[1] ?? 0)
      this.outline.blocks.push({
        text,
        kind:
          forced ??
          (box?.tag === 'figcaption' || box?.tag === 'caption' ? 'caption' : box?.tag === 'li' ? 'item' : 'text'),
        marked: heading > 0 || this.boldCharacters >= text.replace(/\s/g, '').length * 0.9,
        linked: this.linked,
        aside: box?.role === 'aside',
        pieces: this.pieces
          .map(({ text, names }) => ({ text: text.trim(), names }))
          .filter((piece) => piece.text !== ''),
        names: (box?.names ?? '') + this.names,
        box: Math.max(index, 0),
        heading,
        centered: box?.centered === true,
        picture: this.picture || this.lastPicture,
        framed: false,
      })
    }
    // A paragraph that holds only a picture is followed by its caption.
    this.lastPicture = text === '' ? this.lastPicture || this.picture : false
    this.picture = false
    this.pieces = []
    this.linked = 0
    this.boldCharacters = 0
    this.names = ''
  }
}

function isCentered(element: Element): boolean {
  if (element.tagName === 'center' || attribute(element, 'align') === 'center') return true
  return /text-align\s*:\s*center/i.test(attribute(element, 'style').slice(0, 500))
}

function isBoldStyle(element: Element): boolean {
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, 'style').slice(0, 500))
}

/** Text of a hidden part, at most a few thousand characters of it. */
function hiddenText(element: Element): string {
  let text = ''
  const pending: (Element | TextNode)[] = [element]
  for (let node = pending.pop(); node !== undefined && text.length < 4000; node = pending.pop()) {
    if (!isElement(node)) text += node.value
    else if (node.tagName !== 'script' && node.tagName !== 'style') pending.push(...childrenOf(node).reverse())
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, 4000)
}
