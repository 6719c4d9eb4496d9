import { keyOf } from '../correct/index.js'
import type { Fact } from '../model/index.js'
import type { Reading } from '../reading.js'
import { describeNote } from './note.js'

/** An article and every fact beside its sentence, the figure marked. */
export function describeReading({ uri, summary, notes }: Reading): string {
  if (!summary) return `${uri}\n${notes.map((note) => `  ${describeNote(note, uri)}`).join('\n')}\n`
  const { article, organisation } = summary
  const head = [
    uri,
    `  ${article.title.zh}`,
    ...(article.title.en ? [`  ${article.title.en}`] : []),
    `  ${organisation.zh || '(organisation unknown)'}  ${organisation.en}`,
    `  ${article.publishedAt.value ?? 'no date'} (${article.publishedAt.basis})  ${article.publisher ?? ''}`,
    '',
  ]
  return [
    ...head,
    ...summary.facts.map(describeFact),
    ...summary.notes.map((note) => `  ${describeNote(note, uri)}`),
    '',
  ].join('\n')
}

/** Every fact as a key for `corrections.yaml`, to be copied under `reject:` or `change:`. */
export function describeKeys(reading: Reading): string {
  const { summary } = reading
  if (!summary) return describeReading(reading)
  return summary.facts
    .map((fact) => {
      const { source, sentence, figure, occurrence } = keyOf(summary, fact)
      const { value, unit } = fact.quantity
      return [
        `  # ${fact.id}: ${value} ${unit ?? ''} · ${fact.item.zh} · ${fact.measure ?? fact.category ?? '–'}`,
        `  - source: ${JSON.stringify(source)}`,
        `    sentence: ${JSON.stringify(sentence)}`,
        `    figure: ${JSON.stringify(figure)}`,
        ...(occurrence > 1 ? [`    occurrence: ${occurrence}`] : []),
      ].join('\n')
    })
    .join('\n')
}

function describeFact(fact: Fact): string {
  const { sentence, start, end, sentenceStart } = fact.evidence
  const marked = `${sentence.slice(0, start - sentenceStart)}【${fact.quantity.surface}】${sentence.slice(end - sentenceStart)}`
  const kind = [fact.category ?? '–', fact.measure ?? fact.item.zh, fact.role === 'single' ? '' : fact.role]
    .filter(Boolean)
    .join(' · ')
  return `  ${fact.id}  ${fact.quantity.surface}  ${fact.item.zh}  [${kind}]\n      ${fact.statement.en}\n      ${marked}\n`
}
