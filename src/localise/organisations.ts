import { listed, withArticle } from './english.js'
import { adjectiveOf, bare, bareOf, carriesLevel, filled, filledAt, placeName, squeezed } from './kind-wording.js'
import { levels, ownName } from './own-names.js'
import { romanised } from './pinyin.js'
import { describePlace, leadingPlaces } from './places.js'
import { placesBefore, unlistedPlace, wholePlace } from './places-in-names.js'
import type { Term } from './terms.js'
import { keptFor, termsInUse } from './vocabulary.js'

export interface Rendered {
  en: string
  basis: 'terms' | 'composed' | 'pinyin'
}

const memoryInUse = keptFor(() => new Map<string, Rendered | null>())

/**
 * An organisation built from place, level and kind, nested ones included (中共福建省委办公厅); null where a part of the
 * name is not covered. With `loose`, the uncovered part of a company's, hospital's or school's name becomes pinyin.
 */
export function composeOrganisation(zh: string, { loose = false } = {}): Rendered | null {
  const key = `${loose ? '~' : '='}${zh}`
  const memory = memoryInUse()
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = compose(zh.trim(), loose)
  memory.set(key, made)
  return made
}

/** An organisation's English, always: composed, else pinyin. */
export function renderOrganisation(zh: string): Rendered {
  const parts = zh.split(/[、,，]|和(?=\p{Script=Han}{2})/u)
  if (parts.length > 1 && !composeOrganisation(zh)) {
    const all = parts.map((part) => renderOrganisation(part))
    return {
      en: listed(all.map(({ en }) => en)),
      basis: all.some(({ basis }) => basis === 'pinyin') ? 'pinyin' : 'composed',
    }
  }
  return composeOrganisation(zh) ?? composeOrganisation(zh, { loose: true }) ?? { en: romanised(zh), basis: 'pinyin' }
}

function compose(zh: string, loose: boolean): Rendered | null {
  const terms = termsInUse()
  const exact = terms.find(zh, 'name')
  if (exact) return { en: exact.en, basis: 'terms' }
  // 临汾路街道, 杨浦区江浦路街道: an office that is called by its place.
  const place = zh.endsWith('街道') ? wholePlace(zh) : null
  if (place) return { en: placeName(place), basis: 'composed' }
  for (let size = Math.min(zh.length, terms.longest); size > 0; size--) {
    const suffix = terms.find(zh.slice(-size), 'kind', 'organ')
    if (!suffix || (size === zh.length && suffix.pos === 'organ')) continue
    const en = withKind(zh.slice(0, -size), suffix, loose)
    if (en !== null) return en
  }
  return placedName(zh) ?? byTopic(zh) ?? departmentOf(zh)
}

/** Endings of offices whose field is told by ordinary words: 社会保障局, 政务服务中心. */
const offices: [string, string, boolean][] = [
  ['工作领导小组', 'Leading Group', true],
  ['领导小组', 'Leading Group', true],
  ['应急指挥部', 'Emergency Command', true],
  ['工作指挥部', 'Command', true],
  ['指挥部', 'Command', true],
  ['委员会', 'Commission', false],
  ['管理局', 'Administration', false],
  ['办公室', 'Office', false],
  ['中心', 'Centre', false],
  ['局', 'Bureau', false],
  ['厅', 'Department', false],
  ['委', 'Commission', false],
]

/** 四川省社会保障局 → Sichuan Provincial Social Security Bureau; 应对…疫情指挥部 → Command for …. */
function byTopic(zh: string): Rendered | null {
  const office = offices.find(([ending]) => zh.length > ending.length + 1 && zh.endsWith(ending))
  if (!office) return null
  const [ending, english, isFor] = office
  const head = zh.slice(0, -ending.length)
  const { places, length } = leadingPlaces(head, { shortCounties: true })
  const level = length === 0 ? levels[head.charAt(0)] : undefined
  const field = head.slice(length + (level ? 1 : 0)).replace(/^应对/u, '')
  const words = field.length > 1 ? ownName(field, false) : null
  const where = places.at(-1)
  if (!words || (places.length === 0 && !level)) return null
  const place = where ? adjectiveOf(where, true, '') : level
  const en = isFor ? `${place} ${english} for ${words.en}` : `${place} ${words.en} ${english}`
  return { en: squeezed(en), basis: 'composed' }
}

const departments: [string, string][] = [
  ['部', 'Department'],
  ['司', 'Department'],
  ['局', 'Bureau'],
  ['处', 'Division'],
  ['科', 'Section'],
  ['室', 'Office'],
  ['组', 'Group'],
]

/** 江苏省妇联家庭儿童部: a department of a known body, its field told by ordinary words. */
function departmentOf(zh: string): Rendered | null {
  const [ending, english] = departments.find(([one]) => zh.endsWith(one)) ?? ['', '']
  if (ending === '') return null
  for (let size = zh.length - 3; size > 2; size--) {
    const field = ownName(zh.slice(size, -1), false)
    const owner = field && composeOrganisation(zh.slice(0, size))
    if (owner) return { en: `${field.en} ${english} of ${withArticle(owner.en)}`, basis: 'composed' }
  }
  return null
}

/** 中国银行铜仁 or 新华社贵州: a known name and the place it is in. */
function placedName(zh: string): Rendered | null {
  const terms = termsInUse()
  for (let size = Math.min(zh.length - 2, terms.longest); size > 1; size--) {
    const name = terms.find(zh.slice(0, size), 'name')
    const place = name ? wholePlace(zh.slice(size)) : null
    if (name && place) return { en: `${name.en}, ${placeName(place)}`, basis: 'composed' }
  }
  return null
}

