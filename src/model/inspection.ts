import { z } from 'zod'

export const Check = z.object({
  /** kebab-case, stable: `fonts-embedded`, `figures-present`. */
  id: z.string(),
  passed: z.boolean(),
  message: z.string(),
  /** What failed, at most a few of each kind. */
  details: z.array(z.string()),
})
export type Check = z.infer<typeof Check>

/** What reopening the PDF showed. */
export const Inspection = z.object({
  passed: z.boolean(),
  pages: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  checks: z.array(Check),
})
export type Inspection = z.infer<typeof Inspection>
