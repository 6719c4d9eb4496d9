import { mayBePerson } from '../language/persons.js'
import type { Text } from '../model/index.js'
import { documentText } from './documents.js'
import { listed, sentenceCase, withArticle } from './english.js'
import { expandHome, type Home, isHome } from './home.js'
import { composeOrganisation, type Rendered, renderOrganisation } from './organisations.js'
import { renderPerson } from './persons.js'
import { composePhrase, isNamed } from './phrases.js'
import { romanised } from './pinyin.js'
import { describePlace, leadingPlaces, renderPlace } from './places.js'
import { readPost } from './posts.js'
import { renderRole } from './roles.js'
import { scopes } from './scopes.js'
import { keptFor, termsInUse } from './vocabulary.js'

/** Somebody in a sentence. */
export interface Party extends Omit<Rendered, 'basis'> {
  basis: Rendered['basis']
  /** True where the verb's subject is plural in English. */
  plural: boolean
  /** Nothing but pinyin, no part of it known. */
  isRaw?: boolean
  /** Where the party is only somewhere: a place (`in Hubei`), or a scope (`nationwide`). */
  place?: 'place' | 'scope'
}

const determined = /^(?:全[市省县区州国镇乡村]|各|广大|我[市省县区]|本[市省县区])/u

const partiesOf = keptFor(() => new WeakMap<Home, Map<string, Party>>())

/** Who does or gets something, as it stands inside an English sentence, with its article; kept for each home body. */
export function renderParty(zh: string, home: Home): Party {
  const parties = partiesOf()
  const known = parties.get(home) ?? new Map<string, Party>()
  parties.set(home, known)
  const party = known.get(zh) ?? partyOf(zh, home)
  known.set(zh, party)
  return party
}

