import { renderSpan } from '../language/render.js'
import type { Fact, FactTime } from '../model/index.js'
import { figureZh } from './figure-zh.js'
import type { Gauge } from './gauges.js'
import type { Reading } from './reading.js'
import type { Words } from './words.js'

/** The fact in short Chinese, in the source's own words: day, giver, verb, figure and thing, receiver, parts. */
export function statementZh(
  { fact, reading, pattern, actorZh }: Pick<Words, 'fact' | 'reading' | 'pattern' | 'actorZh'>,
  parts: readonly Fact[],
): string {
  const list = parts.map((part) => figureAndItem(part, null)).join('、')
  return `${timePhraseZh(fact.time)}${pattern?.zh && !reading.change && !reading.share ? filled(pattern.zh, fact, reading) : clause(fact, reading, actorZh)}${list === '' ? '' : `，其中${list}`}。`
}

function filled(pattern: string, fact: Fact, reading: Reading): string {
  const values: Record<string, string> = {
    quantity: figureAndItem(fact, reading),
    number: figureZh(fact),
    item: reading.noun.zh,
    actor: fact.actor?.zh ?? '',
    to: fact.recipient ? `向${fact.recipient.zh}` : '',
  }
  const actor = pattern.includes('{actor}') ? '' : (fact.actor?.zh ?? '')
  return actor + pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function clause(fact: Fact, reading: Reading, actor: string): string {
  if (reading.gauge) return gaugeClause(fact, reading.gauge)
  if (reading.change) return `${actor}${reading.noun.zh}${reading.change.zh}${figureZh(fact)}`
  if (reading.share) return `${actor}${reading.noun.zh.replace(/的$/u, '')}的${figureZh(fact)}${reading.share.done.zh}`
  if (reading.oblique) {
    const { preposition, verb, object } = reading.oblique
    return `${actor}${preposition.zh}${figureAndItem(fact, reading)}${verb.zh}${object.zh}`
  }
  const recipient = fact.recipient?.zh ?? ''
  const figure = figureAndItem(fact, reading)
  const verb = reading.verb
  if (verb?.voice === 'passive') return `${figure}被${reading.agent ?? ''}${verb.zh}${reading.receiver ?? ''}`
  const to = recipient === '' ? '' : `向${recipient}`
  if (verb !== null && (verb.zh === reading.noun.zh || verb.isWhole)) return `${actor}${to}${verb.zh}${figureZh(fact)}`
  if (verb === null) return `${actor}${figure}${recipient === '' ? '' : `（对象：${recipient}）`}`
  const purpose = `${reading.destination?.zh ?? ''}${reading.purpose?.zh ?? ''}`
  if (verb.en?.bases.at(-1) === 'rise to') return `${actor}${reading.noun.zh}${verb.zh}${figureZh(fact)}`
  if (verb.voice === 'subject')
    return `${actor}${figure}${purpose === '' || !purpose.includes(verb.zh) ? verb.zh : ''}${purpose}`
  if (verb.isBetween) return `${actor}${to}${verb.zh}${reading.noun.zh}${figureZh(fact)}${purpose}`
  return `${actor}${reading.planned && verb.voice === 'object' ? '将' : ''}${to}${verb.zh}${figure}${purpose}`
}

/** 湖北医用口罩日产量增长到12万只, 产能恢复至正常水平的85%. */
function gaugeClause(fact: Fact, { head, of, where, change, base }: Gauge): string {
  const actor = where.zh === '' && fact.actor ? fact.actor.zh : ''
  return `${actor}${where.zh}${actor.includes(of.zh) ? '' : of.zh}${head.zh}${change.zh}${base.zh}${figureZh(fact)}`
}

/** 医用口罩30万个 or 3名党员干部, in the order of the source. */
function figureAndItem(fact: Fact, reading: Reading | null): string {
  const item = reading?.noun.zh ?? fact.item.zh
  const figure = figureZh(fact)
  const behind = reading?.noun.behind ?? itemBehind(fact)
  // LPR 25个基点: letters and digits are kept apart.
  const gap = /[A-Za-z\d]$/.test(item) ? ' ' : ''
  return behind ? `${figure}${item}` : `${item}${gap}${valuedAt(fact)}${figure}`
}

/** 物资折合19.5万元: the word that turns goods into money stays. */
function valuedAt({ evidence, item }: Fact): string {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  const between = before.slice(before.lastIndexOf(item.zh) + item.zh.length)
  return /^(?:折[合和价]|价值|总价值)$/u.test(between) ? between : ''
}

function itemBehind({ item, evidence }: Fact): boolean {
  const after = evidence.sentence.slice(evidence.end - evidence.sentenceStart)
  return item.zh !== '' && after.slice(0, item.zh.length + 12).includes(item.zh)
}

export function timePhraseZh(time: FactTime | null): string {
  if (time === null) return ''
  const inferred = time.basis === 'inferred'
  if (time.kind === 'span' && time.from !== null) return `${renderSpan(time.from, time.asOf, 'zh', inferred)}，`
  if (time.kind === 'since' && time.from !== null) return `${renderSpan(null, time.from, 'zh', inferred)}以来，`
  const day = renderSpan(null, time.asOf, 'zh', inferred)
  return time.kind === 'on' ? `${day}，` : `截至${day}，`
}
