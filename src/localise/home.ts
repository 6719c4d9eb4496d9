import { namesBody } from '../language/same-body.js'
import { shortDivisionNames } from './place-names.js'
import { leadingPlaces } from './places.js'
import { keptFor } from './vocabulary.js'

/** The organisation that an article is about: its short names (市妇联, 省委会) get the same English as its full one. */
export interface Home {
  zh: string
  en: string
}

/** 市妇联党组 in an article of 铜仁市妇联 is 铜仁市妇联党组; another city's 贵阳市妇联 stays what it is. */
export function expandHome(zh: string, home: Home): string {
  const short = shortName(home)
  if (short === '' || !zh.includes(short)) return zh
  return zh.replaceAll(short, (match, at: number) => {
    const before = zh.slice(0, at)
    const isOther = [2, 3, 4].some((size) => shortDivisionNames().has(before.slice(-size)))
    const isWhole = before.endsWith(home.zh.slice(0, -short.length))
    return isOther || isWhole || /[全各我本该]$/u.test(before) ? match : home.zh
  })
}

/** The level and kind of a body without its place: 市妇联. */
export function shortName(home: Home): string {
  const known = shortNames().get(home.zh)
  if (known !== undefined) return known
  const short = findShortName(home)
  shortNames().set(home.zh, short)
  return short
}

const shortNames = keptFor(() => new Map<string, string>())

function findShortName({ zh }: Home): string {
  // A place that no list has is known by its ending.
  const length =
    leadingPlaces(zh).length || (/^\p{Script=Han}{2,3}?[省市区县州](?=\p{Script=Han}{2})/u.exec(zh)?.[0].length ?? 0)
  const level = /[省市区县州]$/u.exec(zh.slice(0, length))?.[0]
  const rest = zh.slice(length)
  return level && rest.length > 1 ? level + rest : ''
}

/** 该局, 街道 in a report of a 街道: the body by its kind alone. */
const byKind = /^(?:该|本|我)(局|院|校|会|厅|委|处|所|站|行|公司|集团|中心|街道|社区|镇|乡|村)$|^(街道|社区)$/u

export function isHome(zh: string, home: Home): boolean {
  const kind = byKind.exec(zh)
  return namesBody(zh, home.zh) || (kind !== null && home.zh.endsWith(kind[1] ?? kind[2] ?? '-'))
}
