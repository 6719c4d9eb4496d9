import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { inspect } from '../../src/inspect/index.js'
import {
  type Dict,
  dict,
  type PdfFile,
  Reference,
  readPdf,
  Stream,
  streamText,
  type Value,
} from '../../src/pdf/index.js'
import { print } from '../../src/print/index.js'
import { renumbered } from '../../src/print/renumber.js'
import { writePdf } from '../../src/print/write.js'
import { sampleDocument } from '../print/fixture.js'

const session = await openBrowser()
afterAll(() => session.close())

const list = '<ul><li>口罩<li>手套</ul><p lang="en">Masks and gloves</p>'
const sound = await sampleDocument({}, list)
const sample = (await print(sound, session)).value

/** What the checks say of the sample with a fault in it. */
async function saidOf(plant: (pdf: PdfFile) => void): Promise<string> {
  const pdf = readPdf(sample)
  plant(pdf)
  const { checks } = await inspect(await writePdf(renumbered(pdf)), sound.expectations)
  return checks.flatMap(({ passed, details }) => (passed ? [] : details)).join('\n')
}

function dicts(pdf: PdfFile, wanted: (entry: Dict) => boolean): Dict[] {
  return [...pdf.objects.values()].filter((object): object is Dict => object instanceof Map && wanted(object))
}

const element = (pdf: PdfFile, type: string): Dict =>
  one(dicts(pdf, (entry) => entry.get('/S') === `/${type}` && entry.has('/P')))
const link = (pdf: PdfFile): Dict => one(dicts(pdf, (entry) => entry.get('/Subtype') === '/Link'))
const font = (pdf: PdfFile): Dict => one(dicts(pdf, (entry) => entry.get('/Subtype') === '/Type0'))
const descendant = (pdf: PdfFile): Dict => one(dicts(pdf, (entry) => entry.get('/Subtype') === '/CIDFontType2'))
const page = (pdf: PdfFile): Dict => one(pdf.pages().map((found) => found.page))

function one<Found>([found]: readonly Found[]): Found {
  if (found === undefined) throw new Error('the sample has none')
  return found
}

/** Sets the types of the first elements of one type. */
function retype(pdf: PdfFile, from: string, to: string): void {
  element(pdf, from).set('/S', `/${to}`)
}

function redraw(pdf: PdfFile, change: (content: string) => string): void {
  const at = page(pdf).get('/Contents')
  if (!(at instanceof Reference)) throw new Error('the page has no content')
  rewrite(pdf, at, change(streamText(pdf, at)))
}

function rewrite(pdf: PdfFile, at: Reference, content: string): void {
  const bytes = deflateSync(Buffer.from(content, 'latin1'))
  pdf.objects.set(at.number, new Stream(dict({ Filter: '/FlateDecode', Length: String(bytes.length) }), bytes))
}

function inXmp(pdf: PdfFile, change: (packet: string) => string): void {
  const at = pdf.catalog.get('/Metadata')
  const packet = pdf.resolve(at)
  if (!(at instanceof Reference) || !(packet instanceof Stream)) throw new Error('there is no XMP')
  const bytes = Buffer.from(change(Buffer.from(packet.bytes).toString('utf8')), 'utf8')
  pdf.objects.set(at.number, new Stream(new Map(packet.dict).set('/Length', String(bytes.length)), bytes))
}

function inUnicodeMap(pdf: PdfFile, change: (cmap: string) => string): void {
  const at = font(pdf).get('/ToUnicode')
  if (!(at instanceof Reference)) throw new Error('the font says nothing')
  rewrite(pdf, at, change(streamText(pdf, at)))
}

function layers(pdf: PdfFile, first: Record<string, Value>, second: Record<string, Value> = { Name: '(b)' }): void {
  pdf.catalog.set('/OCProperties', dict({ OCGs: [], D: dict(first), Configs: [dict(second)] }))
}

