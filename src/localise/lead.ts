import type { Fact, Text } from '../model/index.js'
import { listed, sentenceCase } from './english.js'
import type { Home } from './home.js'
import { composeStatement, ownParty, timePhrase } from './statements.js'
import { timePhraseZh } from './statements-zh.js'
import { recipientPreposition } from './verbs.js'
import { type StatementContext, type Words, wordsOf } from './words.js'

/** One sentence on the facts of one source sentence: who, the figures, as of when. */
export function leadText(facts: readonly Fact[], context: StatementContext): Text {
  const here = new Set(facts.map(({ id }) => id))
  const told = facts.filter(({ partOf }) => partOf === null || !here.has(partOf))
  const statements = told.map((fact) => composeStatement({ ...fact, time: null }, { ...context, isNamed: true }))
  const time = sharedTime(facts)
  const en = englishLead(told, context)
  const zh = statements.map((text) => text.zh.replace(/。$/u, '')).join('；')
  const basis = statements.some(({ enBasis }) => enBasis === 'pinyin') ? 'pinyin' : 'composed'
  return {
    zh: `${timePhraseZh(time)}${context.home.zh}${context.home.zh === '' ? '' : '：'}${zh}。`,
    en: ownParty(`${named(en, context.home)}${timePhrase(time)}.`, context.home),
    enBasis: basis,
  }
}

/** What several figures tell together, without the organisation's name: for acts and the timeline. */
export function toldText(facts: readonly Fact[], context: StatementContext): Text {
  const shown = facts.filter((fact) => fact.repeats === null)
  const told = shown.length > 0 ? shown : facts
  const [only] = told
  if (told.length === 1 && only) return composeStatement(only, context)
  const text = leadText(told, { ...context, home: { zh: '', en: '' } })
  return { ...text, en: ownParty(text.en, context.home) }
}

function named(text: string, home: Home): string {
  return home.en === '' ? sentenceCase(text) : sentenceCase(`${home.en}: ${text}`)
}

function sharedTime(facts: readonly Fact[]): Fact['time'] {
  const [first] = facts
  const same =
    first?.time && facts.every(({ time }) => time?.asOf === first.time?.asOf && time?.kind === first.time?.kind)
  return same ? first.time : null
}

/** Figures of one verb, giver and receiver share them: 300,000 surgical masks and 100,000 pairs of gloves donated. */
function englishLead(facts: readonly Fact[], context: StatementContext): string {
  const groups: Words[][] = []
  for (const fact of facts) {
    const words = wordsOf(fact, context)
    const group = groups.at(-1)
    if (group?.[0] && sharesVerb(group[0], words) && context.partsOf(fact).length === 0) group.push(words)
    else groups.push([words])
  }
  return joinedGroups(groups.map((group) => ({ actor: group[0]?.actor?.en ?? '', text: groupText(group, context) })))
}

/** The same giver twice running is named once: X donated A and raised B. */
function joinedGroups(groups: readonly { actor: string; text: string }[]): string {
  let all = ''
  let last = ''
  for (const { actor, text } of groups) {
    const again = actor !== '' && actor === last && text.startsWith(`${actor} `)
    all += all === '' ? text : again ? ` and ${text.slice(actor.length + 1)}` : `; ${text}`
    last = text.startsWith(`${actor} `) ? actor : ''
  }
  return all
}

function sharesVerb(a: Words, b: Words): boolean {
  const voice = a.reading.verb?.voice
  const alike = a.reading.verb?.zh === b.reading.verb?.zh && a.reading.purpose?.en === b.reading.purpose?.en
  if (!alike || a.pattern || b.pattern || / commended\b/.test(a.quantity.en)) return false
  if (voice !== 'object' || b.reading.verb?.voice !== voice || !a.reading.verb?.en) return false
  return a.fact.action === b.fact.action && a.actor?.en === b.actor?.en && a.recipient?.en === b.recipient?.en
}

function groupText(group: readonly Words[], context: StatementContext): string {
  const [first] = group
  const verb = first?.reading.verb?.en
  if (!first || group.length === 1 || !verb) {
    const text = first
      ? composeStatement({ ...first.fact, time: null }, { ...context, isNamed: true, isInside: true }).en
      : ''
    return text.replace(/\.$/, '')
  }
  const list = listed(group.map(({ quantity }) => quantity.en))
  const purpose = first.reading.purpose ? ` ${first.reading.purpose.en}` : ''
  const to = `${first.recipient ? ` ${recipientPreposition(verb)} ${first.recipient.en}` : ''}${purpose}`
  return first.actor && first.actor.place !== 'scope'
    ? `${first.actor.en} ${verb.past} ${list}${to}`
    : `${list} ${verb.participle}${to}`
}
