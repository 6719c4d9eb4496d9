import { type Act, type Fact, zhOnly } from '../model/index.js'
import type { Categories } from './categories.js'
import type { Mention, Reading } from './reading.js'
import type { Times } from './times.js'

/** Every sentence that a cue of a category is in, headings aside, with the figures it states in that category. */
export function findActs(reading: Reading, categories: Categories, facts: Map<Mention, Fact>, times: Times): Act[] {
  const acts: Act[] = []
  for (const sentence of reading.sentences) {
    const time = times.of(sentence)
    if (sentence.isHeading || sentence.end - sentence.start < 8) continue
    const category = categories.ofSentence(sentence)
    if (category === null) continue
    const text = reading.text.slice(sentence.start, sentence.end)
    const own = sentence.mentions.flatMap((mention) => facts.get(mention) ?? [])
    acts.push({
      category,
      text: zhOnly(text),
      time,
      facts: own.filter((fact) => fact.category === category).map(({ id }) => id),
      evidence: { start: sentence.start, end: sentence.end, sentence: text, sentenceStart: sentence.start },
    })
  }
  return acts
}
