import { type Dict, dict, type PdfFile, Reference, type Value } from '../../pdf/index.js'
import { kidsOf } from '../structure/flatten.js'

interface Item {
  entry: Dict
  level: number
}

/** One outline of all: Chromium makes an entry of each heading, and hangs it under the one before it of a higher level. */
export function joinOutlines(pdf: PdfFile, catalogs: readonly Dict[]): void {
  const items = catalogs.flatMap((catalog) => itemsOf(pdf, catalog))
  if (items.length === 0) return
  const root = dict({ Type: '/Outlines' })
  const open: { at: Reference; entry: Dict; level: number }[] = [{ at: pdf.add(root), entry: root, level: 0 }]
  const kids = new Map<Dict, Reference[]>()
  for (const { entry, level } of items) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)
    if (parent === undefined) return
    const at = pdf.add(entry)
    entry.set('/Parent', parent.at)
    kids.set(parent.entry, [...(kids.get(parent.entry) ?? []), at])
    open.push({ at, entry, level })
  }
  // From the last to the first: what is below an entry is counted before it.
  for (const [entry, own] of [...kids].reverse()) link(pdf, entry, own)
  pdf.catalog.set('/Outlines', open[0]?.at ?? 'null')
}

/** The entries of one part in the order in which they are read, each with the level of its heading. */
function itemsOf(pdf: PdfFile, catalog: Dict): Item[] {
  const entries: { entry: Dict; depth: number }[] = []
  const visit = (at: Value | undefined, depth: number) => {
    for (let entry = pdf.dict(at); entry !== undefined; entry = pdf.dict(entry.get('/Next'))) {
      entries.push({ entry, depth })
      visit(entry.get('/First'), depth + 1)
    }
  }
  visit(pdf.dict(catalog.get('/Outlines'))?.get('/First'), 1)
  const levels = headingLevels(pdf, catalog)
  const matched = levels.length === entries.length
  return entries.map(({ entry, depth }, i) => {
    const kept = new Map([...entry].filter(([key]) => !links.has(key)))
    return { entry: kept, level: matched ? (levels[i] ?? depth) : depth }
  })
}

const links = new Set(['/Parent', '/Prev', '/Next', '/First', '/Last', '/Count'])

function headingLevels(pdf: PdfFile, catalog: Dict): number[] {
  const levels: number[] = []
  const visit = (value: Value) => {
    const element = value instanceof Reference ? pdf.dict(value) : undefined
    if (element === undefined) return
    const level = /^\/H([1-6])$/.exec(String(element.get('/S')))?.[1]
    if (level !== undefined) levels.push(Number(level))
    for (const kid of kidsOf(pdf, element)) visit(kid)
  }
  const root = pdf.dict(catalog.get('/StructTreeRoot'))
  for (const kid of root === undefined ? [] : kidsOf(pdf, root)) visit(kid)
  return levels
}

/** Says of an entry which are below it (ISO 32000-1 §12.3.3); all are open. */
function link(pdf: PdfFile, parent: Dict, kids: readonly Reference[]): void {
  const [first, last] = [kids[0], kids.at(-1)]
  if (first === undefined || last === undefined) return
  parent.set('/First', first)
  parent.set('/Last', last)
  const below = kids.map((kid) => Number(pdf.dict(kid)?.get('/Count') ?? 0))
  parent.set('/Count', String(below.reduce((sum, count) => sum + count, kids.length)))
  kids.forEach((kid, i) => {
    const entry = pdf.dict(kid)
    const [before, after] = [kids[i - 1], kids[i + 1]]
    if (before !== undefined) entry?.set('/Prev', before)
    if (after !== undefined) entry?.set('/Next', after)
  })
}
