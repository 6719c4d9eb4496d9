import { STEPS, stepsNamed } from './extract/index.js'
import type { Reading } from './reading.js'

const LONGEST = 100
/** Pieces shown of each step; `--verbose` shows all. */
const SHOWN = 5

export interface ExplainOptions {
  /** As given to `--without-step`. */
  withoutSteps?: string[]
  verbose?: boolean
}

/** Step by step what was taken off the page and why, and what was left: the answer to "where is my sentence?". */
export function describeRemovals({ uri, summary, notes }: Reading, options: ExplainOptions = {}): string {
  const { withoutSteps = [], verbose = false } = options
  const without = stepsNamed(withoutSteps)
  if (!summary) return `${uri}\n${notes.map(({ severity, message }) => `  ${severity}: ${message}`).join('\n')}\n`
  const { article } = summary
  const paragraphs = article.text.split('\n')
  return [
    uri,
    `  ${article.title.zh}`,
    ...STEPS.flatMap(({ id, reason }, index) => {
      const number = index + 1
      const name = `${String(number).padStart(2, '0')}-${id}`
      const taken = article.removed.filter(({ step }) => step === name)
      const label = `  ${String(number).padStart(2)} ${id.padEnd(10)}`
      if (without.has(id)) return [`${label} switched off`]
      const head = `${label} ${reason}: ${size(taken.map(({ text }) => text))}`
      const shown = verbose ? taken : taken.slice(0, SHOWN)
      const rest = taken.length - shown.length
      return [
        head,
        ...shown.map(
          ({ text, reason: why }) => `       ${clipped(text)}${why === reason ? '' : `  (${detail(why, reason)})`}`,
        ),
        ...(rest > 0 ? [`       … ${rest} more (--verbose shows all)`] : []),
      ]
    }),
    `  kept: ${size(paragraphs)}, from "${clipped(paragraphs[0] ?? '', 30)}" to "${clipped(paragraphs.at(-1) ?? '', 30)}"`,
    '',
  ].join('\n')
}

function detail(why: string, reason: string): string {
  return why.startsWith(`${reason}: `) ? why.slice(reason.length + 2) : why
}

function size(texts: string[]): string {
  if (texts.length === 0) return 'nothing'
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  return `${texts.length} ${texts.length === 1 ? 'line' : 'lines'}, ${characters} characters`
}

function clipped(text: string, length = LONGEST): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('')
}