function partyOf(zh: string, home: Home): Party {
  const cleaned = zh
    .replace(/[“”"]|[（(][^）)]{1,4}[）)]/gu, '')
    .replace(/^(?:号召|发动|动员|组织|经过?|由|通过|在|用于)(?=\p{Script=Han}{4})/u, '')
    .replace(/(?:分别|先后|率队|带队|带头|积极|主动|亲自|共同?)+$/u, '')
    .replace(/(?:等|等地|等单位)$/u, '')
    .trim()
  const text = expandHome(cleaned, home)
  if (isHome(text, home)) return { en: withArticle(home.en), basis: 'composed', plural: false }
  const person = namedPerson(text, home)
  if (person) return person
  const parts = text
    .split(/[、,，]|(?<=\p{Script=Han}{2})(?:和|及|以及|与)(?=\p{Script=Han}{2})/u)
    .map((part) => part.replace(/^其/u, ''))
    .filter((part) => part !== '')
  const hasBody = parts.some((part) => isNamed(part) && composeOrganisation(part) !== null)
  if (parts.length > 1 && (hasBody || composePhrase(text) === null)) {
    // Of a list those whom nothing is known of are left out, where another is known.
    const rendered = parts.map((part) => oneParty(part, home))
    const known = rendered.filter(({ isRaw }) => !isRaw)
    const all = known.length > 0 ? known : rendered
    if (known.length === 1 && known[0] && parts.length > 1)
      return { ...known[0], en: `${known[0].en} and others`, plural: true }
    return {
      ...(known.length === 0 && { isRaw: true }),
      en: listed(all.map(({ en }) => en)),
      basis: worst(all.map(({ basis }) => basis)),
      plural: true,
    }
  }
  return oneParty(text, home)
}

function oneParty(zh: string, home: Home): Party {
  const scope = scopes.get(zh)
  if (scope) return { en: scope, basis: 'terms', plural: false, place: 'scope' }
  const examples = /^(.+?)等(\p{Script=Han}{2,6})$/u.exec(zh)
  const kind = examples ? composePhrase(examples[2] ?? '', 'many') : null
  if (examples && kind) {
    const named = renderParty(examples[1] ?? '', home)
    return { ...named, en: `${named.en} and other ${kind.en}`.replace(/ and (?=.* and other )/, ', '), plural: true }
  }
  const unnamed = /^(.*?)某(\p{Script=Han}{2,4})$/u.exec(zh)
  const thing = unnamed ? composePhrase(unnamed[2] ?? '', 'one') : null
  if (unnamed && thing) {
    const where = unnamed[1] ? ` in ${renderPlace(unnamed[1])}` : ''
    return { en: `a ${thing.en}${where}`, basis: 'composed', plural: false }
  }
  const organ = /^(.+?)《(.+?)》(.*)$/u.exec(zh)
  if (organ?.[1]) {
    const owner = oneParty(organ[1], home)
    return { ...owner, en: `${documentText(organ[2] ?? '').en}, published by ${owner.en}` }
  }
  if (isHome(zh, home)) return { en: withArticle(home.en), basis: 'composed', plural: false }
  if (termsInUse().find(zh, 'name') || (!determined.test(zh) && isNamed(zh))) {
    const organisation = composeOrganisation(zh)
    if (organisation) return { ...organisation, en: withArticle(organisation.en), plural: false }
  }
  const { places, length } = leadingPlaces(zh, { shortCounties: true })
  if (places.length > 0 && length === zh.length) {
    const en = [...places].reverse().map((place) => place.en)
    return { en: en.join(', '), basis: 'composed', plural: false, place: 'place' }
  }
  const phrase = composePhrase(zh, 'many')
  if (phrase) return { en: phrase.en, basis: phrase.basis, plural: true }
  const organisation = composeOrganisation(zh)
  if (organisation) return { ...organisation, en: withArticle(organisation.en), plural: false }
  if (isPlaceByEnding(zh)) {
    return { en: describePlace(zh).en, basis: 'composed', plural: false, place: 'place' }
  }
  // A company with a name of its own is that company, not companies: 会员企业江岳市启明教育集团.
  const company = ownCompany(zh.replace(/^.{0,8}?(?:企业|单位|商户)(?=\p{Script=Han}{4})/u, ''))
  if (company) return { ...company, en: withArticle(company.en), plural: false }
  return describedPerson(zh) ?? inPlace(zh) ?? runOfNames(zh) ?? headOnly(zh) ?? { ...renderUnknown(zh), plural: false }
}

const placeEnding = /^(\p{Script=Han}{1,5}?)(?:市|县|区|州|村|镇|乡|街道|社区|小区)$/u

/** A place that no list has. A long name that holds a word is none: 新产品上市, 未摘帽县. */
function isPlaceByEnding(zh: string): boolean {
  const stem = placeEnding.exec(zh)?.[1] ?? ''
  if (stem.length < 2 || /^[未不各每该本全某其]/u.test(stem)) return false
  const terms = termsInUse()
  const holdsWord = [...stem].some((_, at) =>
    terms.wordsAt(stem, at).some((word) => word.length > 1 && terms.find(word, 'noun', 'verb', 'adjective')),
  )
  return stem.length < 4 || !holdsWord
}

function ownCompany(zh: string): Rendered | null {
  if (
    !/(?:公司|集团|银行|合作社|中心|养老院|福利院|基金会|协会|商会)$/u.test(zh) ||
    determined.test(zh) ||
    zh.length > 20 ||
    /的|贷款|[、，]/u.test(zh)
  )
    return null
  const named = composeOrganisation(zh, { loose: true })
  return named && !/\p{L}{17}/u.test(named.en) ? named : null
}

/** 县残联党组书记、理事长周晓岚: posts, then the name; a post of the home body says no more whose it is. */
function namedPerson(zh: string, home: Home): Party | null {
  for (const size of [3, 2, 4]) {
    const [head, name] = [zh.slice(0, -size), zh.slice(-size)]
    const posts = head.split('、')
    if (head.length < 2 || !mayBePerson(name) || !readPost(posts.at(-1) ?? '')) continue
    if (posts.length === 1 && composePhrase(head, 'one')?.domain === 'person') continue
    if (!posts.every((post) => readPost(post) || composePhrase(post, 'one')?.domain === 'person')) continue
    const whole = renderRole(head, home).en
    // Told without its organisation there is no home whose name could be left out.
    const role = home.en === '' ? whole : whole.replace(`, ${home.en}`, '')
    const isShort = !/,| and | of /.test(role)
    return {
      en: isShort ? `${role} ${renderPerson(name)}` : `${renderPerson(name)} (${role})`,
      basis: 'composed',
      plural: false,
    }
  }
  return null
}

/** 阿根廷侨领林海宁: what somebody is, then the name. */
function describedPerson(zh: string): Party | null {
  for (let size = zh.length - 2; size > 1; size--) {
    const name = zh.slice(size)
    if (name.length > 4) return null
    const what =
      composePhrase(zh.slice(0, size), 'one') ?? title(zh.slice(0, size)) ?? lastPost(zh.slice(0, size), name)
    // What stands behind its noun would run into the name: Lin Yuezhou (overseas Chinese with roots in Yunxiu).
    const isLong = what !== null && / (?:with roots in|living in|from|of|for) /.test(what.en)
    const person = renderPerson(name)
    if (what)
      return { en: isLong ? `${person} (${what.en})` : `${what.en} ${person}`, basis: 'composed', plural: false }
  }
  return null
}

/** Organisations side by side, the stroke between them lost, and what of theirs it was (专报件). */
function runOfNames(zh: string): Party | null {
  const names: string[] = []
  let rest = zh
  while (rest !== '') {
    const size = longestOrganisation(rest)
    if (size === 0) break
    names.push(withArticle(composeOrganisation(rest.slice(0, size))?.en ?? ''))
    rest = rest.slice(size)
  }
  const thing = rest === '' ? null : composePhrase(rest, 'many')
  if (names.length === 0 || (rest !== '' && !thing)) return null
  const en = listed(names)
  if (thing?.domain === 'person') return { en: `${thing.en} of ${en}`, basis: 'composed', plural: true }
  return { en: thing ? `${en} (${thing.en})` : en, basis: 'composed', plural: names.length > 1 }
}

function longestOrganisation(zh: string): number {
  for (let size = zh.length; size > 3; size--) {
    const found = composeOrganisation(zh.slice(0, size))
    if (found) return size
  }
  return 0
}

/** 白马梁镇残疾人: persons or bodies of a place that no list has. */
function inPlace(zh: string): Party | null {
  const place = /^\p{Script=Han}{2,4}?[省市县区州镇乡村]/u.exec(zh)?.[0] ?? ''
  const phrase = isPlaceByEnding(place) ? composePhrase(zh.slice(place.length), 'many') : null
  if (!phrase || !/^(?:person|organisation|mass)$/.test(phrase.domain)) return null
  return { en: `${phrase.en} in ${renderPlace(place)}`, basis: 'composed', plural: true }
}

/** 全省市场监管部门 without a term for 市场监管: departments; only for words that end in a known body or persons. */
function headOnly(zh: string): Party | null {
  for (let size = zh.length - 1; size > 1; size--) {
    const head = zh.length > 5 ? composePhrase(zh.slice(-size), 'many') : null
    if (head && /^(?:person|organisation)$/.test(head.domain) && !head.uncountable)
      return { en: head.en, basis: 'composed', plural: true }
  }
  return null
}

/** 市红十字会会长 before a name: the post or the kind of person alone, where what stands before it is not covered. */
function lastPost(zh: string, name: string): { en: string } | null {
  if (name.length > 3 || termsInUse().get(name).length > 0) return null
  for (let size = Math.min(zh.length - 1, 8); size > 1; size--) {
    const post = title(zh.slice(-size))
    if (post) return post
    const person = composePhrase(zh.slice(-size), 'one')
    if (person?.domain === 'person' && !person.uncountable) return person
  }
  return null
}

function title(zh: string): { en: string } | null {
  return termsInUse().find(zh, 'title') ?? null
}

function renderUnknown(zh: string): Omit<Party, 'plural'> {
  const organisation = composeOrganisation(zh, { loose: true })
  if (organisation) return { ...organisation, en: withArticle(organisation.en) }
  if (mayBePerson(zh)) return { en: renderPerson(zh), basis: 'composed' }
  return { en: romanised(zh), basis: 'pinyin', isRaw: true }
}

function worst(bases: readonly Rendered['basis'][]): Rendered['basis'] {
  if (bases.includes('pinyin')) return 'pinyin'
  return bases.includes('composed') ? 'composed' : (bases[0] ?? 'terms')
}

/** An organisation's name as a Text, without its article. */
export function organisationText(zh: string): Text {
  if (zh === '') return { zh, en: '', enBasis: 'none' }
  const general = composeOrganisation(zh) ?? composePhrase(zh, 'many')
  const { en, basis } = general ?? renderOrganisation(zh)
  return { zh, en: sentenceCase(en), enBasis: basis }
}
