import { type Dict, textOf } from '../../../pdf/index.js'
import type { Reading } from '../../reading/index.js'
import { type Condition, conformance, type Placed } from './condition.js'

interface Annotation {
  dict: Dict
  page: number
  subtype: string
  /** Type of the element that owns it; empty where none does. */
  owner: string
  /** What it is called: its own words, or those of its element. */
  called: { own: boolean; atAll: boolean }
}

const known = new WeakMap<Reading, Annotation[]>()

function annotationsOf(reading: Reading, elements: readonly Placed[]): Annotation[] {
  let annotations = known.get(reading)
  if (annotations === undefined) {
    const { file } = reading
    const owners = new Map(elements.flatMap(({ element }) => element.annotations.map((dict) => [dict, element])))
    annotations = file.pages().flatMap(({ page }, i) =>
      file.array(page.get('/Annots')).flatMap((entry) => {
        const dict = file.dict(entry)
        if (dict === undefined) return []
        const owner = owners.get(dict)
        const own = (textOf(file.resolve(dict.get('/Contents'))) ?? '').trim() !== ''
        const called = { own, atAll: own || owner?.dict.has('/Alt') === true }
        return [{ dict, page: i + 1, subtype: textOf(dict.get('/Subtype')) ?? '', owner: owner?.type ?? '', called }]
      }),
    )
    known.set(reading, annotations)
  }
  return annotations
}

const each = (failed: (annotation: Annotation) => boolean, what: string): Condition['failures'] => {
  return (reading, elements) => {
    const pages = annotationsOf(reading, elements)
      .filter(failed)
      .map(({ page }) => page)
    return [...new Set(pages)].map((page) => `page ${page}: ${what}`)
  }
}

/** Kinds of ISO 32000-1 Table 169 that stand in an element `Annot`. */
const defined = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Screen Watermark 3D Redact'.split(
    ' ',
  ),
)
const others = new Set(['Link', 'Widget', 'PrinterMark', 'TrapNet'])

const tabs = (failed: (order: string | undefined) => boolean, what: string): Condition['failures'] => {
  return ({ file }) =>
    file.pages().flatMap(({ page }, i) => {
      if (file.array(page.get('/Annots')).length === 0) return []
      const order = file.resolve(page.get('/Tabs'))
      return failed(typeof order === 'string' ? order : undefined) ? [`page ${i + 1}: ${what}`] : []
    })
}

/** Checkpoint 28. */
export const annotationsTagged = conformance(
  'pdf-ua-annotations',
  'links are in the structure and say where they lead',
  'links are not in the structure, or do not say where they lead',
  [
    {
      number: '28-002',
      failures: each(({ subtype, owner }) => defined.has(subtype) && owner !== 'Annot', 'not in an Annot'),
    },
    {
      number: '28-004',
      failures: each(({ subtype, called }) => subtype !== 'Widget' && !called.atAll, 'without words'),
    },
    {
      number: '28-005',
      failures: each(
        ({ subtype, dict, called }) => subtype === 'Widget' && !dict.has('/TU') && !called.atAll,
        'a field without words',
      ),
    },
    {
      number: '28-006',
      failures: each(({ subtype }) => !defined.has(subtype) && !others.has(subtype), 'of a kind that is not known'),
    },
    { number: '28-007', failures: each(({ subtype }) => subtype === 'TrapNet', 'a trap net') },
    { number: '28-008', failures: tabs((order) => order === undefined, 'no order of the tabulator key') },
    {
      number: '28-009',
      failures: tabs((order) => order !== undefined && order !== '/S', 'another order than that of reading'),
    },
    {
      number: '28-010',
      failures: each(({ subtype, owner }) => subtype === 'Widget' && owner !== 'Form', 'a field not in a Form'),
    },
    {
      number: '28-011',
      failures: each(({ subtype, owner }) => subtype === 'Link' && owner !== 'Link', 'a link not in a Link'),
    },
    {
      number: '28-012',
      failures: each(({ subtype, called }) => subtype === 'Link' && !called.own, 'a link without words of its own'),
    },
    {
      number: '28-017',
      failures: each(({ subtype, owner }) => subtype === 'PrinterMark' && owner !== '', 'a printer mark that is read'),
    },
  ],
)
