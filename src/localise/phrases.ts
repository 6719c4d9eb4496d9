import { hanValue } from '../language/han-numerals.js'
import { describedPeople } from './described.js'
import { gerund, listed, plural, withArticle } from './english.js'
import type { GrammaticalNumber, NounPhrase } from './noun-phrase.js'
import { composeOrganisation } from './organisations.js'
import { divisionNames, shortDivisionNames } from './place-names.js'
import { describePlace, leadingPlaces } from './places.js'
import type { Term } from './terms.js'
import { keptFor, termsInUse } from './vocabulary.js'

interface Token {
  zh: string
  term: Term
}

const coordination = /[、，,]|(?<=[女众员工年])(?=各级)|以及|(?<!联)和(?!谐|平|田|县)|与(?!会)|及(?!时|其)|或(?!者)/u
const memoryInUse = keptFor(() => new Map<string, NounPhrase | null>())

/** A Chinese noun phrase in English, from terms only; null where a part of it is not covered. */
export function composePhrase(zh: string, number: GrammaticalNumber = 'many'): NounPhrase | null {
  const text = tidied(zh)
  if (text === '') return null
  const key = `${number}:${text}`
  const memory = memoryInUse()
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = exact(text, number) ?? coordinated(text, number) ?? single(text, number)
  memory.set(key, made)
  return made
}

