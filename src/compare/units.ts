import type { LensMeasure } from '../model/index.js'

/**
 * Units that never stand for one another, whatever a lens lists together: measures of weight, volume, area, length and
 * time, currencies, and containers (a box is not a piece). Aliases of one unit share a class.
 */
const fixed = new Map<string, string>()
for (const aliases of [
  '吨',
  '公斤 千克 kg KG',
  '斤 市斤',
  '克 g',
  '升 L',
  '毫升 ml ML mL cc',
  '平方米 ㎡ 平米',
  '平方公里',
  '亩',
  '公顷',
  '公里 千米 km',
  '米',
  '小时',
  '分钟',
  '天 日',
  '元 块 块钱 人民币',
  '美元',
  '欧元',
  '港元 港币',
  '澳门元',
  '日元',
  '英镑',
  '澳元',
  '加元',
  '新加坡元',
  '% ％',
  '个百分点 百分点',
  '盒',
  '包',
  '箱',
  '袋',
  '瓶',
  '桶',
  '壶',
  '提',
  '车',
  '批 批次',
]) {
  const [name = '', ...others] = aliases.split(' ')
  for (const alias of [name, ...others]) fixed.set(alias, name)
}

const heads = new Set(['名', '人', '位'])
const occurrences = new Set(['次', '人次', '户次', '家次', '个次', '场次'])

/**
 * The class of a printed unit within a measure: facts of one class may stand in one row. The lens's list of units is one
 * class (个 只 枚), with four exceptions that no lens can lift: the units of `fixed`; persons and person-times (名, 人次);
 * units that the lens does not list; and supplies that the lens calls not additive, whose units count unlike things.
 * `base` is the class of the lens's own unit; a lost unit belongs to it.
 */
export function unitClass(unit: string | null, measure: LensMeasure): string {
  const own = rawClass(measure.unit.zh, measure)
  const found = unit === null ? own : rawClass(unit, measure)
  return found === own ? 'base' : found
}

function rawClass(unit: string, measure: LensMeasure): string {
  const name = fixed.get(unit)
  if (name !== undefined) return name
  if (measure.family === 'supplies' && !measure.additive) return unit
  if (!accepts(measure, unit)) return unit
  if (occurrences.has(unit) && measure.units.some((other) => heads.has(other))) return '人次'
  return 'listed'
}

/** A measure without a list takes any unit, unless it counts goods or money. */
function accepts(measure: LensMeasure, unit: string): boolean {
  if (measure.units.length > 0) return measure.units.includes(unit) || unit === measure.unit.zh
  return measure.family !== 'supplies' && measure.family !== 'money'
}

/** The class of a unit where no measure speaks for it. */
export function plainClass(unit: string | null): string {
  if (unit === null) return ''
  return fixed.get(unit) ?? unit
}

/** True where two measures count in a common unit, so that one can be a kind of the other (surgical masks, masks). */
export function shareUnits(a: LensMeasure, b: LensMeasure): boolean {
  return a.additive === b.additive && a.family === b.family && a.units.some((unit) => b.units.includes(unit))
}
