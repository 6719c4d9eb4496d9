import type { Fact, Lens, LensPattern, Text } from '../model/index.js'
import { bodyDoes } from './doers.js'
import { verbsIn } from './find-verb.js'
import { giverOf } from './givers.js'
import { givingIn } from './giving.js'
import type { Home } from './home.js'
import { pinyinItem } from './item-fallback.js'
import { type Party, renderParty } from './names.js'
import { composePhrase } from './phrases.js'
import { type CountedPhrase, type Item, renderQuantity } from './quantity.js'
import { type Reading, readFact } from './reading.js'
import { renderUnit } from './units.js'

/** Characters of the longest name that pinyin can stand for. */
const longestName = 6

export interface StatementContext {
  lens: Lens
  home: Home
  /** Whether the sentence around it has named the home body. */
  isNamed?: boolean
  /** Whether it stands inside another sentence: then it begins with a small letter. */
  isInside?: boolean
  /** Parts of a total, in text order. */
  partsOf: (fact: Fact) => readonly Fact[]
}

/** What every sentence about a figure is made of, in English. */
export interface Words {
  fact: Fact
  /** The article's own body; without names in a sentence that has named it. */
  home: Home
  reading: Reading
  quantity: CountedPhrase
  item: Item
  /** True where no term covers the item and its pinyin would be too long to read. */
  isUnreadable: boolean
  /** True where the item is pinyin only. */
  romanised: boolean
  /** The giver as the source names it; empty where it names none. */
  actorZh: string
  actor: Party | null
  agent: Party | null
  recipient: Party | null
  /** The lens's pattern for it, if one holds. */
  pattern: LensPattern | undefined
}

export function wordsOf(fact: Fact, { home, lens, isNamed = false }: StatementContext): Words {
  const reading = readFact(fact)
  const known = reading.noun.item
  const isDeed = reading.verb !== null && (reading.verb.zh === reading.noun.zh || reading.verb.isWhole === true)
  const item = known ?? pinyinItem(fact.item.zh)
  // A run of syllables tells nobody anything: of a long item that no term covers only the figure and its unit stay.
  const isUnreadable = known === null && (reading.noun.zh === '' || reading.noun.zh.length > longestName)
  const named = fact.item.zh === '' || isDeed || isUnreadable ? null : item
  const party = (text: Text | null): Party | null => {
    if (text === null || text.zh === '') return null
    const rendered = renderParty(text.zh, home)
    // A run of pinyin is no name: better not to say who than to print syllables.
    return rendered.isRaw ? null : rendered
  }
  const giver = fact.actor && giverOf(fact.actor.zh, home)
  const actor = giver ? party({ zh: giver, en: '', enBasis: 'none' }) : null
  const own = fact.actor === null && !isNamed && isDone(reading) ? bodyDoes(fact, home) : null
  return {
    fact,
    actorZh: fact.actor?.zh ?? own?.zh ?? '',
    home: isNamed ? { zh: '', en: '' } : home,
    reading,
    pattern: lens.patterns.find((candidate) => holds(candidate, fact, reading)),
    quantity:
      spent(fact, reading) ??
      (named && isShare(fact, named) ? sharedBy(fact, named) : renderQuantity(fact.quantity, named)),
    item,
    isUnreadable,
    romanised: known === null && named !== null,
    actor: (actor?.en === item.many ? null : actor) ?? (own && { en: own.en, basis: 'composed', plural: false }),
    agent: reading.agent === null ? null : agentOf(reading.agent, fact, home),
    recipient: receiverOf(fact, party) ?? (reading.receiver === null ? null : renderParty(reading.receiver, home)),
  }
}

/** Whether somebody did something with what is counted: what the counted did themselves is not the home body's. */
function isDone({ verb, gauge, change, share, oblique, agent }: Reading): boolean {
  return (
    agent === null &&
    gauge === null &&
    change === null &&
    share === null &&
    (oblique !== null || (verb?.voice === 'object' && verb.en !== null))
  )
}

/** A place that goes on (为云岫市首批医疗队) is where the receivers are, not who they are. */
function receiverOf({ recipient, evidence }: Fact, party: (text: Text | null) => Party | null): Party | null {
  const found = party(recipient)
  if (!found || !recipient || found.place !== 'place') return found
  const at = evidence.sentence.indexOf(recipient.zh)
  const rest = at < 0 ? '' : evidence.sentence.slice(at + recipient.zh.length)
  return /^[\p{Script=Han}\d]/u.test(rest) && verbsIn(rest)[0]?.start !== 0
    ? { ...found, place: 'scope', en: `in ${found.en}` }
    : found
}

/** 其中市总工会600万元: a part of what was given is from the body named. */
export function isShare({ role, quantity, evidence }: Fact, { domain }: Item): boolean {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  return (
    role === 'part' &&
    /^(?:organisation|mass)$/.test(domain) &&
    renderUnit(quantity.unit).kind === 'money' &&
    (before.includes('投入') || givingIn(before) !== undefined) &&
    !/用于|拨付/u.test(before)
  )
}

/** Money and what it went to. */
function spent({ quantity, role }: Fact, { usedFor }: Reading): CountedPhrase | null {
  if (usedFor === '' || role === 'total' || renderUnit(quantity.unit).kind !== 'money') return null
  const money = renderQuantity(quantity, null)
  return { ...money, en: money.en + usedFor }
}

function sharedBy({ quantity }: Fact, { many }: Item): CountedPhrase {
  const money = renderQuantity(quantity, null)
  return { ...money, en: `${money.en} from ${many}` }
}

/** One deed by 国家领导人 is by a state leader: a plain noun has no number in Chinese. */
function agentOf(zh: string, { quantity }: Fact, home: Home): Party {
  const one = quantity.value === 1 ? composePhrase(zh, 'one') : null
  if (one?.domain !== 'person') return renderParty(zh, home)
  return { en: `${/^[aeiou]/.test(one.en) ? 'an' : 'a'} ${one.en}`, basis: one.basis, plural: false }
}

function holds({ when }: LensPattern, fact: Fact, reading: Reading): boolean {
  if (when.measure && !when.measure.includes(fact.measure ?? '')) return false
  if (when.category && !when.category.includes(fact.category ?? '')) return false
  if (when.unit && !when.unit.includes(fact.quantity.unit ?? '')) return false
  if (when.role && !when.role.includes(fact.role)) return false
  if (when.agent !== undefined && when.agent !== (reading.agent !== null)) return false
  if (!when.action) return true
  const said = [fact.action ?? '', reading.verb?.zh ?? '']
  return when.action.some((word) => said.some((action) => action.includes(word)))
}
