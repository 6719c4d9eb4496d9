import { maskLookAlikes, scanQuantities } from '../language/index.js'
import { listed, withArticle } from './english.js'
import { type FoundVerb, verbsIn } from './find-verb.js'
import { isGiving } from './giving.js'
import { type Home, shortName } from './home.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces, renderPlace } from './places.js'
import { renderItem, renderQuantity } from './quantity.js'
import { isIntransitive } from './verbs.js'
import { termsInUse } from './vocabulary.js'

/** A clause without its figure's fact: who did what, and what for, as far as the terms hold it. */
export interface ToldClause {
  /** Empty where the clause names nobody. */
  subject: string
  plural: boolean
  verb: FoundVerb
  object: string
  /** What for, with its preposition; empty where nothing is said. */
  tail: string
  /** Whether every word of the clause is told. */
  whole: boolean
  /** Whether it is still to be done. */
  planned: boolean
}

/** What may stand between who did something and what they did. */
export const adverbs =
  '积极|主动|迅速|及时|立即|第一时间|率先|先后|再次|再|又|还|也|密集|紧急|全力|正式|成功|联合|均|都|已经?|近日|日前|今日|今天|首次|多措并举|多举措|多渠道|多形式|依法|严格|持续|继续|进一步|广泛|认真|切实|扎实|有序|踊跃|纷纷|自发|带头|带队|分别|多次|专程|主动作为|迅速行动|预先|提前|正在?|稳妥|全面|大力|充分|努力|自觉|深入|着力|抓紧|尽快|重点|专门|陆续|逐步|不断|精心|周密|同步|共同|科学|合理|灵活|因地制宜|结合实际|及早|定期|实时|坚持|坚决|始终|高度|密切|有力|有效|全程|统一|免费|主要|严密|细致|妥善|精准|快速|高效|大规模|自主'
export const leadingAdverbs = new RegExp(`^(?:${adverbs})+`, 'u')

const longestSubject = 26