function withKind(head: string, kind: Term, loose: boolean): Rendered | null {
  if (kind.pos === 'organ') return ofOrganisation(head, kind, loose)
  if (head === '') return { en: bare(kind), basis: 'terms' }
  const level = levels[head]
  if (level) return { en: filled(kind.en, level, ''), basis: 'composed' }
  const party = ofParty(head, kind)
  if (party) return party
  const places = wholePlace(kind.zh.startsWith('街道') ? `${head}街道` : head)
  if (places) return { en: filledAt(kind, places), basis: 'composed' }
  const unlisted = unlistedPlace(head, kind)
  if (unlisted) return { en: filledAt(kind, unlisted), basis: 'composed' }
  return ofOrganisation(head, kind, loose) ?? ofBrand(head, kind, loose)
}

/** 致公党福建 + 省委会: a committee of a party, at a place. */
function ofParty(head: string, kind: Term): Rendered | null {
  if (kind.domain !== 'committee') return null
  const terms = termsInUse()
  for (let size = Math.min(head.length, 8); size > 1; size--) {
    const party = terms.find(head.slice(0, size), 'name')
    if (party?.domain !== 'party') continue
    const rest = head.slice(size)
    const places = rest === '' ? [] : (wholePlace(rest) ?? unlistedPlace(rest, kind))
    if (places === null && !levels[rest]) continue
    const where = places?.at(-1)
    const adjective = where ? adjectiveOf(where, true, kind.zh) : (levels[rest] ?? '')
    const committee = squeezed(kind.en.replace('CPC ', '').replaceAll(/\{\w+\}/g, adjective))
    const en = party.en === 'CPC' ? squeezed(`CPC ${adjective} ${bareOf(kind.en)}`) : `${committee} of the ${party.en}`
    return { en, basis: 'composed' }
  }
  return null
}

/** An organ or a kind inside another organisation: General Office of the …, Party Branch of the …. */
function ofOrganisation(head: string, kind: Term, loose: boolean): Rendered | null {
  const level = levels[head]
  if (level && kind.pos === 'organ') return { en: `${level} ${kind.en}`, basis: 'composed' }
  if (kind.pos === 'kind' && carriesLevel.test(kind.zh)) return null
  const branch = branchOf(head, kind)
  if (branch) return branch
  const owner = head.length > 1 ? composeOrganisation(head, { loose }) : null
  if (!owner) return organAtPlace(head, kind)
  const en = kind.en.includes('{owner}')
    ? kind.en.replace('{owner}', owner.en)
    : `${bareOf(kind.en)} of ${withArticle(owner.en)}`
  return { en, basis: owner.basis === 'pinyin' ? 'pinyin' : 'composed' }
}

/** 中国银行铜仁 + 分行, 国家税务总局重庆市 + 税务局: a body of a known one at a place. */
function branchOf(head: string, kind: Term): Rendered | null {
  const part = partAt(head, kind)
  if (part || kind.pos === 'organ') return part
  const terms = termsInUse()
  for (let size = Math.min(head.length - 1, terms.longest); size > 1; size--) {
    const name = terms.find(head.slice(0, size), 'name')
    const places = name ? wholePlace(head.slice(size)) : null
    if (!name || !places) continue
    const own = filledAt(kind, places)
    return { en: kind.domain === 'brand' ? `${name.en}, ${own}` : `${own}, ${name.en}`, basis: 'composed' }
  }
  return null
}

/** Parts of a body that have a place of their own inside its. */
const parts = /^(?:支会|分会|支部|总支|党支部|分局|分队|支队|大队|总队|工作站|办事处)$/u

/** 石阡县妇联汤山镇支会, 南京市公安局鼓楼分局, 蓝天救援队云岫分队. */
function partAt(head: string, kind: Term): Rendered | null {
  if (!parts.test(kind.zh)) return null
  for (let size = head.length - 2; size > 1; size--) {
    const rest = head.slice(size)
    const places = wholePlace(rest) ?? (/^\p{Script=Han}{2}$/u.test(rest) ? [describePlace(rest)] : null)
    const owner = places && composeOrganisation(head.slice(0, size))
    const where = places?.at(-1)
    if (owner && where) return { en: `${where.en} ${bareOf(kind.en)} of ${withArticle(owner.en)}`, basis: owner.basis }
  }
  return null
}

function organAtPlace(head: string, kind: Term): Rendered | null {
  if (kind.pos !== 'organ') return null
  const places = wholePlace(head)
  const where = places?.at(-1)
  if (!places || !where) return null
  // 江城市防控工作领导小组: a group of the level.
  if (/^Leading Group/.test(kind.en)) return { en: `${adjectiveOf(where, true, '')} ${kind.en}`, basis: 'composed' }
  return { en: `${bareOf(kind.en)} of ${placeName(places)}`, basis: 'composed' }
}

/** 武汉金银潭医院: a place, a name of its own, a kind. The own name is pinyin unless it is a term. */
function ofBrand(head: string, kind: Term, loose: boolean): Rendered | null {
  if (!/brand|ordinal/.test(kind.domain)) return null
  const { places, length } = placesBefore(head)
  const own = head.slice(length)
  const words = ownName(own, loose && kind.domain === 'brand', /[协商学]会$|联合会$|委员会$/u.test(kind.zh))
  if (words === null) return null
  const where = places.at(-1)
  const isSmall = where?.level === 'county' || where?.level === 'local'
  const name = isSmall && /小学|中学|学校|幼儿园|卫生|医院|中心$/u.test(kind.zh) ? where.en : (where?.name ?? '')
  const place = where ? (kind.en.includes('{Municipal}') ? adjectiveOf(where, true, kind.zh) : name) : ''
  const { en, pinyin } = words
  return { en: squeezed(`${place} ${en} ${bareOf(kind.en)}`), basis: pinyin ? 'pinyin' : 'composed' }
}
