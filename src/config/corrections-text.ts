import { ExitCode, UserError } from '../errors.js'
import type { CorrectionsFile, Lens } from '../model/index.js'
import { readCorrections } from './corrections-file.js'
import { type Placed, parsePlaced, SyntaxProblem } from './place.js'
import { type Problem, placedInOrder, told } from './placed-problems.js'

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

function invalid(file: string, problems: Problem[], placeOf: Placed['placeOf']): UserError {
  return new UserError({
    code: 'corrections-invalid',
    exitCode: ExitCode.usage,
    message: told(file, placedInOrder(problems, placeOf)),
    next: ['Mend the corrections at the places named; jianbao parse SOURCE --keys prints keys to copy.'],
  })
}
