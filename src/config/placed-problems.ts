import type { Place, Placed } from './place.js'

/** Something wrong in a file: where in what it holds, as keys and indices, and what. */
export interface Problem {
  path: readonly PropertyKey[]
  message: string
}

export interface PlacedProblem extends Place {
  message: string
}

/** Problems at their lines and columns, in the order of the file. */
export function placedInOrder(problems: readonly Problem[], placeOf: Placed['placeOf']): PlacedProblem[] {
  return problems
    .map(({ path, message }) => ({ ...placeOf(path), message }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

/** `file:line:column: what`, a line each. */
export function told(file: string, problems: readonly PlacedProblem[]): string {
  return problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n')
}
