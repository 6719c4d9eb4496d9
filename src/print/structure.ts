import { type Dict, dict, type PdfFile, Reference, textOf, type Value } from '../pdf/index.js'

/**
 * Names the identified elements of the structure tree (table headers) by their place in it. Chromium names them by
 * counters of its process, which differ from run to run.
 */
export function renameElements(pdf: PdfFile): void {
  const root = pdf.dict(pdf.catalog.get('/StructTreeRoot'))
  if (root === undefined) return
  const elements = [...structureElements(pdf, root)]
  const names = new Map<string, string>()
  const tree: Value[] = []
  for (const { element, reference } of elements) {
    const old = textOf(element.get('/ID'))
    if (old === undefined) continue
    const name = `(e${String(names.size + 1).padStart(7, '0')})`
    names.set(old, name)
    tree.push(name, reference)
    element.set('/ID', name)
  }
  for (const { element } of elements) {
    for (const attributes of attributesOf(pdf, element)) {
      const list = pdf.resolve(attributes.get('/Headers'))
      if (!Array.isArray(list)) continue
      attributes.set(
        '/Headers',
        list.map((entry) => names.get(textOf(entry) ?? '') ?? '()'),
      )
    }
  }
  if (tree.length === 0) root.delete('/IDTree')
  else root.set('/IDTree', dict({ Names: tree }))
}

interface Placed {
  element: Dict
  reference: Value
}

/** Every element below `root`, in reading order. */
function* structureElements(pdf: PdfFile, root: Dict): Generator<Placed> {
  const stack = childrenOf(pdf, root)
  for (let reference = stack.pop(); reference !== undefined; reference = stack.pop()) {
    const element = pdf.dict(reference)
    if (!(reference instanceof Reference) || element === undefined) continue
    yield { element, reference }
    stack.push(...childrenOf(pdf, element))
  }
}

/** Last child first, as a stack wants them. */
function childrenOf(pdf: PdfFile, element: Dict): Value[] {
  const kids = element.get('/K')
  const resolved = pdf.resolve(kids)
  if (Array.isArray(resolved)) return [...resolved].reverse()
  return kids === undefined ? [] : [kids]
}

function attributesOf(pdf: PdfFile, element: Dict): Dict[] {
  const found = pdf.resolve(element.get('/A'))
  return (Array.isArray(found) ? found : [found]).flatMap((entry) => pdf.dict(entry) ?? [])
}
