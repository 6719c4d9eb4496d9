import { escapeXml } from '../../markup.js'
import { isFormula } from '../formulas.js'
import type { Styles } from './styles.js'

export type Cell =
  | string
  | number
  | null
  | { date: string }
  | { text: string; href: string }
  | { number: number; href: string }

/** A sheet as a list of rows; the first is its head. Widths are in characters. */
export interface Sheet {
  name: string
  columns: { head: string; width: number }[]
  rows: Cell[][]
}

/** Longer texts are refused by spreadsheet programs (ECMA-376 leaves it open; theirs is 32,767 UTF-16 units). */
const longestText = 32_767

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** A cell's element; nothing for an empty one. */
export function cellXml(cell: Cell, at: string, styles: Styles): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return numberXml(cell, at, styles.number(cell, false))
  if (typeof cell === 'string') return textXml(cell, at, styles.text(isFormula(cell)))
  if ('date' in cell) return dateXml(cell.date, at, styles)
  return 'number' in cell
    ? numberXml(cell.number, at, styles.number(cell.number, true))
    : textXml(cell.text, at, styles.link())
}

export function textXml(text: string, at: string, style: number): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`
}

function numberXml(value: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`
}

function dateXml(iso: string, at: string, styles: Styles): string {
  const serial = serialDay(iso)
  return serial === null ? textXml(iso, at, styles.text(false)) : numberXml(serial, at, styles.date(iso.includes('T')))
}

const day = 86_400_000

/** Days since 1899-12-30 (the 1900 date system); null before March 1900, where its calendar is wrong. */
function serialDay(iso: string): number | null {
  const time = Date.parse(iso.includes('T') ? `${iso.slice(0, 16)}:00Z` : `${iso}T00:00:00Z`)
  if (Number.isNaN(time)) return null
  const serial = (time - Date.UTC(1899, 11, 30)) / day
  return serial < 61 ? null : Number(serial.toFixed(8))
}
