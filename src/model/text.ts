import { z } from 'zod'

/**
 * Where an English text came from: the term base or a lens; composed from the model; a dictionary; a machine
 * translator; a person, who translated or corrected it; pinyin only; or nowhere (`en` is empty and the Chinese stands).
 */
export const EnBasis = z.enum(['terms', 'composed', 'dictionary', 'machine', 'person', 'pinyin', 'none'])
export type EnBasis = z.infer<typeof EnBasis>

/** A text in both languages. Before `localise` the English is empty and its basis is `none`. */
export const Text = z.object({ zh: z.string(), en: z.string().default(''), enBasis: EnBasis.default('none') })
export type Text = z.infer<typeof Text>

/** A Chinese text whose English is not known yet. */
export function zhOnly(zh: string): Text {
  return { zh, en: '', enBasis: 'none' }
}

/** True where no English says what the Chinese says: none, pinyin, or words of ours in square brackets in its place. */
export function isUntranslated({ en, enBasis }: Text): boolean {
  return en === '' || enBasis === 'pinyin' || enBasis === 'none' || /^\[[^[\]]*\]\.?$/.test(en)
}

/** Calendar date `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Date, or date and minute as printed (local time of the page): `2020-02-16` or `2020-02-16T11:44`. */
export const IsoMinute = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/)
