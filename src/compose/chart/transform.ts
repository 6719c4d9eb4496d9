/** a b c d e f of `matrix(…)`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `outer` applied after `inner`, as a canvas adds transformations. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** ` transform="…"`, or nothing where it would change nothing. */
export function transformAttribute(matrix: Matrix): string {
  if (matrix.every((value, index) => value === identity[index])) return ''
  return ` transform="matrix(${matrix.map((value) => Math.round(value * 10000) / 10000).join(' ')})"`
}

/** A point and what is left of the transformation once a mere shift is taken into the point. */
export function translated(matrix: Matrix, x: number, y: number): [x: number, y: number, attribute: string] {
  const [a, b, c, d, e, f] = matrix
  if (a === 1 && b === 0 && c === 0 && d === 1) return [x + e, y + f, '']
  return [x, y, transformAttribute(matrix)]
}