function tidied(zh: string): string {
  return zh.replace(/[“”"‘’\s]/gu, '').replace(/^[的各]+(?=各)|等$/gu, '')
}

/** One noun term, inflected. */
function inflected(term: Term, number: GrammaticalNumber): NounPhrase {
  const forms = term.forms.split('|')
  if (term.pos === 'kind') {
    const [one = '', many = ''] = forms
    return { en: number === 'many' ? many || one : one, basis: 'terms', uncountable: false, domain: term.domain }
  }
  const uncountable = term.forms === '-'
  const shared = { basis: 'terms' as const, uncountable, domain: term.domain }
  if (uncountable || term.forms === '=' || number !== 'many') return { en: term.en, ...shared }
  return { en: term.forms === '' ? plural(term.en) : term.forms, ...shared }
}

function exact(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const terms = termsInUse()
  const noun = terms.find(zh, 'noun') ?? terms.find(zh, 'kind')
  if (noun) return inflected(noun, number)
  const name = terms.find(zh, 'name', 'place')
  return name ? { en: name.en, basis: 'terms', uncountable: true, domain: name.domain } : null
}

/** A、B和C: each part composed on its own. Not where the list stands inside a modifier (…和…的…). */
function coordinated(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const parts = zh.split(coordination).filter((part) => part !== '')
  if (parts.length < 2) return null
  const phrases = parts.map((part) => exact(part, number) ?? single(part, number))
  if (phrases.some((phrase) => phrase === null)) return null
  const found = phrases.flatMap((phrase) => phrase ?? [])
  return {
    en: listed(found.map((phrase, index) => (index > 0 && phrase.uncountable ? withArticle(phrase.en) : phrase.en))),
    basis: 'composed',
    uncountable: found.every((phrase) => phrase.uncountable),
    domain: found.at(-1)?.domain ?? '',
  }
}

function single(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const organisation = /[\p{Script=Han}]{3,}/u.test(zh) && isNamed(zh) ? composeOrganisation(zh) : null
  if (organisation && !/^(各|全)/u.test(zh)) {
    return { en: organisation.en, basis: 'composed', uncountable: true, domain: 'organisation' }
  }
  return (
    batch(zh, number) ??
    commendedFor(zh, number) ??
    describedPeople(zh, number, composePhrase) ??
    aboutSomething(zh, number) ??
    withModifier(zh, number) ??
    fromTokens(zh, number)
  )
}

/** Begins with a place, a level or a known name: a particular body, not a kind of bodies (定点医院). */
export function isNamed(zh: string): boolean {
  if (leadingPlaces(zh).length > 0 || /^(?:[省市县区州](?!级|内|外|直)|国家|中共|自治区)/u.test(zh)) return true
  const terms = termsInUse()
  for (let size = Math.min(zh.length - 1, 16); size > 1; size--) if (terms.find(zh.slice(0, size), 'name')) return true
  return false
}

/** 福建第11批援鄂医疗队 → 11th Fujian medical team sent to Hubei. */
function batch(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const match = /^(.*?)第([\d一二三四五六七八九十]{1,3})批(?:次)?(.{2,})$/u.exec(zh)
  if (!match) return null
  const noun = exact(match[3] ?? '', number) ?? fromTokens(match[3] ?? '', number)
  const place = match[1] ? wholePlaceName(match[1]) : ''
  if (!noun || place === null) return null
  return { ...noun, en: `${ordinal(match[2] ?? '')} ${place} ${noun.en}`.replace('  ', ' '), basis: 'composed' }
}

function wholePlaceName(zh: string): string | null {
  const { places, length } = leadingPlaces(zh)
  return length === zh.length ? (places.at(-1)?.name ?? null) : null
}

function ordinal(digitsOrHan: string): string {
  const value = /\d/.test(digitsOrHan) ? Number(digitsOrHan) : hanValue(digitsOrHan).value
  const tens = value % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

/** 抗疫工作先进集体 → groups commended for epidemic response. */
function commendedFor(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const match = /^(?:[省市区县]委|全[国省市区县])?(.{2,}?)(?:工作)?(?:先进|优秀)(集体|个人|单位|组织)$/u.exec(zh)
  const topic = match ? composePhrase(match[1] ?? '', 'one') : null
  const head = match ? heads[match[2] ?? ''] : undefined
  if (!topic || !head) return null
  const deed = /response$/.test(topic.en) ? `${topic.en} work` : topic.en
  const en = `${number === 'many' ? `${head}s` : head} commended for ${deed}`
  return { en, basis: 'composed', uncountable: false, domain: 'person' }
}

const heads: Record<string, string> = { 集体: 'group', 个人: 'individual', 单位: 'organisation', 组织: 'organisation' }

/** 疫情防控相关推文 → posts on epidemic control. */
function aboutSomething(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const match = /^(.+?)的?(?:相关|有关)的?(.{2,})$/u.exec(zh)
  if (!match) return null
  const single = composePhrase(match[1] ?? '', 'one')
  const topic = single?.domain === 'person' ? composePhrase(match[1] ?? '', 'many') : single
  const head = exact(match[2] ?? '', number) ?? fromTokens(match[2] ?? '', number)
  return topic && head ? { ...head, en: `${head.en} on ${asTopic(topic.en)}`, basis: 'composed' } : null
}

/** `epidemic response` as a topic is the response to the epidemic. */
function asTopic(topic: string): string {
  return topic === 'epidemic' ? 'the epidemic' : topic.replace(/^epidemic response$/, 'the epidemic response')
}

/** A的B, the B first worked out, then the A before or behind it. */
function withModifier(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const at = zh.lastIndexOf('的')
  if (at <= 0 || at >= zh.length - 1) return null
  const head = exact(zh.slice(at + 1), number) ?? fromTokens(zh.slice(at + 1), number)
  const modifier = zh.slice(0, at)
  if (!head) return null
  const clause = relativeClause(modifier)
  if (clause) {
    const about = /^(?:person|organisation)$/.test(head.domain) ? '' : 'on '
    return { ...head, en: `${head.en} ${about}${clause}`, basis: 'composed' }
  }
  const adjective = termsInUse().find(modifier, 'adjective')
  if (adjective) return { ...head, en: `${adjective.en} ${head.en}`.trim(), basis: 'composed' }
  const owner = composePhrase(modifier, 'many')
  return owner ? { ...head, en: `${head.en} of ${owner.en}`, basis: 'composed' } : null
}

/** 参与疫情防控一线 before 的: who take part in …; verb first, its object composed. */
function relativeClause(zh: string): string | null {
  const terms = termsInUse()
  const text = zh.replace(/^(?:积极|主动|踊跃|正在|正|一直|始终)/u, '')
  for (let size = Math.min(text.length - 1, 8); size > 0; size--) {
    const verb = terms.find(text.slice(0, size), 'verb')
    if (!verb) continue
    const object = text.slice(size).replace(/^(?:了|在|到|于)/u, '')
    const phrase = composePhrase(object, 'many')
    if (!phrase) continue
    const atWork = /^work|^remain/.test(verb.en) || /front line|front-line/.test(phrase.en)
    return atWork ? workplaces(object) : `${gerund(verb.en)} ${phrase.en}`
  }
  return null
}

/** 医院和基层一线 → working in hospitals and on the grass-roots front line. */
function workplaces(zh: string): string {
  const parts = zh.split(/[、和]/u).map((part) => {
    const one = composePhrase(part, 'one')?.en ?? ''
    return /front line/.test(one) ? `on the ${one}` : `in ${composePhrase(part, 'many')?.en ?? one}`
  })
  return `working ${listed(parts)}`
}

const usable = ['noun', 'adjective', 'after', 'dropped', 'kind', 'name', 'place'] as const

/** Longest-match cover of the whole text, fewest tokens; null where a character stays uncovered. */
function fromTokens(zh: string, number: GrammaticalNumber): NounPhrase | null {
  const tokens = cover(zh)
  if (!tokens) return null
  const spoken = tokens.filter(({ term }) => term.pos !== 'dropped' && term.en !== '')
  const behind = spoken.filter(({ term }) => term.pos === 'after')
  const before = spoken.filter(({ term }) => term.pos !== 'after')
  const head = before.at(-1)
  if (!head || (head.term.pos !== 'noun' && head.term.pos !== 'kind')) return null
  const pair = twoPersons(before, number)
  if (pair) return pair
  const noun = inflected(head.term, number)
  const words = before
    .slice(0, -1)
    .map(({ term }) => (term.pos === 'noun' ? term.en : inflected(term, 'one').en || term.en))
  if (number === 'many')
    words.forEach((word, index) => {
      if (word === 'woman') words[index] = 'women'
    })
  const owned = ofLongNoun(before, noun, number)
  if (owned) return { ...owned, en: [owned.en, ...behind.map(({ term }) => term.en)].join(' ') }
  // 一次性 goods are thrown away, 一次性 money comes once.
  const once = words.indexOf('disposable')
  if (head.term.domain === 'money' && once >= 0) words[once] = 'one-off'
  const of = /\bof$/.test(words.at(-1) ?? '')
  const first = words.filter((word) => word === 'new')
  if (noun.en.startsWith('new ') && words.length > 0) {
    return {
      ...noun,
      en: `new ${[...words, noun.en.slice(4), ...behind.map(({ term }) => term.en)].join(' ')}`,
      basis: 'composed',
    }
  }
  const en = [...first, ...words.filter((word) => word !== 'new'), noun.en, ...behind.map(({ term }) => term.en)].join(
    ' ',
  )
  return { ...noun, en, basis: 'composed', uncountable: noun.uncountable && !of }
}

/** 各级组织防控工作 → control work of organisations at all levels: a noun with words behind it stands last. */
function ofLongNoun(tokens: readonly Token[], head: NounPhrase, number: GrammaticalNumber): NounPhrase | null {
  const at = tokens.findLastIndex(
    ({ term }, index) =>
      index < tokens.length - 1 && term.pos === 'noun' && / (?:at|of|on|who|from|with) /.test(term.en),
  )
  const owner = tokens[at]
  if (!owner || number === 'none') return null
  const words = (some: readonly Token[]) => some.map(({ term }) => term.en)
  const en = [
    ...words(tokens.slice(at + 1, -1)),
    head.en,
    'of',
    ...words(tokens.slice(0, at)),
    inflected(owner.term, 'many').en,
  ]
  return { ...head, en: en.join(' '), basis: 'composed' }
}

const generalHeads = /^(?:代表|家属|委员|志愿者|会员|队员|成员|负责人|子女|专家|骨干|模范)$/u

/** 医护人员基层干部, the stroke between them lost: two kinds of persons side by side. */
function twoPersons(tokens: readonly Token[], number: GrammaticalNumber): NounPhrase | null {
  const [first, second] = tokens
  if (tokens.length !== 2 || !first || !second || generalHeads.test(second.zh)) return null
  if (first.term.domain !== 'person' || second.term.domain !== 'person' || first.zh.length < 3) return null
  const phrases = [inflected(first.term, number), inflected(second.term, number)]
  return { en: listed(phrases.map(({ en }) => en)), basis: 'composed', uncountable: false, domain: 'person' }
}

function cover(zh: string): Token[] | null {
  const best: (Token[] | null)[] = [[]]
  for (let end = 1; end <= zh.length; end++) best[end] = bestEndingAt(zh, end, best)
  return best[zh.length] ?? null
}

function bestEndingAt(zh: string, end: number, best: readonly (Token[] | null)[]): Token[] | null {
  let winner: Token[] | null = null
  for (let size = Math.min(end, termsInUse().longest); size > 0; size--) {
    const before = best[end - size]
    if (!before || (winner && before.length + 1 >= winner.length)) continue
    const word = zh.slice(end - size, end)
    const term = tokenTerm(word, end === zh.length)
    if (term) winner = [...before, { zh: word, term }]
  }
  return winner
}

function tokenTerm(zh: string, last: boolean): Term | null {
  const terms = termsInUse()
  const known = last
    ? (terms.find(zh, 'noun') ?? terms.find(zh, 'kind') ?? terms.find(zh, 'after', 'dropped'))
    : (terms.find(zh, 'adjective') ?? terms.find(zh, ...usable))
  if (known) return zh.length === 1 && known.pos === 'place' ? null : known
  // P3, 5G, APP: as they are.
  if (/^[A-Za-z\d-]*[A-Za-z][A-Za-z\d-]*$/.test(zh))
    return { zh, en: zh, pos: last ? 'noun' : 'adjective', forms: '', domain: 'goods' }
  if (last || zh.length < 2 || zh.length > 8) return null
  const short = shortDivisionNames().get(zh)
  if (divisionNames().has(zh) || (short && short.level !== 'county')) {
    return { zh, en: describePlace(zh).name, pos: 'place', forms: '', domain: 'place' }
  }
  return null
}
