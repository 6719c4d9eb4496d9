import { partsOfSpeech, type Term } from './terms.js'

/** What keeps a term from being used; null where nothing does. */
export function termProblem({ zh, en, pos }: Term): string | null {
  if (zh === '') return 'the Chinese (zh) is empty'
  if (!partsOfSpeech.includes(pos)) return `“${pos}” is no part of speech: one of ${partsOfSpeech.join(', ')}`
  if (en === '' && !['dropped', 'unit', 'heading', 'adjective'].includes(pos))
    return `the English (en) of ${zh} is empty`
  if (/\p{Script=Han}/u.test(en)) return `the English (en) of ${zh} has Chinese in it: ${en}`
  return null
}
