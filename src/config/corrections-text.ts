import { ExitCode, UserError } from '../errors.js'
import type { CorrectionsFile, Lens } from '../model/index.js'
import { type CorrectionProblem, readCorrections } from './corrections-file.js'
import { parsePlaced, SyntaxProblem } from './place.js'

interface Parsed {
  checked: CorrectionsFile
  lineOf: (kind: string, index: number) => number
}

/** The corrections in a YAML text; `file` is only named in messages. Throws a UserError naming every problem at its place. */
export function parseCorrections(text: string, file: string, lens: Lens): Parsed {
  try {
    const { value, placeOf } = parsePlaced(text)
    const { checked, problems } = readCorrections(value ?? {}, lens)
    if (checked && problems.length === 0) return { checked, lineOf: (kind, index) => placeOf([kind, index]).line }
    throw invalid(file, problems, placeOf)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    throw invalid(file, [{ path: [], message: `not valid YAML: ${error.message}` }], () => error.place)
  }
}

function invalid(
  file: string,
  problems: CorrectionProblem[],
  placeOf: ReturnType<typeof parsePlaced>['placeOf'],
): UserError {
  const placed = problems.map(({ path, message }) => ({ ...placeOf(path), message }))
  placed.sort((a, b) => a.line - b.line || a.column - b.column)
  return new UserError({
    code: 'corrections-invalid',
    exitCode: ExitCode.usage,
    message: placed.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
    next: ['Mend the corrections at the places named; jianbao parse SOURCE --keys prints keys to copy.'],
  })
}
