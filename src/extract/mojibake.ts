import type { Note, Source } from '../model/index.js'

/** What is left of Chinese text that was once read in a wrong encoding: U+FFFD read as GBK, UTF-8 read as Latin-1. */
const DAMAGE = /锟斤拷|烫烫烫|屯屯屯|\ufffd|(?:[äåæçèé][\u0080-\u00bf‚-›€ŠŒŽšœžŸ]{1,2}){3}/u

/** A note at the first damaged place, if any. The text stays as it came: what was lost cannot be told from it. */
export function mojibakeNotes(source: Source, text: string): Note[] {
  const damage = DAMAGE.exec(text)
  if (damage === null) return []
  const start = damage.index
  return [
    {
      severity: 'warning',
      code: 'mojibake',
      message: 'Characters were damaged by a wrong encoding before this text was saved.',
      hint: 'Save the page again from its address.',
      source: source.uri,
      start,
      end: start + damage[0].length,
    },
  ]
}