/** Reads `subject adverbs verb object purpose`; null where it has no verb that the terms know with an object they cover. */
export function tellClause(zh: string, home: Home): ToldClause | null {
  const text = zh.replace(/[“”"【】]/gu, '').trim()
  for (let size = Math.min(text.length - 2, longestSubject); size >= 0; size--) {
    if (size === 1) continue
    const told = withSubject(text, size, home)
    if (told) return told
  }
  return null
}

function withSubject(text: string, size: number, home: Home): ToldClause | null {
  const rest = text.slice(size).replace(leadingAdverbs, '')
  const planned = /^[将拟](?=\p{Script=Han})/u.test(rest)
  const [verb] = verbsIn(planned ? rest.slice(1) : rest)
  if (verb?.start !== 0 || (verb.zh.length < 2 && verb.zh !== '送' && !isGiving(verb.zh))) return null
  const subject = size === 0 ? { en: '', plural: false } : clauseSubject(text.slice(0, size), home)
  const told = subject && objectAndTail((planned ? rest.slice(1) : rest).slice(verb.end), verb)
  return told && { subject: subject.en, plural: subject.plural, verb, planned, ...told }
}

const grounds = /^(?:本市|我市|全市)$/u

/** Who a clause begins with, as the subject of an English sentence. */
export function clauseSubject(zh: string, home: Home): { en: string; plural: boolean } | null {
  if (/组织$/u.test(zh) && composeOrganisation(zh.slice(0, -2))) return null
  if (/\p{L}{17}/u.test(home.en) && zh === home.zh) return null
  if (home.zh !== '' && (zh === home.zh || zh === shortName(home))) return { en: withArticle(home.en), plural: false }
  if (grounds.test(zh)) return { en: 'the city', plural: false }
  if (/^(?:我省|全省)$/u.test(zh)) return { en: 'the province', plural: false }
  const { places, length } = leadingPlaces(zh)
  if (places.length > 0 && length === zh.length) return { en: renderPlace(zh), plural: false }
  const body = composeOrganisation(zh)
  if (body && !/\p{L}{17}/u.test(body.en)) return { en: withArticle(body.en), plural: false }
  const phrase = composePhrase(zh, 'many')
  if (!phrase || !/^(?:person|organisation|mass|government)$/.test(phrase.domain)) return null
  return { en: phrase.en, plural: !phrase.uncountable }
}

/** First of two verbs, these say who was moved to do the second. */
export const pivots = /^(?:组织|推动|动员|发动|引导|帮助|支持|号召|鼓励|指导|组织推动)$/u

/** The longest beginning of what follows the verb that is covered, and the purpose behind it. */
function objectAndTail(
  text: string,
  { zh: zhOf, en }: FoundVerb,
): Pick<ToldClause, 'object' | 'tail' | 'whole'> | null {
  // 企业复工复产762家: what is counted is who did it.
  if (isIntransitive(en) && text !== '' && !/ (?:in|of|to|for|on)$/.test(en.bases.at(-1) ?? '')) return null
  const zh = text.replace(/^[了过]/u, '').replace(/[。！!；;]$/u, '')
  if (zh === '') return isIntransitive(en) ? { object: '', tail: '', whole: true } : null
  for (let size = Math.min(zh.length - 1, 20); size > 1 && pivots.test(zhOf); size--) {
    const tail = movedTo(zhOf, zh.slice(0, size), zh.slice(size))
    if (tail) return { object: composePhrase(zh.slice(0, size), 'many')?.en ?? '', tail, whole: true }
  }
  for (let size = Math.min(zh.length, 36); size > 1; size--) {
    const object = thing(zh.slice(0, size))
    if (!object) continue
    const behind = zh.slice(size).replace(/^(?:等|工作|活动)+/u, '')
    const tail = behind === '' ? '' : purpose(behind)
    // A word cut off from its head (防控工作|电视电话会议) says another thing; a verb behind begins what is left out.
    if (tail === null && (pivots.test(zhOf) || verbsIn(behind.replace(leadingAdverbs, ''))[0]?.start !== 0)) continue
    return { object, tail: tail ?? '', whole: tail !== null }
  }
  return null
}

/** 动员党员捐款: whom somebody moved, and ` to donate`. */
export function movedTo(verb: string, who: string, behind: string): string | null {
  const people = pivots.test(verb) ? composePhrase(who, 'many') : null
  if (!people || !/^(?:person|organisation|mass)$/.test(people.domain)) return null
  const text = behind.replace(leadingAdverbs, '')
  const [deed] = verbsIn(text)
  if (deed?.start !== 0) return null
  const rest = text
    .slice(deed.end)
    .replace(/^[了过]/u, '')
    .replace(/(?:等|工作|活动)+$/u, '')
  const bases = listed(deed.en.bases)
  if (rest === '') return ` to ${bases.replace(/ in$/, '')}`
  const object = composePhrase(rest, 'many')
  return object ? ` to ${bases} ${object.en}` : null
}

/** Whether there is one of it where the text gives no number: a meeting, a leading group. */
export function isOfOne(noun: string): boolean {
  return ofOne.test(noun.replace(/ (?:of|on|for|to) .*$/, ''))
}

const ofOne =
  /\b(?:group|meeting|notice|appeal|letter|plan|announcement|mechanism|conference|campaign|drive|command|headquarters|platform|channel|hotline|symposium|response|fund|announcement|proposal|account|system|handbook|guide|ceremony|convention)$/i

function thing(zh: string): string | null {
  const [figure, other] = /[\d一二两三四五六七八九十百]/u.test(zh) ? scanQuantities(zh, maskLookAlikes(zh)) : []
  if (figure && !other) return counted(zh, figure)
  if (/\d/.test(zh)) return null
  const many = composePhrase(zh, 'many')
  if (!many || many.domain === 'gauge') return null
  const one = composePhrase(zh, 'one')?.en
  return one !== undefined && isOfOne(one) ? one : many.en
}

/** 15条政策措施, 专项资金1350万元: a figure and what it counts on one side of it. */
function counted(zh: string, figure: ReturnType<typeof scanQuantities>[number]): string | null {
  const [before, after] = [zh.slice(0, figure.start), zh.slice(figure.end)]
  if (before !== '' && after !== '') return null
  const item = renderItem(before + after)
  if (!item && before + after !== '') return null
  // 1.57亿元补助一线人员: what money was spent on is a clause of its own.
  if (figure.unitKind === 'money' && after !== '' && !termsInUse().find(after, 'noun')) return null
  const { value, unit, approximation, upper } = figure
  return renderQuantity(
    { value, unit, approximation, upper, per: null, surface: zh.slice(figure.start, figure.end) },
    item,
  ).en
}

const purposes: Record<string, string> = {
  支持: 'support',
  助力: 'support',
  助推: 'support',
  服务: 'serve',
  帮助: 'help',
  扶持: 'support',
  助: 'help',
  援: 'help',
  保障: 'safeguard',
  促进: 'promote',
  推动: 'promote',
  应对: 'respond to',
  防控: 'control',
  抗击: 'fight',
  加强: 'strengthen',
}

/** 支持中小企业渡过难关 → ` to support small and medium-sized enterprises`. */
function purpose(zh: string): string | null {
  const match = new RegExp(`^(?:用于|以|来)?(${Object.keys(purposes).join('|')})(.+)$`, 'u').exec(zh)
  const object = (match?.[2] ?? '').replace(/(?:共)?渡(?:过)?难关$/u, '').replace(/工作$/u, '')
  const phrase = match && composePhrase(object, 'many')
  // 防控一线人员: people are not controlled.
  if (/^(?:防控|抗击|应对)$/u.test(match?.[1] ?? '') && !/^(?:epidemic|flood)$/.test(phrase?.domain ?? '')) return null
  return phrase ? ` to ${purposes[match[1] ?? '']} ${phrase.en}` : null
}

/** `adopts 15 policy measures to support enterprises`: the clause in the present tense of headlines. */
export function headlineOf({ subject, plural, verb, object, tail, planned }: ToldClause): string {
  const bases = verb.en.bases
  const told = planned ? `to ${listed(bases)}` : listed(plural ? bases : bases.map(thirdPerson))
  return `${subject} ${told} ${object}${tail}`.replace(/\s+/g, ' ').trim()
}

function thirdPerson(base: string): string {
  return base
    .split(/ (?=and |or )/)
    .map((part) => part.replace(/^((?:and |or )?)(\S+)/, (_, link: string, word: string) => link + withEnding(word)))
    .join(' ')
}

function withEnding(word: string): string {
  if (word === 'be') return 'is'
  if (word === 'have') return 'has'
  if (/(?:s|x|z|ch|sh|o)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}
