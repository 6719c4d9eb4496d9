import { capitalised, listed } from './english.js'
import { joined, syllables } from './pinyin.js'
import { type DivisionName, divisionNames, shortDivisionNames } from './place-names.js'
import { remembered } from './remembered.js'
import type { TermBase } from './terms.js'
import { termsInUse } from './vocabulary.js'

type PlaceLevel = 'country' | 'province' | 'city' | 'county' | 'local'

/** One place of a chain such as 福建省福清市. */
export interface Place {
  zh: string
  /** As a reader sees it: Fujian Province, Tongren, Shiqian County. */
  en: string
  /** Without its generic: Fujian, Tongren, Shiqian. */
  name: string
  level: PlaceLevel
  /** True where the division is a city or municipality (市): organisations of it are "municipal". */
  municipal: boolean
}

/** Generic endings, longest first, and their English; `level` of what they name. */
const generics: [string, string, PlaceLevel][] = [
  ['高新技术产业开发区', 'High-tech Industrial Development Zone', 'county'],
  ['经济技术开发区', 'Economic and Technological Development Zone', 'county'],
  ['风景名胜区', 'Scenic Area', 'local'],
  ['经济开发区', 'Economic Development Zone', 'county'],
  ['特别行政区', 'Special Administrative Region', 'province'],
  ['综合保税区', 'Comprehensive Bonded Zone', 'county'],
  ['工业园区', 'Industrial Park', 'county'],
  ['产业园区', 'Industrial Park', 'county'],
  ['高新区', 'High-tech Zone', 'county'],
  ['经开区', 'Economic Development Zone', 'county'],
  ['开发区', 'Development Zone', 'county'],
  ['保税区', 'Bonded Zone', 'county'],
  ['示范区', 'Demonstration Zone', 'county'],
  ['自贸区', 'Free Trade Zone', 'county'],
  ['管理区', 'Administrative Zone', 'county'],
  ['工业园', 'Industrial Park', 'local'],
  ['产业园', 'Industrial Park', 'local'],
  ['自治区', 'Autonomous Region', 'province'],
  ['自治州', 'Autonomous Prefecture', 'city'],
  ['自治县', 'Autonomous County', 'county'],
  ['自治旗', 'Autonomous Banner', 'county'],
  ['民族乡', 'Ethnic Township', 'local'],
  ['路街道', 'Road Subdistrict', 'local'],
  ['街道', 'Subdistrict', 'local'],
  ['社区', 'Community', 'local'],
  ['新区', 'New Area', 'county'],
  ['特区', 'Special District', 'county'],
  ['林区', 'Forestry District', 'county'],
  ['矿区', 'Mining District', 'county'],
  ['地区', 'Prefecture', 'city'],
  ['大道', 'Avenue', 'local'],
  ['苏木', 'Sum', 'local'],
  ['林场', 'Forest Farm', 'local'],
  ['农场', 'Farm', 'local'],
  ['省', 'Province', 'province'],
  ['市', '', 'city'],
  ['县', 'County', 'county'],
  ['区', 'District', 'county'],
  ['旗', 'Banner', 'county'],
  ['盟', 'League', 'city'],
  ['州', 'Prefecture', 'city'],
  ['镇', 'Town', 'local'],
  ['乡', 'Township', 'local'],
  ['村', 'Village', 'local'],
  ['路', 'Road', 'local'],
  ['街', 'Street', 'local'],
  ['屯', 'Hamlet', 'local'],
]

/** In place names 都 is du, 什 shi, 厂 chang; the library often has the reading of the common word. */
const readings: Record<string, string> = { 都: 'du', 什: 'shi', 厂: 'chang', 陂: 'pi', 埔: 'pu', 棱: 'ling', 浒: 'hu' }

/** Where a run of pinyin may be taken for a generic name: words that are never a place on their own. */
const neverNames = /[的了在和与为对等各全本我这那某该共及\d、，。]|一线|社会|地方|当地|基层|农村|乡村|城市|小区$/u

