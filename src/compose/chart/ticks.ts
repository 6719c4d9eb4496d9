import { digits } from '../../language/render.js'

/** Digits for an axis; on a logarithmic one the powers of ten alone. */
export function tickText(this: { type: string }, value: number | string): string | null {
  const number = Number(value)
  if (this.type === 'logarithmic' && !Number.isInteger(Math.log10(number))) return null
  return digits(number)
}
