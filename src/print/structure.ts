import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { PdfLib } from '../pdf-lib.js'

/**
 * Names the identified elements of the structure tree (table headers) by their place in it. Chromium names them by
 * counters of its process, which differ from run to run.
 */
export function renameElements(lib: PdfLib, pdf: PDFDocument): void {
  const { PDFArray, PDFDict, PDFName, PDFString } = lib
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined) return
  const [id, headers] = [PDFName.of('ID'), PDFName.of('Headers')]
  const elements = [...structureElements(lib, root)]
  const names = new Map<string, string>()
  const tree: [string, PDFObject][] = []
  for (const { element, reference } of elements) {
    const old = textOf(lib, element.get(id))
    if (old === undefined) continue
    const name = `e${String(names.size + 1).padStart(7, '0')}`
    names.set(old, name)
    tree.push([name, reference])
    element.set(id, PDFString.of(name))
  }
  for (const { element } of elements) {
    for (const attributes of attributesOf(lib, element)) {
      const list = attributes.lookup(headers)
      if (!(list instanceof PDFArray)) continue
      const renamed = list.asArray().map((entry) => PDFString.of(names.get(textOf(lib, entry) ?? '') ?? ''))
      attributes.set(headers, pdf.context.obj(renamed))
    }
  }
  if (tree.length === 0) root.delete(PDFName.of('IDTree'))
  else root.set(PDFName.of('IDTree'), pdf.context.obj({ Names: tree.flatMap(([n, r]) => [PDFString.of(n), r]) }))
}

interface Placed {
  element: PDFDict
  reference: PDFObject
}

/** Every element below `root`, in reading order. */
function* structureElements(lib: PdfLib, root: PDFDict): Generator<Placed> {
  const kids = lib.PDFName.of('K')
  const stack = childrenOf(lib, root.get(kids), root)
  for (let reference = stack.pop(); reference !== undefined; reference = stack.pop()) {
    const element = root.context.lookup(reference)
    if (!(element instanceof lib.PDFDict)) continue
    yield { element, reference }
    stack.push(...childrenOf(lib, element.get(kids), root))
  }
}

/** Last child first, as a stack wants them. */
function childrenOf(lib: PdfLib, kids: PDFObject | undefined, { context }: PDFDict): PDFObject[] {
  const resolved = context.lookup(kids)
  if (resolved instanceof lib.PDFArray) return resolved.asArray().reverse()
  return resolved instanceof lib.PDFDict && kids !== undefined ? [kids] : []
}

function attributesOf(lib: PdfLib, element: PDFDict): PDFDict[] {
  const found = element.lookup(lib.PDFName.of('A'))
  const all = found instanceof lib.PDFArray ? found.asArray().map((entry) => element.context.lookup(entry)) : [found]
  return all.filter((attributes) => attributes instanceof lib.PDFDict)
}

function textOf(lib: PdfLib, value: PDFObject | undefined): string | undefined {
  return value instanceof lib.PDFString || value instanceof lib.PDFHexString ? value.decodeText() : undefined
}
