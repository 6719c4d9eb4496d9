import { unitKind } from '../language/measure-words.js'
import type { LensMeasure, Row } from '../model/index.js'
import { systemOf } from './conversions.js'

/** One unit by several names. */
const aliases = new Map(
  (
    '公斤:千克 公斤:kg 公斤:KG 公斤:㎏ 斤:市斤 克:g 毫克:mg 微克:μg 吨:t 升:L 升:公升 毫升:ml 毫升:mL 毫升:cc ' +
    '平方米:㎡ 平方米:平米 平方米:平方 平方米:m² 平方米:m2 平方公里:平方千米 平方公里:km² 平方公里:km2 公顷:ha ' +
    '立方米:立方 立方米:m³ 立方米:m3 公里:千米 公里:km 公里:KM 米:m 厘米:公分 厘米:cm 厘米:CM 厘米:㎝ 毫米:mm 毫米:MM 毫米:㎜ ' +
    '千瓦时:kWh 千瓦时:千瓦小时 千瓦:kW 兆瓦:MW 小时:个小时 小时:钟头 小时:个钟头 天:日 周:个星期 周:星期 ' +
    '元:块 元:块钱 元:元钱 元:人民币 元:元人民币 美元:美金 港元:港币 加元:加拿大元 新加坡元:新元 澳门元:澳门币 新台币:台币 ' +
    '林吉特:令吉 %:％ 个百分点:百分点 个百分点:个点 个基点:基点 批:批次'
  )
    .split(' ')
    .map((pair) => pair.split(':').reverse() as [string, string]),
)

/** A box is not a piece, and not a carton. */
const containers = new Set('盒 包 箱 袋 瓶 桶 壶 罐 提 筐 车 卡车 批'.split(' '))

/** A unit's one name: 公斤 for kg and 千克. */
export function unitName(unit: string): string {
  return aliases.get(unit) ?? unit
}

/**
 * The unit's one name where it never stands for another, whatever a lens lists together: money, time, shares, containers;
 * of sizes that are converted into each other (吨, 公斤, 斤) what they measure.
 */
function fixedUnit(unit: string): string | null {
  const name = unitName(unit)
  const kind = unitKind(name)
  const isFixed = kind === 'physical' || kind === 'money' || kind === 'duration' || kind === 'share'
  return isFixed || containers.has(name) ? (systemOf(name) ?? name) : null
}

/**
 * The class of a printed unit within a measure: facts of one class may stand in one row. The lens's list of units is one
 * class (个 只 枚), with four exceptions that no lens can lift: sizes, money and
 * containers; persons and person-times (名, 人次);
 * units that the lens does not list; and supplies that the lens calls not additive, whose units count unlike things.
 * `base` is the class of the lens's own unit; a lost unit belongs to it.
 */
export function unitClass(unit: string | null, measure: LensMeasure): string {
  const own = rawClass(measure.unit.zh, measure)
  const found = unit === null ? own : rawClass(unit, measure)
  return found === own ? 'base' : found
}

function rawClass(unit: string, measure: LensMeasure): string {
  const name = fixedUnit(unit)
  if (name !== null) return name
  if (measure.family === 'supplies' && !measure.additive) return unit
  if (!accepts(measure, unit)) return unit
  if (unitKind(unit) === 'action' && measure.units.some((other) => unitKind(other) === 'person')) return '人次'
  return 'listed'
}

/** A measure without a list takes any unit, unless it counts goods or money. */
function accepts(measure: LensMeasure, unit: string): boolean {
  if (measure.units.length > 0) return measure.units.includes(unit) || unit === measure.unit.zh
  return measure.family !== 'supplies' && measure.family !== 'money'
}

/** The one name of a unit that is converted into others of its kind; null of every other. */
export function sizeUnit(unit: string | null): string | null {
  const name = unitName(unit ?? '')
  return systemOf(name) === null ? null : name
}

/** True where a size can be converted into the unit in which the measure counts. */
export function sharesSize(unit: string | null, measure: LensMeasure): boolean {
  const system = unit === null ? null : systemOf(unitName(unit))
  return system !== null && system === systemOf(unitName(measure.unit.zh))
}

/** The class of a unit where no measure speaks for it. */
export function plainClass(unit: string | null): string {
  if (unit === null) return ''
  return fixedUnit(unit) ?? unit
}

/** What a unit gives away of what is counted, where no measure says it. */
export function familyOfUnit(unit: string | null): Row['family'] {
  const kind = unitKind(unit)
  return kind === 'money' ? 'money' : kind === 'person' ? 'people' : kind === 'action' ? 'activity' : 'other'
}

/** True where two measures count in a common unit, so that one can be a kind of the other (surgical masks, masks). */
export function shareUnits(a: LensMeasure, b: LensMeasure): boolean {
  return a.additive === b.additive && a.family === b.family && a.units.some((unit) => b.units.includes(unit))
}
