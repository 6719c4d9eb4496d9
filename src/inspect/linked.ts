import type { Briefing, Expectations } from '../model/index.js'

/** Id of a fact's place in the evidence: templates keep it. */
const anchorOf = (number: number): string => `e${number}`

/**
 * What the text of a link to each figure may say: its number in the evidence, its values, and the sums it is a term of.
 * Numbers as the words of its own sentence write them are among them, as what people corrected is shown beside it.
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
          for (const id of terms) sums.set(id, [...(sums.get(id) ?? []), value, ...(upper === null ? [] : [upper])])
  return facts.map(({ id, number, quantity: { value, upper, surface } }) => ({
    anchor: anchorOf(number),
    numbers: [
      ...new Set([
        number,
        value,
        ...(upper === null ? [] : [upper]),
        ...(sums.get(id) ?? []),
        ...printedNumbers(surface),
      ]),
    ],
  }))
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

const number = /(\d[\d,]*(?:\.\d+)?)\s*((?:[十百千]?[万亿]|万亿|[十百千])|thousand|million|billion)?/gu

/** Numbers in digits, with their multiplier: 35.71万, `1.25 million`. */
export function readNumbers(text: string): Printed[] {
  return [...text.matchAll(number)].map(([, digits = '', unit = '']) => {
    const multiplier = multipliers[unit] ?? 1
    const decimals = digits.split('.')[1]?.length ?? 0
    return { value: Number(digits.replaceAll(',', '')) * multiplier, slack: (multiplier * 10 ** -decimals) / 2 }
  })
}

function printedNumbers(text: string): number[] {
  return readNumbers(text.normalize('NFKC')).map(({ value }) => value)
}

/** Whether a number that is printed is one of `numbers`, to the places that it shows. */
export function isOneOf({ value, slack }: Printed, numbers: readonly number[]): boolean {
  return numbers.some(
    (known) => Math.abs(known - value) <= (Number.isInteger(value) && slack < 1 ? 1e-6 : slack * 1.000001),
  )
}
