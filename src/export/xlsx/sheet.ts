import { escapeXml } from '../../markup.js'
import { type Cell, cellXml, columnName, type Sheet, textXml } from './cells.js'
import type { Styles } from './styles.js'

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Spreadsheet programs take no more than 65,530 links of a sheet. */
const mostLinks = 65_000

/** Style of a head, fixed in `Styles`. */
const head = 1

/** A worksheet and the addresses outside the workbook that it links to. */
export interface SheetXml {
  xml: string
  relations: string | null
  /** Its whole range, `$A$1:$F$20`, for the filter. */
  range: string
}

/** A sheet with a head that stays and can be filtered by; `current` for the one that is shown first. */
export function sheetXml({ columns, rows }: Sheet, styles: Styles, current: boolean): SheetXml {
  const heads = columns.map(({ head: text }, at) => textXml(text, `${columnName(at)}1`, head)).join('')
  const body = rows.map((row, index) => rowXml(row, index + 2, styles)).join('')
  const links = linksOf(rows)
  const last = `${columnName(Math.max(0, columns.length - 1))}`
  const widths = columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return {
    xml: `<worksheet ${namespaces}><dimension ref="A1:${last}${rows.length + 1}"/><sheetViews><sheetView workbookViewId="0"${current ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData><row r="1">${heads}</row>${body}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/>${links.xml}</worksheet>`,
    relations: links.relations,
    range: `$A$1:$${last}$${rows.length + 1}`,
  }
}

function rowXml(row: readonly Cell[], number: number, styles: Styles): string {
  return `<row r="${number}">${row.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`, styles)).join('')}</row>`
}

/** Links to places of the workbook (`#…`) and to addresses outside. */
function linksOf(rows: readonly Cell[][]): { xml: string; relations: string | null } {
  const links: string[] = []
  const relations: string[] = []
  rows.forEach((row, index) => {
    row.forEach((cell, at) => {
      if (cell === null || typeof cell !== 'object' || !('href' in cell) || links.length === mostLinks) return
      const place = `${columnName(at)}${index + 2}`
      if (cell.href.startsWith('#')) {
        links.push(`<hyperlink ref="${place}" location="${escapeXml(cell.href.slice(1))}"/>`)
        return
      }
      const id = `rId${relations.length + 1}`
      relations.push(
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(cell.href)}" TargetMode="External"/>`,
      )
      links.push(`<hyperlink ref="${place}" r:id="${id}"/>`)
    })
  })
  return {
    xml: links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    relations: relations.length ? relations.join('') : null,
  }
}
