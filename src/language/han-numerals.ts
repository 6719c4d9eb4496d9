const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  半: 0.5,
}
const tens: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const characters = new Set([...Object.keys(digits), ...Object.keys(tens), ...'万亿兆廿卅几数'])

/** A character that a Han numeral may begin with or hold; 几 and 数 only before a multiplier. */
export function isHanNumeral(character: string | undefined): boolean {
  return character !== undefined && characters.has(character)
}

interface Reading {
  value: number
  /** 七八百: two neighbouring digits stand for a range. */
  upper: number | null
}

/** What a run of Han numerals says: 三百二十 320, 两万五 25000, 二〇二〇 2020, 七八百 700–800, 千万 10⁷. */
export function hanValue(run: string): Reading {
  if (!/[十百千万亿兆拾佰仟廿卅]/.test(run)) return digitString(run)
  const pair = /(三)(五)|([一二两三四五六七八])([二两三四五六七八九])/.exec(run)
  const [low = '', high = ''] = [pair?.[1] ?? pair?.[3], pair?.[2] ?? pair?.[4]]
  const apart = (digits[high] ?? 0) - (digits[low] ?? 0)
  // 三五十人: the one pair that leaves a number out
  if (pair && (apart === 1 || low + high === '三五')) {
    const before = run.slice(0, pair.index)
    const after = run.slice(pair.index + 2)
    return { value: grouped(before + low + after), upper: grouped(before + high + after) }
  }
  return { value: grouped(run), upper: null }
}

function digitString(run: string): Reading {
  const values = [...run].map((character) => digits[character] ?? 0)
  const [first = 0, second] = values
  const near = second === first + 1 || run === '三五'
  if (values.length === 2 && first > 0 && second !== undefined && near) return { value: first, upper: second }
  if (values.includes(0.5)) return { value: values.reduce((sum, each) => sum + each, 0), upper: null }
  return { value: values.reduce((sum, each) => sum * 10 + each, 0), upper: null }
}

const groups: [string, number][] = [
  ['兆', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
]

function grouped(run: string): number {
  for (const [letter, by] of groups) {
    const at = run.lastIndexOf(letter)
    if (at < 0) continue
    const left = at === 0 ? 1 : grouped(run.slice(0, at))
    return left * by + rest(run.slice(at + 1), by)
  }
  return section(run)
}

/** What follows a multiplier: 两万五 is 25000, 两万零五 is 20005. */
function rest(run: string, by: number): number {
  if (run === '') return 0
  const only = run.length === 1 ? digits[run] : undefined
  return only !== undefined ? (only * by) / 10 : grouped(run)
}

function section(run: string): number {
  let sum = 0
  let digit = -1
  let last = 0
  let zero = false
  for (const character of run) {
    const by = tens[character]
    if (by !== undefined) {
      sum += (digit < 0 ? 1 : digit) * by
      digit = -1
      last = by
      zero = false
    } else if (character === '廿' || character === '卅') {
      sum += character === '廿' ? 20 : 30
      last = 10
    } else {
      digit = (digit < 0 ? 0 : digit * 10) + (digits[character] ?? 0)
      zero ||= character === '零' || character === '〇'
    }
  }
  if (digit < 0) return sum
  const colloquial = last > 10 && !zero && digit >= 1
  return sum + (colloquial ? (digit * last) / 10 : digit)
}
