import { Briefing, type Lens, Summary } from '../model/index.js'
import { localiseBriefingTexts } from './briefing.js'
import { localiseSummaryTexts } from './summary.js'
import { shippedVocabulary, withVocabulary } from './vocabulary.js'

/** The summary with every text in both languages; English is built from terms and the model, nothing is sent anywhere. */
export function localiseSummary(summary: Summary, lens: Lens, vocabulary = shippedVocabulary): Summary {
  return Summary.parse(withVocabulary(vocabulary, () => localiseSummaryTexts(summary, lens)))
}

/** The briefing with every text in both languages: facts as sentences, lead, labels, notes, titles. */
export function localiseBriefing(briefing: Briefing, lens: Lens, vocabulary = shippedVocabulary): Briefing {
  return Briefing.parse(withVocabulary(vocabulary, () => localiseBriefingTexts(briefing, lens)))
}

export { isDictionary } from './dictionary.js'
export { glossaryOf } from './glossary.js'
export { parseTbx, termsToTbx } from './tbx.js'
export { termProblem } from './term-problems.js'
export { termsToCsv } from './term-table.js'
export { parseTerms, partsOfSpeech, shippedTerms, type Term } from './terms.js'
export { shippedVocabulary, type Vocabulary, vocabularyOf } from './vocabulary.js'