function bareName(zh: string, terms: TermBase): string {
  const known = terms.find(zh, 'place')
  if (known) return known.en
  const parts = syllables(zh)
  return joined([...zh].map((character, index) => readings[character] ?? parts[index] ?? ''))
}

/** Ethnic groups at the end of 酉阳土家族苗族: `['Tujia', 'Miao']` and what stands before them. */
function splitPeoples(zh: string, terms: TermBase): { base: string; peoples: string[] } {
  const peoples: string[] = []
  let base = zh
  for (;;) {
    const size = [5, 4, 3, 2, 1].find(
      (length) => base.length - length >= 2 && terms.find(base.slice(-length), 'people'),
    )
    if (size === undefined) return { base, peoples }
    peoples.unshift(terms.find(base.slice(-size), 'people')?.en ?? '')
    base = base.slice(0, -size)
  }
}

/** A single place, by its administrative name or by the rules for generic endings. */
export const describePlace = remembered((zh): Place => {
  const terms = termsInUse()
  const exact = terms.find(zh, 'place')
  const division = divisionNames().get(zh) ?? shortDivisionNames().get(zh)
  const full = division?.full ?? zh
  const generic = generics.find(([ending]) => full.length > ending.length && full.endsWith(ending))
  const level = exact?.domain === 'country' ? 'country' : (generic?.[2] ?? (division ? 'city' : 'local'))
  const municipal = full.endsWith('市')
  if (exact) return { zh, en: exact.en, name: exact.en.replace(/ (Province|County|District)$/, ''), level, municipal }
  // A short form (石阡) stays short in English too.
  if (!generic || (division && division.full !== zh)) {
    const name = bareName(zh, terms)
    return { zh, en: name, name, level, municipal }
  }
  return { zh, level, municipal, ...named(zh, generic, terms) }
})

function named(
  zh: string,
  [ending, english]: [string, string, PlaceLevel],
  terms: TermBase,
): { en: string; name: string } {
  const stem = zh.slice(0, -ending.length)
  if (/^自治|^民族/.test(ending)) {
    const { base, peoples } = splitPeoples(stem, terms)
    const name = bareName(base, terms)
    return { name, en: [name, listed(peoples), english].filter((word) => word !== '').join(' ') }
  }
  if (ending === '区' && stem.length > 3 && stem.endsWith('族')) {
    const { base, peoples } = splitPeoples(stem, terms)
    const name = bareName(base, terms)
    return { name, en: `${name} ${listed(peoples)} District` }
  }
  const banner = /^(.+?)(左翼|右翼)?(左|右)?(前|中|后)?$/u.exec(stem)
  if (ending === '旗' && banner) return bannerName(banner, terms)
  // 祁县 is Qixian County: a name of one syllable keeps its generic.
  if (stem.length === 1 && english !== '') {
    const name = bareName(zh, terms)
    return { name, en: `${name} ${english}` }
  }
  const name = bareName(stem, terms)
  return { name, en: english === '' ? name : `${name} ${english}` }
}

const bannerWords: Record<string, string> = {
  左翼: 'Left Wing',
  右翼: 'Right Wing',
  左: 'Left',
  右: 'Right',
  前: 'Front',
  中: 'Middle',
  后: 'Rear',
}

function bannerName(match: RegExpExecArray, terms: TermBase): { en: string; name: string } {
  const name = bareName(match[1] ?? '', terms)
  const words = match.slice(2).map((word) => (word ? (bannerWords[word] ?? '') : ''))
  return { name, en: [name, ...words, 'Banner'].filter((word) => word !== '').join(' ') }
}

export interface Leading {
  places: readonly Place[]
  length: number
}

/**
 * The chain of places at the beginning of a text, most general first, and how many characters it takes: 福建省福清市…
 * County names without their ending (石阡) count only with `shortCounties`, being ordinary words too often.
 */
