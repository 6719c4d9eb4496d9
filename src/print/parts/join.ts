import { type Dict, type PdfFile, Reference, type Value } from '../../pdf/index.js'
import { kidsOf } from '../structure/flatten.js'
import { joinFonts } from './fonts.js'
import { joinOutlines } from './outline.js'

/** One PDF of the pages of all, in their order: one structure tree, one outline, one set of fonts and destinations. */
export function joinPdfs(files: readonly PdfFile[]): PdfFile {
  const [joined, ...others] = files
  if (joined === undefined) throw new Error('there is nothing to join')
  if (others.length === 0) return joined
  const catalogs = [joined.catalog, ...others.map((other) => joined.take(other))]
  for (const catalog of catalogs.slice(1)) {
    joinPages(joined, catalog)
    joinStructure(joined, catalog)
    joinDestinations(joined, catalog)
  }
  joinOutlines(joined, catalogs)
  joinFonts(joined)
  return joined
}

function joinPages(pdf: PdfFile, catalog: Dict): void {
  const [at, from] = [pdf.catalog.get('/Pages'), catalog.get('/Pages')]
  const [root, added] = [pdf.dict(at), pdf.dict(from)]
  if (at === undefined || from === undefined || root === undefined || added === undefined) return
  added.set('/Parent', at)
  root.set('/Kids', [...pdf.array(root.get('/Kids')), from])
  root.set('/Count', String(Number(root.get('/Count')) + Number(added.get('/Count'))))
}

/** The kids of the other document's element become kids of ours. */
function joinStructure(pdf: PdfFile, catalog: Dict): void {
  const ours = documentOf(pdf, pdf.catalog)
  const theirs = documentOf(pdf, catalog)
  const element = pdf.dict(ours)
  const added = pdf.dict(theirs)
  if (!(ours instanceof Reference) || element === undefined || added === undefined) return
  const kids = kidsOf(pdf, added)
  for (const kid of kids) pdf.dict(kid)?.set('/P', ours)
  element.set('/K', [...kidsOf(pdf, element), ...kids])
}

function documentOf(pdf: PdfFile, catalog: Dict): Value | undefined {
  const root = pdf.dict(catalog.get('/StructTreeRoot'))
  return root === undefined ? undefined : kidsOf(pdf, root)[0]
}

function joinDestinations(pdf: PdfFile, catalog: Dict): void {
  const ours = pdf.dict(pdf.catalog.get('/Dests'))
  const theirs = catalog.get('/Dests')
  if (ours === undefined) {
    if (theirs !== undefined) pdf.catalog.set('/Dests', theirs)
    return
  }
  for (const [name, place] of pdf.dict(theirs) ?? []) if (!ours.has(name)) ours.set(name, place)
}
