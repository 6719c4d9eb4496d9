import { z } from 'zod'
import { Text } from './text.js'

export const Severity = z.enum(['info', 'warning', 'error'])
export type Severity = z.infer<typeof Severity>

/** What holds for one organisation, by its name: those who gave its figures. */
const NamedValues = z.object({ name: z.string(), values: z.array(z.string()) })

/**
 * A doubt or a piece of trouble, found anywhere on the line. `message` is one plain English sentence; `params` holds
 * what a note's sentence is built from, so that `localise` can say it in both languages (`text`).
 */
export const Note = z.object({
  severity: Severity,
  /** kebab-case, stable: `damaged-date`, `unit-lost`, `parts-add-up`. */
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  message: z.string(),
  /** What the user can do about it. */
  hint: z.string().optional(),
  /** Uri of the source it is about. */
  source: z.string().optional(),
  /** UTF-16 offsets into that article's text. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  /** Facts it is about. */
  facts: z.array(z.string()).optional(),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(NamedValues)]))
    .optional(),
  text: Text.optional(),
})
export type Note = z.infer<typeof Note>

/** A value and what was noticed while making it. Trouble in one item is a note, never a throw. */
export interface Outcome<T> {
  value: T
  notes: Note[]
}

export function outcome<T>(value: T, notes: Note[] = []): Outcome<T> {
  return { value, notes }
}