export function leadingPlaces(zh: string, { shortCounties = false } = {}): Leading {
  return shortCounties ? withShortCounties(zh) : withoutShortCounties(zh)
}

const withShortCounties = remembered((zh) => chainOf(zh, true))
const withoutShortCounties = remembered((zh) => chainOf(zh, false))

function chainOf(zh: string, shortCounties: boolean): Leading {
  const places: Place[] = []
  let at = 0
  for (;;) {
    const size = leadingPlace(zh.slice(at), shortCounties, places.length > 0)
    if (size === 0) return { places, length: at }
    places.push(describePlace(zh.slice(at, at + size)))
    at += size
  }
}

function leadingPlace(zh: string, shortCounties: boolean, inside: boolean): number {
  const terms = termsInUse()
  for (let size = Math.min(16, zh.length); size > 1; size--) {
    const piece = zh.slice(0, size)
    const division = divisionNames().has(piece)
    const short = shortDivisionNames().get(piece)
    const term = terms.find(piece, 'place')
    if (!division && !short && !term) continue
    const rest = zh.slice(size)
    // 临汾路 is a road, 北京路街道 a subdistrict: not the city they are named after.
    if (/^(?:路|街道|大道|大街)/u.test(rest)) continue
    // 上海市场 is a market, 上海市民 are people.
    if (/市$/u.test(piece) && /^(?:场(?!所)|民(?!政))/u.test(rest)) continue
    if (division) return size
    if (/^(?:镇|乡|村|社区)/u.test(rest)) continue
    if (short && (shortCounties || inside || short.level !== 'county')) return size + abbreviatedGeneric(short, rest)
    if (term) return size
  }
  return localPlace(zh, inside)
}

/** 酉阳县 for 酉阳土家族苗族自治县: the generic that a short name is given in common use; not the 省 of 省委. */
function abbreviatedGeneric(division: DivisionName, rest: string): number {
  return division.full.includes('自治') && /^[县州区](?!委)/u.test(rest) ? 1 : 0
}

/** A town, subdistrict or village by rule: behind a known place any, at the beginning only a subdistrict or community. */
function localPlace(zh: string, inside: boolean): number {
  const pattern = inside
    ? /^([\p{Script=Han}]{1,5}?)(路街道|民族乡|街道|社区|[镇乡村县区](?!街道|社区)|市(?!委|政|场|民))/u
    : /^([\p{Script=Han}]{2,5}?)(路街道|街道|社区)/u
  const match = pattern.exec(zh)
  if (!match || neverNames.test(match[1] ?? '') || /^[省市区县州]|^街道/u.test(zh)) return 0
  return match[0].length
}

/** A text that is all place, by its generic endings alone: 和安县梅花镇. */
function byEndings(zh: string): { places: Place[]; length: number } {
  const parts = zh.match(/\p{Script=Han}{2,}?(?:省|市|县|区|路街道|街道|镇|乡|社区|村)/gu) ?? []
  const whole = parts.length > 1 && parts.join('') === zh
  return whole ? { places: parts.map((part) => describePlace(part)), length: zh.length } : { places: [], length: 0 }
}

const homeLevels: Record<string, string> = {
  省: 'the province',
  市: 'the city',
  县: 'the county',
  区: 'the district',
  自治区: 'the autonomous region',
  中国: 'China',
  全国: 'China',
}

/** A place text in English, most particular first: 重庆市酉阳县 → Youyang County, Chongqing. */
export function renderPlace(zh: string): string {
  const own = homeLevels[zh]
  if (own) return own
  const leading = leadingPlaces(zh, { shortCounties: true })
  const { places, length } = leading.length === zh.length ? leading : byEndings(zh)
  const rest = zh.slice(length)
  if (places.length === 0) return describePlace(zh).en
  if (rest !== '') return capitalised(describePlace(zh).en)
  return [...places]
    .reverse()
    .map((place) => place.en)
    .join(', ')
}
