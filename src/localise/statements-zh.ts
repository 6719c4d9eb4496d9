import { renderSpan } from '../language/render.js'
import type { Fact, FactTime } from '../model/index.js'
import type { Reading } from './reading.js'

/** The fact in short Chinese, in the source's own words: day, giver, verb, figure and thing, receiver, parts. */
export function statementZh(fact: Fact, reading: Reading, parts: readonly Fact[]): string {
  const list = parts.map((part) => figureAndItem(part, null)).join('、')
  return `${timePhraseZh(fact.time)}${clause(fact, reading)}${list === '' ? '' : `，其中${list}`}。`
}

function clause(fact: Fact, reading: Reading): string {
  const actor = fact.actor?.zh ?? ''
  const recipient = fact.recipient?.zh ?? ''
  const figure = figureAndItem(fact, reading)
  const verb = reading.verb
  if (verb?.voice === 'passive') return `${figure}被${reading.agent ?? ''}${verb.zh}`
  const to = recipient === '' ? '' : `向${recipient}`
  if (verb === null) return `${actor}${to}${figure}`
  const purpose = reading.purpose?.zh ?? ''
  if (verb.voice === 'subject')
    return `${actor}${figure}${purpose === '' || !purpose.includes(verb.zh) ? verb.zh : ''}${purpose}`
  const doing = reading.before.endsWith('了') && !verb.zh.endsWith('了') ? `${verb.zh}了` : verb.zh
  return `${actor}${to}${doing}${figure}${purpose}`
}

/** 医用口罩30万个 or 3名党员干部, in the order of the source. */
function figureAndItem(fact: Fact, reading: Reading | null): string {
  const item = reading?.noun.zh ?? fact.item.zh
  const { surface } = fact.quantity
  const behind = reading?.noun.behind ?? itemBehind(fact)
  return behind ? `${surface}${item}` : `${item}${surface}`
}

function itemBehind({ item, evidence }: Fact): boolean {
  const after = evidence.sentence.slice(evidence.end - evidence.sentenceStart)
  return item.zh !== '' && after.slice(0, item.zh.length + 12).includes(item.zh)
}

export function timePhraseZh(time: FactTime | null): string {
  if (time === null) return ''
  const inferred = time.basis === 'inferred'
  if (time.kind === 'span' && time.from !== null) return `${renderSpan(time.from, time.asOf, 'zh', inferred)}，`
  const day = renderSpan(null, time.asOf, 'zh', inferred)
  return time.kind === 'on' ? `${day}，` : `截至${day}，`
}
