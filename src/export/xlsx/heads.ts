import type { Language } from '../../model/index.js'
import { inLanguages } from '../words.js'
import type { Cell, Sheet } from './cells.js'

export type Languages = readonly Language[]

/** Head of a column in all languages, one below the other. */
export function headOf(languages: Languages, zh: string, en: string, width: number): Sheet['columns'][number] {
  return { head: inLanguages({ zh, en }, languages, '\n'), width }
}

/** Leads to a figure's row in the sheet of evidence. */
export function evidenceLink(sheet: string, number: number): string {
  return `#'${sheet}'!A${number + 1}`
}

/** Only web addresses are links. */
export function addressCell(address: string): Cell {
  return /^https?:\/\//i.test(address) && address.length < 2000 ? { text: address, href: address } : address
}
