import type { KeyFigure, Words } from '../context/index.js'
import type { Typesetter } from '../font/measure.js'
import { plain } from './parts.js'

// The first page of the shipped template, in millimetres: the paper less its margins, and what stands on it.
const page = { A4: 266, Letter: 248 }
const band = 29
const imprintLine = 4
const heading = 9
const keysInRow = 3
const columns = { zh: 74, en: 91, one: 168, key: 56 }
const point = 96 / 72
const millimetre = 96 / 25.4
/** Lines are ragged: words that do not fit go to the next. */
const ragged = 1.05

interface Setting {
  size: number
  leading: number
  air: number
}
const settings = {
  title: { size: 20, leading: 9, air: 0 },
  lead: { size: 9, leading: 4, air: 1.5 },
  caution: { size: 9, leading: 4, air: 1 },
  // One language alone has the room of two.
  leadAlone: { size: 11, leading: 5.5, air: 2 },
  cautionAlone: { size: 10, leading: 5, air: 2 },
  keyLine: { size: 9, leading: 4, air: 0 },
  keySmall: { size: 8.5, leading: 3.5, air: 0 },
  keyBeside: { size: 8.5, leading: 3.5, air: 1 },
} satisfies Record<string, Setting>
const keyValue = 9
const keyGap = 2

export interface FirstPage {
  paper: keyof typeof page
  /** Whether the document has but one language. */
  alone: boolean
  title: Words
  /** Lines that its band has more than usual. */
  lines: number
  keys: readonly KeyFigure[]
  cautions: readonly Words[]
  lead: readonly Words[]
}

/** How many of `lead` fit the first page with everything else that stands on it; one at least. */
export function leadThatFits(
  typesetter: Typesetter,
  { paper, alone, title, lines, keys, cautions, lead }: FirstPage,
): number {
  const height = (words: Words, setting: Setting) => heightOf(words, setting, typesetter)
  let room =
    page[paper] -
    band -
    lines * imprintLine -
    title.runs.reduce((sum, run) => sum + height({ runs: [run] }, settings.title), 0) -
    keysHeight(keys, typesetter) -
    (cautions.length ? heading : 0) -
    cautions.reduce((sum, words) => sum + height(words, alone ? settings.cautionAlone : settings.caution), 0) -
    heading
  let fitting = 0
  for (const words of lead) {
    room -= height(words, alone ? settings.leadAlone : settings.lead)
    if (room < 0 && fitting) break
    fitting += 1
  }
  return fitting
}

/** Height of words set in a column for each language, side by side. */
function heightOf(words: Words, { size, leading, air }: Setting, typesetter: Typesetter): number {
  const single = words.runs.length === 1
  const lines = words.runs.flatMap((run) => {
    const column = single ? columns.one : run.lang === 'en' ? columns.en : columns.zh
    return linesOfRuns({ runs: [run] }, { size, column }, typesetter)
  })
  return Math.max(1, ...lines) * leading + air
}

/** Height of the key figures with their heading: in each row the tallest of each part. */
function keysHeight(keys: readonly KeyFigure[], typesetter: Typesetter): number {
  const rows = Array.from({ length: Math.ceil(keys.length / keysInRow) }, (_, row) => {
    const own = keys.slice(row * keysInRow, (row + 1) * keysInRow)
    const label = Math.max(...own.map((key) => inlineHeight([key.label], settings.keyLine, typesetter)))
    return label + keyValue + keyGap + Math.max(...own.map((key) => belowKey(key, typesetter)))
  })
  return rows.reduce((sum, height) => sum + height, rows.length ? heading : 0)
}

function belowKey({ unit, short, organisation, figure, standing, others }: KeyFigure, typesetter: Typesetter): number {
  const small = (words: Words | null, setting: Setting = settings.keySmall) =>
    words ? inlineHeight([words], setting, typesetter) : 0
  return (
    inlineHeight([unit, ...(short ? [short] : [])], settings.keyLine, typesetter) +
    organisation.runs.reduce((sum, run) => sum + small({ runs: [run] }), 0) +
    small(figure.qualifier) +
    small(figure.time) +
    small(standing, settings.keyBeside) +
    others.reduce((sum, other) => sum + small(besideName(other.organisation), settings.keyBeside), 0)
  )
}

/** A name with room for the number before it. */
function besideName({ runs }: Words): Words {
  return { runs: [{ lang: 'en', parts: [plain('125,440,200 ')], machine: false }, ...runs] }
}

/** Height of words that follow each other in the column of a key figure. */
function inlineHeight(all: readonly Words[], { size, leading, air }: Setting, typesetter: Typesetter): number {
  const parts = all.flatMap(({ runs }) => runs.flatMap((run) => [...run.parts, plain(' ')]))
  const words: Words = { runs: [{ lang: 'en', parts, machine: false }] }
  return Math.max(1, ...linesOfRuns(words, { size, column: columns.key }, typesetter)) * leading + air
}

/** How many lines each language's words take, `size` points high in a column of so many millimetres. */
export function linesOfRuns(
  { runs }: Words,
  { size, column }: { size: number; column: number },
  typesetter: Typesetter,
): number[] {
  return runs.map(({ parts }) => {
    const width = parts.reduce((sum, { text }) => sum + typesetter.width(text, size * point, 400), 0)
    return Math.ceil((width * ragged) / (column * millimetre))
  })
}
