import { type Dict, textOf } from '../../../pdf/index.js'
import type { Reading } from '../../reading/index.js'
import { isElement } from '../../reading/structure.js'
import { type Condition, conformance, type Placed } from './condition.js'

/** Which kids an element may have, and where it may stand (ISO 32000-1 Tables 333, 336, 337, 338). */
interface Grammar {
  kids: Record<string, readonly string[]>
  within: Record<string, readonly string[]>
}

const tables: Grammar = {
  kids: {
    Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
    THead: ['TR'],
    TBody: ['TR'],
    TFoot: ['TR'],
    TR: ['TH', 'TD'],
  },
  within: {
    THead: ['Table'],
    TBody: ['Table'],
    TFoot: ['Table'],
    TR: ['Table', 'THead', 'TBody', 'TFoot'],
    TH: ['TR'],
    TD: ['TR'],
  },
}
const lists: Grammar = {
  kids: { L: ['LI', 'Caption', 'L'], LI: ['Lbl', 'LBody'] },
  within: { LI: ['L'], LBody: ['LI'] },
}
const contents: Grammar = {
  kids: { TOC: ['TOCI', 'TOC', 'Caption'], TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] },
  within: { TOCI: ['TOC'] },
}
const ruby: Grammar = {
  kids: { Ruby: ['RB', 'RT', 'RP'] },
  within: { RB: ['Ruby'], RT: ['Ruby'], RP: ['Ruby', 'Warichu'] },
}
const warichu: Grammar = { kids: { Warichu: ['WT', 'WP'] }, within: { WT: ['Warichu'], WP: ['Warichu'] } }

function follows({ kids, within }: Grammar): Condition['failures'] {
  return (_, elements) =>
    elements.flatMap(({ element, around }) => {
      const places = within[element.type]
      const allowed = kids[element.type]
      const misplaced =
        places !== undefined && !places.includes(around)
          ? [`a ${element.type} stands in a ${around || 'document'}`]
          : []
      if (allowed === undefined) return misplaced
      const wrong = element.content
        .map((part) => (isElement(part) ? part.type : 'text'))
        .filter((type) => !allowed.includes(type))
      return [...misplaced, ...wrong.map((type) => `a ${element.type} holds a ${type}`)]
    })
}

/** Checkpoint 09. */
export const structureFollows = conformance(
  'pdf-ua-structure',
  'tables and lists are built as they should be',
  'tables or lists are not built as they should be',
  [
    { number: '09-004', failures: follows(tables) },
    { number: '09-005', failures: follows(lists) },
    { number: '09-006', failures: follows(contents) },
    { number: '09-007', failures: follows(ruby) },
    { number: '09-008', failures: follows(warichu) },
  ],
)

const without = (type: string, ...keys: string[]): Condition['failures'] => {
  return ({ file }, elements) =>
    elements
      .filter(({ element }) => element.type === type)
      .flatMap(({ element: { dict } }, i) =>
        keys.some((key) => (textOf(file.resolve(dict.get(key))) ?? '').trim() !== '') ? [] : [`${type} ${i + 1}`],
      )
}

/** Checkpoints 13 and 17. */
export const alternativesGiven = conformance(
  'pdf-ua-alternatives',
  'what is drawn has its words',
  'what is drawn has no words',
  [
    { number: '13-004', failures: without('Figure', '/Alt', '/ActualText') },
    { number: '17-002', failures: without('Formula', '/Alt', '/ActualText') },
  ],
)

const level = (type: string): number | null => (/^H[1-6]$/.test(type) ? Number(type.slice(1)) : null)

function levels(elements: readonly Placed[]): number[] {
  return elements.flatMap(({ element }) => level(element.type) ?? [])
}

/** Checkpoint 14. */
export const headingsInOrder = conformance(
  'pdf-ua-headings',
  'headings leave no level out',
  'headings leave a level out',
  [
    {
      number: '14-002',
      failures: (_, elements) => {
        const [first = 1] = levels(elements)
        return first === 1 ? [] : [`the first is of level ${first}`]
      },
    },
    {
      number: '14-003',
      failures: (_, elements) => {
        const all = levels(elements)
        return all.flatMap((own, i) => {
          const before = all[i - 1] ?? own
          return own > before + 1 ? [`${own} follows ${before}`] : []
        })
      },
    },
    {
      number: '14-006',
      failures: (_, elements) =>
        elements.flatMap(({ element }) =>
          element.children.filter(({ type }) => type === 'H').length > 1 ? [`a ${element.type} has several`] : [],
        ),
    },
    {
      number: '14-007',
      failures: (_, elements) =>
        levels(elements).length > 0 && elements.some(({ element }) => element.type === 'H')
          ? ['with and without levels']
          : [],
    },
  ],
)

/** Checkpoint 15. */
export const tableHeads = conformance('pdf-ua-tables', 'table heads say what they head', 'table heads head nothing', [
  {
    number: '15-003',
    failures: ({ file }, elements) =>
      elements.flatMap(({ element: { type, dict, content } }) => {
        if (type !== 'TH' || dict.has('/ID')) return []
        const scope = attributesOf(file, dict).some((attributes) => attributes.has('/Scope'))
        return scope
          ? []
          : [
              `a head without scope: "${content
                .map((part) => (isElement(part) ? '' : part.text))
                .join('')
                .trim()
                .slice(0, 40)}"`,
            ]
      }),
  },
])

function attributesOf(file: Reading['file'], dict: Dict): Dict[] {
  const found = file.resolve(dict.get('/A'))
  return (Array.isArray(found) ? found : [found]).flatMap((entry) => file.dict(entry) ?? [])
}

/** Checkpoint 19. */
export const notesNamed = conformance('pdf-ua-notes', 'notes can be told apart', 'notes cannot be told apart', [
  { number: '19-003', failures: without('Note', '/ID') },
  {
    number: '19-004',
    failures: ({ file }, elements) => {
      const ids = elements.flatMap(({ element: { type, dict } }) =>
        type === 'Note' ? (textOf(file.resolve(dict.get('/ID'))) ?? []) : [],
      )
      return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
    },
  },
])
