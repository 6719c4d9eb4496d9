import { englishFactor } from '../language/same-numbers.js'
import type { Briefing, Expectations } from '../model/index.js'

/** Id of a fact's place in the evidence: templates keep it. */
const anchorOf = (number: number): string => `e${number}`

/**
 * What the text of a link to each figure may say: its number in the evidence, its values, the sums it is a term of,
 * and the numbers by which its own sentence writes it otherwise.
 */
export function linkedNumbers({
  facts,
  comparison,
}: Pick<Briefing, 'facts' | 'comparison'>): NonNullable<Expectations['linked']> {
  const sums = new Map<string, number[]>()
  for (const { rows } of comparison)
    for (const { cells } of rows)
      for (const { entries } of cells)
        for (const { facts: terms, value, upper } of entries)
          for (const id of terms) {
            const known = sums.get(id) ?? []
            known.push(value, ...(upper === null ? [] : [upper]))
            sums.set(id, known)
          }
  return facts.map((fact) => {
    const { value, upper, unit } = fact.quantity
    const values = [value, ...(upper === null ? [] : [upper])]
    const own = [fact.number, ...values, ...values.map((each) => each * englishFactor(unit))]
    const numbers = new Set([...own, ...(sums.get(fact.id) ?? []), ...printedNumbers(fact)])
    return { anchor: anchorOf(fact.number), numbers: [...numbers] }
  })
}

const multipliers: Record<string, number> = {
  '': 1,
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

interface Printed {
  value: number
  /** Half of the last place that is shown. */
  slack: number
}

const number =
  /(\d[\d,]*(?:\.\d+)?)\s*((?:万亿|[十百千]?[万亿]|[十百]|千(?![克米瓦伏卡字帕]))|thousand|million|billion)?/gu

/** Numbers in digits, with their multiplier: 35.71万, `1.25 million`. */
export function readNumbers(text: string): Printed[] {
  return [...text.matchAll(number)].map(([, digits = '', unit = '']) => {
    const multiplier = multipliers[unit] ?? 1
    const decimals = digits.split('.')[1]?.length ?? 0
    return { value: Number(digits.replaceAll(',', '')) * multiplier, slack: (multiplier * 10 ** -decimals) / 2 }
  })
}

/** Numbers as a figure's own words write them, where those are no plain number of its value: 1万2千, 三成, 10余万. */
function printedNumbers({ quantity: { surface }, corrected }: Briefing['facts'][number]): number[] {
  const text = surface.normalize('NFKC')
  const read = readNumbers(text)
  const isPlain = read.length === 1 && !/[十百千万亿成半分折]/u.test(text.replace(number, ''))
  return isPlain && corrected !== 'value' ? [] : read.map(({ value }) => value)
}

/** Whether a number that is printed is one of `numbers`, to the places that it shows. */
export function isOneOf({ value, slack }: Printed, numbers: readonly number[]): boolean {
  return numbers.some(
    (known) => Math.abs(known - value) <= (Number.isInteger(value) && slack < 1 ? 1e-6 : slack * 1.000001),
  )
}