function annotate(pdf: PdfFile, subtype: string): void {
  pdf
    .array(page(pdf).get('/Annots'))
    .push(pdf.add(dict({ Type: '/Annot', Subtype: `/${subtype}`, Rect: ['0', '0', '1', '1'] })))
}

function addForm(pdf: PdfFile, content: string, entries: Dict): void {
  const bytes = Buffer.from(content, 'latin1')
  const form = pdf.add(new Stream(entries.set('/Length', String(bytes.length)), bytes))
  pdf.dict(page(pdf).get('/Resources'))?.set('/XObject', dict({ X: form }))
  redraw(pdf, (own) => `${own}\n/Artifact BMC\n/X Do\nEMC\n`)
}

const root = (pdf: PdfFile): Dict => one([pdf.dict(pdf.catalog.get('/StructTreeRoot'))].flatMap((found) => found ?? []))

/** By the number of the condition in the Matterhorn Protocol 1.1, a fault that meets it. */
const plants: Record<string, (pdf: PdfFile) => void> = {
  '01-003': (pdf) =>
    redraw(pdf, (content) => content.replace(/(MCID 0>>BDC\n)([\s\S]*?)EMC/, '$1/Artifact BMC\n$2EMC\nEMC')),
  '01-004': (pdf) =>
    redraw(pdf, (content) => content.replace(/(\/Span<<\/MCID 0>>BDC\n)([\s\S]*?)EMC/, '/Artifact BMC\n$1$2EMC\nEMC')),
  '01-005': (pdf) => redraw(pdf, (content) => `${content}\n0 0 50 50 re\nf\n`),
  '01-007': (pdf) => pdf.dict(pdf.catalog.get('/MarkInfo'))?.set('/Suspects', 'true'),
  '02-001': (pdf) => retype(pdf, 'P', 'Absatz'),
  '02-003': (pdf) => root(pdf).set('/RoleMap', dict({ Absatz: '/Text', Text: '/Absatz' })),
  '02-004': (pdf) => root(pdf).set('/RoleMap', dict({ H2: '/P' })),
  '06-001': (pdf) => pdf.catalog.delete('/Metadata'),
  '06-002': (pdf) => inXmp(pdf, (packet) => packet.replace(/<pdfuaid:part>.*?<\/pdfuaid:part>/, '')),
  '06-003': (pdf) => inXmp(pdf, (packet) => packet.replace(/<dc:title>.*?<\/dc:title>/, '')),
  '07-001': (pdf) => pdf.catalog.delete('/ViewerPreferences'),
  '07-002': (pdf) => pdf.catalog.set('/ViewerPreferences', dict({ DisplayDocTitle: 'false' })),
  '09-004': (pdf) => retype(pdf, 'TR', 'Div'),
  '09-005': (pdf) => retype(pdf, 'LBody', 'P'),
  '09-006': (pdf) => retype(pdf, 'P', 'TOCI'),
  '09-007': (pdf) => retype(pdf, 'P', 'Ruby'),
  '09-008': (pdf) => retype(pdf, 'P', 'Warichu'),
  '10-001': (pdf) => inUnicodeMap(pdf, (cmap) => cmap.replace(/beginbf(char|range)[\s\S]*?endbf\1/g, '')),
  '11-001': (pdf) => pdf.catalog.delete('/Lang'),
  '11-002': (pdf) => pdf.catalog.delete('/Lang'),
  '11-003': (pdf) => pdf.catalog.set('/Lang', '()'),
  '11-004': (pdf) => pdf.catalog.set('/Lang', '(中文)'),
  '11-006': (pdf) => {
    pdf.catalog.delete('/Lang')
    inXmp(pdf, (packet) => packet.replace(/<dc:language>.*?<\/dc:language>/, ''))
  },
  '11-007': (pdf) => element(pdf, 'P').set('/Lang', '(Chinese, simplified)'),
  '13-004': (pdf) => element(pdf, 'Figure').delete('/Alt'),
  '14-002': (pdf) => retype(pdf, 'H1', 'H2'),
  '14-003': (pdf) => retype(pdf, 'H2', 'H3'),
  '14-006': (pdf) => {
    retype(pdf, 'H2', 'H')
    retype(pdf, 'H2', 'H')
  },
  '14-007': (pdf) => retype(pdf, 'H2', 'H'),
  '15-003': (pdf) => element(pdf, 'TH').delete('/A'),
  '17-002': (pdf) => retype(pdf, 'P', 'Formula'),
  '19-003': (pdf) => retype(pdf, 'P', 'Note'),
  '19-004': (pdf) => {
    for (const _ of [1, 2]) {
      const note = element(pdf, 'P')
      note.set('/ID', '(n)')
      note.set('/S', '/Note')
    }
  },
  '20-001': (pdf) => layers(pdf, { Name: '(a)' }, {}),
  '20-002': (pdf) => layers(pdf, { Name: '()' }),
  '20-003': (pdf) => layers(pdf, { Name: '(a)', AS: [] }),
  '21-001': (pdf) => one(dicts(pdf, (entry) => entry.has('/EF'))).delete('/UF'),
  '25-001': (pdf) => pdf.catalog.set('/AcroForm', dict({ XFA: '()' })),
  '28-002': (pdf) => annotate(pdf, 'Text'),
  '28-004': (pdf) => annotate(pdf, 'Text'),
  '28-005': (pdf) => annotate(pdf, 'Widget'),
  '28-006': (pdf) => annotate(pdf, 'Hint'),
  '28-007': (pdf) => annotate(pdf, 'TrapNet'),
  '28-008': (pdf) => page(pdf).delete('/Tabs'),
  '28-009': (pdf) => page(pdf).set('/Tabs', '/R'),
  '28-010': (pdf) => annotate(pdf, 'Widget'),
  '28-011': (pdf) => retype(pdf, 'Link', 'Span'),
  '28-012': (pdf) => link(pdf).delete('/Contents'),
  '28-017': (pdf) => link(pdf).set('/Subtype', '/PrinterMark'),
  '30-001': (pdf) => addForm(pdf, '', dict({ Subtype: '/Form', Ref: dict({}) })),
  '30-002': (pdf) => addForm(pdf, '/Span<</MCID 0>>BDC\nEMC\n', dict({ Subtype: '/Form' })),
  '31-004': (pdf) => descendant(pdf).set('/CIDToGIDMap', '/Other'),
  '31-005': (pdf) => descendant(pdf).delete('/CIDToGIDMap'),
  '31-006': (pdf) => font(pdf).set('/Encoding', '/UniGB-UTF16-H'),
  '31-009': (pdf) => pdf.dict(descendant(pdf).get('/FontDescriptor'))?.delete('/FontFile2'),
  '31-011': (pdf) => redraw(pdf, (content) => content.replace(/<[0-9A-F]{4}/, '<7FFF')),
  '31-014': (pdf) => pdf.dict(descendant(pdf).get('/FontDescriptor'))?.set('/CIDSet', 'null'),
  '31-016': (pdf) => descendant(pdf).set('/W', ['0', '65535', '123']),
  '31-027': (pdf) => font(pdf).delete('/ToUnicode'),
  '31-028': (pdf) =>
    inUnicodeMap(pdf, (cmap) => cmap.replace('endcmap', '1 beginbfchar\n<0001> <0000>\nendbfchar\nendcmap')),
  '31-029': (pdf) =>
    inUnicodeMap(pdf, (cmap) => cmap.replace('endcmap', '1 beginbfchar\n<0001> <FEFF>\nendbfchar\nendcmap')),
  '31-030': (pdf) => redraw(pdf, (content) => content.replace(/<[0-9A-F]{4}/, '<0000')),
}

describe('conditions of the Matterhorn Protocol', () => {
  it('are met by nothing in a sound file', async () => {
    expect(await saidOf(() => {})).toBe('')
  })

  it.each(Object.entries(plants))('%s is found', async (number, plant) => {
    expect(await saidOf(plant)).toContain(`${number}: `)
  })
})
