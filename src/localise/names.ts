import type { Text } from '../model/index.js'
import { listed, withArticle } from './english.js'
import { composeOrganisation, type Rendered, renderOrganisation } from './organisations.js'
import { renderPerson } from './persons.js'
import { composePhrase } from './phrases.js'
import { romanised } from './pinyin.js'
import { leadingPlaces } from './places.js'
import { shippedTerms } from './terms.js'

/** Somebody in a sentence. */
export interface Party extends Omit<Rendered, 'basis'> {
  basis: Rendered['basis']
  /** True where the verb's subject is plural in English. */
  plural: boolean
}

/** The organisation that an article is about: its short names (市妇联, 省委会) get the same English as its full one. */
export interface Home {
  zh: string
  en: string
}

const determined = /^(?:全[市省县区州国镇乡村]|各|广大|我[市省县区]|本[市省县区])/u

/** Who does or gets something, as it stands inside an English sentence, with its article. */
export function renderParty(zh: string, home: Home): Party {
  const text = zh
    .replace(/[“”"]/gu, '')
    .replace(/(?:等|等地|等单位)$/u, '')
    .trim()
  if (isHome(text, home)) return { en: withArticle(home.en), basis: 'composed', plural: false }
  const parts = text
    .split(/[、,，]|(?<=\p{Script=Han}{2})(?:和|及|以及|与)(?=\p{Script=Han}{2})/u)
    .filter((part) => part !== '')
  if (parts.length > 1 && composePhrase(text) === null) {
    const all = parts.map((part) => oneParty(part, home))
    return { en: listed(all.map(({ en }) => en)), basis: worst(all.map(({ basis }) => basis)), plural: true }
  }
  return oneParty(text, home)
}

export function isHome(zh: string, home: Home): boolean {
  return zh.length > 1 && home.zh !== '' && home.zh.endsWith(zh)
}

function oneParty(zh: string, home: Home): Party {
  if (isHome(zh, home)) return { en: withArticle(home.en), basis: 'composed', plural: false }
  if (!determined.test(zh)) {
    const organisation = composeOrganisation(zh)
    if (organisation) return { ...organisation, en: withArticle(organisation.en), plural: false }
  }
  const { places, length } = leadingPlaces(zh, { shortCounties: true })
  if (places.length > 0 && length === zh.length) {
    const en = [...places].reverse().map((place) => place.en)
    return { en: listed([en.join(', ')]), basis: 'composed', plural: false }
  }
  const phrase = composePhrase(zh, 'many')
  if (phrase) return { en: phrase.en, basis: phrase.basis, plural: true }
  return describedPerson(zh) ?? { ...renderUnknown(zh), plural: false }
}

/** 阿根廷侨领林海宁: what somebody is, then the name. */
function describedPerson(zh: string): Party | null {
  for (let size = zh.length - 2; size > 1; size--) {
    const name = zh.slice(size)
    if (name.length > 4) return null
    const what = composePhrase(zh.slice(0, size), 'one') ?? title(zh.slice(0, size))
    if (what) return { en: `${what.en} ${renderPerson(name)}`, basis: 'composed', plural: false }
  }
  return null
}

function title(zh: string): { en: string } | null {
  return shippedTerms().find(zh, 'title') ?? null
}

function renderUnknown(zh: string): Rendered {
  const organisation = composeOrganisation(zh, { loose: true })
  if (organisation) return { ...organisation, en: withArticle(organisation.en) }
  return { en: romanised(zh), basis: 'pinyin' }
}

export function worst(bases: readonly Rendered['basis'][]): Rendered['basis'] {
  if (bases.includes('pinyin')) return 'pinyin'
  return bases.includes('composed') ? 'composed' : (bases[0] ?? 'terms')
}

/** An organisation's name as a Text, without its article. */
export function organisationText(zh: string): Text {
  if (zh === '') return { zh, en: '', enBasis: 'none' }
  const { en, basis } = renderOrganisation(zh)
  return { zh, en, enBasis: basis }
}
