import { escapeHtml } from '../../markup.js'
import { readXml, type XmlReader } from '../xml.js'
import type { WordNumbering } from './word-numbering.js'

interface Paragraph {
  text: string
  /** Characters in bold. */
  bold: number
  style: string
  list: string
  depth: number
}

interface Table {
  rows: string[][]
  cell: string[]
}

/** Parts whose text readers do not see: deleted, field codes, older readers' copies, readings above characters. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:rt', 'w:pPrChange', 'w:rPrChange'])

/** The body of a Word document (ECMA-376 Part 1 §17) as blocks of HTML. */
export class WordBody implements XmlReader {
  readonly blocks: string[] = []
  readonly #open: Paragraph[] = []
  readonly #tables: Table[] = []
  #unseen = 0
  #inText = false
  #inRun = false
  #bold = false
  #hidden = false

  constructor(
    private readonly headings: Map<string, number>,
    private readonly numbering: WordNumbering | null,
  ) {}

  static read(xml: string, headings: Map<string, number>, numbering: WordNumbering | null): string[] {
    const body = new WordBody(headings, numbering)
    readXml(xml, body)
    return body.blocks
  }

  open(name: string, attributes: Record<string, string>): void {
    if (UNSEEN.has(name)) this.#unseen++
    if (this.#unseen > 0) return
    const paragraph = this.#open.at(-1)
    const value = attributes['w:val'] ?? ''
    if (name === 'w:p') this.#open.push({ text: '', bold: 0, style: '', list: '', depth: 0 })
    else if (name === 'w:tbl') this.#tables.push({ rows: [], cell: [] })
    else if (name === 'w:tr') this.#tables.at(-1)?.rows.push([])
    else if (name === 'w:r') this.#startRun()
    else if (name === 'w:t') this.#inText = true
    else if (paragraph === undefined) return
    else if (name === 'w:pStyle') paragraph.style = value
    else if (name === 'w:numId') paragraph.list = value
    else if (name === 'w:ilvl') paragraph.depth = Number.parseInt(value, 10) || 0
    else if (name === 'w:b' && this.#inRun) this.#bold = isOn(attributes)
    else if (name === 'w:vanish' && this.#inRun) this.#hidden = isOn(attributes)
    else this.#mark(name, paragraph)
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1)
    if (this.#unseen > 0) return
    if (name === 'w:t') this.#inText = false
    else if (name === 'w:r') this.#inRun = false
    else if (name === 'w:p') this.#endParagraph()
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tbl') this.#endTable()
  }

  text(text: string): void {
    const paragraph = this.#open.at(-1)
    if (!this.#inText || this.#unseen > 0 || this.#hidden || paragraph === undefined) return
    paragraph.text += text
    if (this.#bold) paragraph.bold += text.length
  }

  #startRun(): void {
    this.#inRun = true
    this.#bold = false
    this.#hidden = false
  }

  #mark(name: string, paragraph: Paragraph): void {
    if (!this.#inRun) return
    if (name === 'w:tab') paragraph.text += ' '
    else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n'
    else if (name === 'w:noBreakHyphen') paragraph.text += '-'
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop()
    if (paragraph === undefined || paragraph.text.trim() === '') return
    const number = paragraph.list === '' ? '' : (this.numbering?.next(paragraph.list, paragraph.depth) ?? '')
    const text = number + paragraph.text.trim()
    const table = this.#tables.at(-1)
    if (table !== undefined) table.cell.push(text)
    else this.blocks.push(this.#block(paragraph, text, number))
  }

  #block({ style, bold, list, text: own }: Paragraph, text: string, number: string): string {
    const level = this.headings.get(style)
    const content = escapeHtml(text).replace(/\n/g, '<br>')
    if (level !== undefined) return `<h${level + 1}>${content}</h${level + 1}>`
    if (bold >= own.trim().length) return `<p><strong>${content}</strong></p>`
    return list !== '' && list !== '0' && number === '' ? `<ul><li>${content}</li></ul>` : `<p>${content}</p>`
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    table?.rows.at(-1)?.push(table.cell.join(' '))
    if (table !== undefined) table.cell = []
  }

  #endTable(): void {
    const table = this.#tables.pop()
    if (table === undefined) return
    const outer = this.#tables.at(-1)
    if (outer !== undefined) {
      outer.cell.push(...table.rows.flat())
      return
    }
    const rows = table.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    this.blocks.push(`<table>${rows.join('')}</table>`)
  }
}

function isOn(attributes: Record<string, string>): boolean {
  return !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')
}
