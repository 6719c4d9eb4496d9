import { Briefing, type Lens, Summary } from '../model/index.js'
import { localiseBriefingTexts } from './briefing.js'
import { localiseSummaryTexts } from './summary.js'

/** The summary with every text in both languages; English is built from terms and the model, nothing is sent anywhere. */
export function localiseSummary(summary: Summary, lens: Lens): Summary {
  return Summary.parse(localiseSummaryTexts(summary, lens))
}

/** The briefing with every text in both languages: facts as sentences, lead, labels, notes, titles. */
export function localiseBriefing(briefing: Briefing, lens: Lens): Briefing {
  return Briefing.parse(localiseBriefingTexts(briefing, lens))
}

export { isDictionary, useDictionary } from './dictionary.js'
export { glossaryOf } from './glossary.js'
export { parseTbx, termsToTbx } from './tbx.js'
export { termProblem } from './term-problems.js'
export { termsToCsv } from './term-table.js'
export { parseTerms, partsOfSpeech, shippedTerms, type Term, useTerms } from './terms.js'
