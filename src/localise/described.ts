import type { GrammaticalNumber, NounPhrase } from './noun-phrase.js'
import { describePlace, leadingPlaces } from './places.js'
import { termsInUse } from './vocabulary.js'

type Compose = (zh: string, number: GrammaticalNumber) => NounPhrase | null

/** 云岫籍侨胞, 旅居意大利侨胞, 全国五一劳动奖章获得者: people told apart by where they are from or what they were given. */
export function describedPeople(zh: string, number: GrammaticalNumber, compose: Compose): NounPhrase | null {
  return fromPlace(zh, number, compose) ?? livingIn(zh, number, compose) ?? honoured(zh, number, compose)
}

const provinces: Record<string, string> = Object.fromEntries(
  (
    '京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 吉吉林 黑黑龙江 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北 ' +
    '湘湖南 粤广东 桂广西 琼海南 川四川 蜀四川 黔贵州 滇云南 藏西藏 陕陕西 秦陕西 甘甘肃 陇甘肃 青青海 宁宁夏 新新疆 港香港 ' +
    '澳澳门 台台湾'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

function placeName(zh: string): string | null {
  const full = provinces[zh] ?? zh
  const { places, length } = leadingPlaces(full, { shortCounties: true })
  if (length === full.length) return places.at(-1)?.name ?? null
  return /^\p{Script=Han}{2}$/u.test(full) && !/[向对与海外内各全本]/u.test(full) ? describePlace(full).name : null
}

/** 湘籍企业家 → entrepreneurs from Hunan; those who live abroad have roots there. */
function fromPlace(zh: string, number: GrammaticalNumber, compose: Compose): NounPhrase | null {
  const match = /^(?:海外|广大|各地|全体)*(\p{Script=Han}{1,4}?)籍(?:的)?(\p{Script=Han}{2,12})$/u.exec(zh)
  const people = match ? compose(match[2] ?? '', number) : null
  const place = match ? placeName(match[1] ?? '') : null
  if (!people || !place || people.domain !== 'person' || match?.[1] === '外') return null
  const abroad = /overseas|abroad/.test(people.en)
  return { ...people, en: `${people.en} ${abroad ? 'with roots in' : 'from'} ${place}`, basis: 'composed' }
}

/** 旅居意大利侨胞 → overseas Chinese living in Italy. */
function livingIn(zh: string, number: GrammaticalNumber, compose: Compose): NounPhrase | null {
  const match = /^(?:旅居|侨居|定居|常住)(\p{Script=Han}+)$/u.exec(zh)
  const rest = match?.[1] ?? ''
  const { places, length } = leadingPlaces(rest)
  const people = length > 0 ? compose(rest.slice(length).replace(/^的/u, ''), number) : null
  if (people?.domain !== 'person') return null
  return { ...people, en: `${people.en} living in ${places.at(-1)?.name ?? ''}`, basis: 'composed' }
}

const scopes: Record<string, string> = {
  全国: 'National',
  国家: 'National',
  全省: 'Provincial',
  省: 'Provincial',
  全市: 'Municipal',
  市: 'Municipal',
  全区: 'District',
  区: 'District',
  全县: 'County',
  县: 'County',
}

/** 全国五一劳动奖章(获得者) → (holders of the) National May Day Labour Medal; 省三八红旗手 → Provincial … Pacesetters. */
function honoured(zh: string, number: GrammaticalNumber, compose: Compose): NounPhrase | null {
  const match = /^(.*?)(?:荣誉称号|称号)?(获得者|得主)?$/u.exec(zh)
  const name = match?.[1] ?? ''
  for (let at = 0; at < name.length - 2; at++) {
    const honour = termsInUse().find(name.slice(at), 'noun')
    if (honour?.domain !== 'honour') continue
    const scope = scopeName(name.slice(0, at))
    const plural = match?.[2] === undefined ? compose(name.slice(at), number) : null
    const en = plural?.en ?? honour.en
    if (scope === null || (at === 0 && plural)) return null
    const named = `${scope} ${en}`.trim()
    const holders = plural ? named : `${number === 'many' ? 'holders' : 'holder'} of the ${named}`
    const isPerson = plural === null || /手|模范|标兵|个人|员|者|能手$/u.test(name)
    return { en: holders, basis: 'composed', uncountable: false, domain: isPerson ? 'person' : (plural?.domain ?? '') }
  }
  return null
}

function scopeName(zh: string): string | null {
  if (zh === '') return ''
  const known = scopes[zh]
  if (known) return known
  const { places, length } = leadingPlaces(zh)
  const place = places.at(-1)
  if (place && length === zh.length) return place.level === 'province' ? `${place.name} Provincial` : place.name
  return /^\p{Script=Han}{2,3}[省市县区]$/u.test(zh) ? describePlace(zh).en : null
}
