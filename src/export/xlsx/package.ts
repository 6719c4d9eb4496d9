import { strToU8, zipSync } from 'fflate'
import { escapeXml } from '../../markup.js'
import type { Sheet } from './cells.js'
import { sheetXml } from './sheet.js'
import { Styles } from './styles.js'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook as Office Open XML (ECMA-376); the same bytes for the same sheets, on any day. */
export function packWorkbook(sheets: readonly Sheet[], about: { title: string; date: string | null }): Uint8Array {
  const styles = new Styles()
  const made = sheets.map((sheet, at) => ({ ...sheetXml(sheet, styles, at === 0), name: sheet.name }))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(made.length),
    '_rels/.rels': relationships([
      ['rId1', `${office}/officeDocument`, 'xl/workbook.xml'],
      ['rId2', `${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(about),
    'xl/workbook.xml': workbookXml(made),
    'xl/_rels/workbook.xml.rels': relationships([
      ...made.map((_, at): Relation => [`rId${at + 1}`, `${office}/worksheet`, `worksheets/sheet${at + 1}.xml`]),
      [`rId${made.length + 1}`, `${office}/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': styles.toXml(),
  }
  for (const [at, { xml, relations }] of made.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = xml
    if (relations) parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = wrapped(relations)
  }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])
  // ZIP has local time: a local date is the same bytes in every zone.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) })
}

type Relation = [id: string, type: string, target: string]

function relationships(relations: readonly Relation[]): string {
  return wrapped(
    relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join(''),
  )
}

function wrapped(relations: string): string {
  return `<Relationships xmlns="${packaging}/relationships">${relations}</Relationships>`
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`
  const own = Array.from({ length: sheets }, (_, at) =>
    override(`/xl/worksheets/sheet${at + 1}.xml`, `${spreadsheet}.worksheet+xml`),
  )
  const fixed = [
    override('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
    override('/xl/styles.xml', `${spreadsheet}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ]
  return `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[...fixed, ...own].join('')}</Types>`
}

function coreProperties({ title, date }: { title: string; date: string | null }): string {
  const stamp = `${date ?? '1970-01-01'}T00:00:00Z`
  const dated = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`
  return `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>jianbao</dc:creator>${dated('created')}${dated('modified')}</cp:coreProperties>`
}

function workbookXml(sheets: readonly { name: string; range: string }[]): string {
  const list = sheets
    .map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')
  const filters = sheets
    .map(
      ({ name, range }, at) =>
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(`'${name}'!${range}`)}</definedName>`,
    )
    .join('')
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${list}</sheets><definedNames>${filters}</definedNames></workbook>`
}
