import type { BriefingFact } from '../model/index.js'

/** Units of one kind of size, by how many of the smallest one of each is: exact by definition, so that nothing is rounded. */
const systems: Record<string, Record<string, number>> = {
  质量: { 吨: 1_000_000, 公斤: 1000, 斤: 500, 克: 1 },
  容积: { 升: 1000, 毫升: 1 },
  长度: { 公里: 1000, 米: 1 },
  面积: { 平方公里: 1_000_000, 公顷: 10_000, 平方米: 1 },
}
const systemByUnit = new Map(
  Object.entries(systems).flatMap(([name, units]) => Object.keys(units).map((unit) => [unit, name] as const)),
)

/** The kind of size that a unit (by its one name) measures; null where it is not converted into others. */
export function systemOf(unit: string): string | null {
  return systemByUnit.get(unit) ?? null
}

/** The largest of units of one kind of size. */
export function largestUnit(units: Iterable<string>): string | null {
  return [...units].filter((unit) => systemByUnit.has(unit)).sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null
}

/** How many of `to` one of `from` is. */
export function factor(from: string, to: string): number {
  return sizeOf(from) / sizeOf(to)
}

/** The fact as if it had been printed in another unit of its kind of size. */
export function inUnit(fact: BriefingFact, from: string, to: string): BriefingFact {
  const { quantity } = fact
  const converted = (value: number) => Number((value * factor(from, to)).toPrecision(12))
  const upper = quantity.upper === null ? null : converted(quantity.upper)
  return { ...fact, quantity: { ...quantity, value: converted(quantity.value), upper, unit: to } }
}

function sizeOf(unit: string): number {
  return systems[systemByUnit.get(unit) ?? '']?.[unit] ?? 1
}
