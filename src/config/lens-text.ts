import { ExitCode, suggestion, UserError } from '../errors.js'
import {
  ExpectedFact,
  Lens,
  LensCategory,
  LensExample,
  LensGiving,
  LensMeasure,
  LensPattern,
  LensWords,
} from '../model/index.js'
import { danglingNames, slips } from './lens-slips.js'
import { type Placed, parsePlaced, SyntaxProblem } from './place.js'
import { type PlacedProblem, type Problem, placedInOrder, told } from './placed-problems.js'

export interface CheckedLens {
  /** Null where the file is no lens at all. */
  lens: Lens | null
  /** In the order of the file. */
  problems: PlacedProblem[]
  /** Line, from 1, of the example with this index. */
  exampleLine: (index: number) => number
}

/** The lens in a YAML text; `file` is only named in messages. Slips that leave it usable are for `checkLens`. */
export function parseLens(text: string, file: string): Lens {
  const { lens, problems } = readLens(text)
  if (lens && problems.length === 0) return lens
  throw new UserError({
    code: 'lens-invalid',
    exitCode: ExitCode.usage,
    message: told(file, problems),
    next: ['Mend the lens at the places named; assets/lenses/public-response.yaml shows every key.'],
  })
}

/** All that is wrong with a lens: what keeps it from being used, else also what can never match or stands twice. */
export function checkLens(text: string): CheckedLens {
  const read = readLens(text)
  if (!read.lens || !read.placed) return { ...read, exampleLine: () => 1 }
  const { lens, placed } = read
  const problems = placedInOrder([...danglingNames(lens), ...slips(lens)], placed.placeOf)
  return { lens, problems, exampleLine: (index) => placed.placeOf(['examples', index]).line }
}

function readLens(text: string): { lens: Lens | null; problems: PlacedProblem[]; placed: Placed | null } {
  try {
    const placed = parsePlaced(text)
    const checked = Lens.safeParse(placed.value)
    const problems = checked.success ? danglingNames(checked.data) : checked.error.issues.flatMap(schemaProblems)
    const lens = checked.success ? checked.data : null
    return { lens, problems: placedInOrder(problems, placed.placeOf), placed }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    return { lens: null, problems: [{ ...error.place, message: `not valid YAML: ${error.message}` }], placed: null }
  }
}

type Issue = NonNullable<ReturnType<typeof Lens.safeParse>['error']>['issues'][number]

function schemaProblems(issue: Issue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownKey(key) }))
  }
  return [{ path: issue.path, message: `${issue.path.join('.') || 'lens'}: ${issue.message}` }]
}

const keys = [
  Lens,
  LensCategory,
  LensMeasure,
  LensWords,
  LensGiving,
  LensPattern,
  LensPattern.shape.when,
  LensExample,
  ExpectedFact,
].flatMap((schema) => Object.keys(schema.shape))

function unknownKey(key: string): string {
  return `unknown key “${key}”${suggestion(key, keys)}`
}
