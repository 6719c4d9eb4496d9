import { digits } from '../../language/render.js'

/** Texts of a linear axis: digits. */
export function linearTick(value: number | string): string {
  return digits(Number(value))
}

/**
 * Texts of a logarithmic axis: each power of ten has its line, every `every`th one its number; what lies between has
 * neither (Chart.js drops the line where the text is null).
 */
export function logarithmicTick(every: number): (value: number | string) => string | null {
  return (value) => {
    const power = Math.log10(Number(value))
    if (!Number.isInteger(power)) return null
    return power % every === 0 ? digits(Number(value)) : ''
  }
}
