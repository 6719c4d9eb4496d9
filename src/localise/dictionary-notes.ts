import type { BriefingFact, Note } from '../model/index.js'

/** Says which nouns have their English from the dictionary, whose licence asks to be named. */
export function dictionaryNotes(facts: readonly BriefingFact[]): Note[] {
  const words = facts.flatMap(({ item }) => (item.enBasis === 'dictionary' ? [`${item.zh} (${item.en})`] : []))
  const named = [...new Set(words)]
  if (named.length === 0) return []
  return [
    {
      severity: 'info',
      code: 'dictionary-words',
      message: `The English of ${named.length} nouns is from CC-CEDICT (CC BY-SA 4.0): ${named.join(', ')}.`,
      params: { count: named.length, words: named.map((word) => word.replace(/ \(.*$/, '')).join('、') },
    },
  ]
}
