import type { Words } from '../context/index.js'
import type { Typesetter } from '../font/measure.js'

// The first page of the shipped template, in millimetres: the paper less its margins, and what stands on it.
const page = { A4: 268, Letter: 250 }
const band = 33
const imprintLine = 3.4
const heading = 9
const keyRow = 33
const keysInRow = 3
const columns = { two: 80, one: 168 }
const point = 96 / 72
const millimetre = 96 / 25.4
/** Lines are ragged: words that do not fit go to the next. */
const ragged = 1.08

interface Setting {
  size: number
  leading: number
  air: number
}
const settings = {
  title: { size: 18, leading: 8, air: 0 },
  lead: { size: 8.2, leading: 4, air: 2 },
  caution: { size: 7.6, leading: 3.6, air: 1.4 },
  // One language alone has the room of two.
  leadAlone: { size: 10, leading: 5.2, air: 2.4 },
  cautionAlone: { size: 8.6, leading: 4.2, air: 1.8 },
} satisfies Record<string, Setting>

/**
 * How many of `lead` fit the first page with everything else that stands on it; one at least. `lines`: those that
 * its band has more than usual.
 */
export function leadThatFits(
  typesetter: Typesetter,
  {
    paper,
    alone,
    title,
    lines,
    keys,
    cautions,
    lead,
  }: {
    paper: keyof typeof page
    /** Whether the document has but one language. */
    alone: boolean
    title: Words
    lines: number
    keys: number
    cautions: readonly Words[]
    lead: readonly Words[]
  },
): number {
  const height = (words: Words, setting: Setting) => heightOf(words, setting, typesetter)
  let room =
    page[paper] -
    band -
    lines * imprintLine -
    title.runs.reduce((sum, run) => sum + height({ runs: [run] }, settings.title), 0) -
    (keys ? heading + Math.ceil(keys / keysInRow) * keyRow : 0) -
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
  const column = words.runs.length > 1 ? columns.two : columns.one
  return Math.max(1, ...linesOfRuns(words, { size, column }, typesetter)) * leading + air
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
