import { analyse } from './analyse/index.js'
import { displayed } from './config/find.js'
import { loadLens } from './config/lens.js'
import { findLenses, locateLens, readLensFile } from './config/lens-find.js'
import { checkLens } from './config/lens-text.js'
import type { PlacedProblem } from './config/placed-problems.js'
import { ExitCode, UserError } from './errors.js'
import { localiseSummary } from './localise/index.js'
import { Article, type ExpectedFact, type Fact, type Lens, zhOnly } from './model/index.js'

interface LensEntry {
  name: string
  file: string
  /** False for one of the user's, in the folder `lenses`. */
  ships: boolean
  version: number
  label: { zh: string; en: string }
  categories: number
  measures: number
  examples: number
}

/** A lens that cannot be read stands in the list with what is wrong. */
export type ListedLens = LensEntry | { name: string; file: string; ships: boolean; error: string }

export async function listLenses(cwd: string): Promise<ListedLens[]> {
  const files = await findLenses(cwd)
  return Promise.all(
    files.map(async ({ name, path, ships }) => {
      const file = displayed(path, cwd)
      try {
        const { version, label, categories, measures, examples } = await loadLens(path, cwd)
        const counts = { categories: categories.length, measures: measures.length, examples: examples.length }
        return { name, file, ships, version, label, ...counts }
      } catch (error) {
        if (error instanceof UserError) return { name, file, ships, error: error.message }
        throw error
      }
    }),
  )
}

export function showLens(nameOrPath: string, cwd: string): Promise<Lens> {
  return loadLens(nameOrPath, cwd)
}

export interface LensReport {
  file: string
  problems: PlacedProblem[]
}

/** Everything wrong with a lens, in the order of its file. Throws only where there is no such file. */
export async function reportLens(nameOrPath: string, cwd: string): Promise<LensReport> {
  const path = await locateLens(nameOrPath, cwd)
  const { problems } = checkLens(await readLensFile(path, nameOrPath))
  return { file: displayed(path, cwd), problems }
}

export interface ExampleResult {
  line: number
  sentence: string
  passed: boolean
  /** `300: measure is banners, expected posts`, one a line. */
  differences: string[]
  /** What was read, in the words of an example. */
  found: FoundFact[]
}
type FoundFact = Required<ExpectedFact>

/** Reads the lens's own examples with it and compares. Throws a UserError where there are none. */
export async function testLens(nameOrPath: string, cwd: string): Promise<{ file: string; results: ExampleResult[] }> {
  const path = await locateLens(nameOrPath, cwd)
  const file = displayed(path, cwd)
  const lens = await loadLens(path, cwd)
  if (lens.examples.length === 0) throw noExamples(file)
  const { exampleLine } = checkLens(await readLensFile(path, nameOrPath))
  const results = lens.examples.map(({ sentence, facts }, index): ExampleResult => {
    const found = readSentence(sentence, lens).map(foundFact)
    const differences = compareFacts(facts, found)
    return { line: exampleLine(index), sentence, passed: differences.length === 0, differences, found }
  })
  return { file, results }
}

/** The facts of one sentence that stands alone, in both languages. */
function readSentence(sentence: string, lens: Lens): Fact[] {
  const article = Article.parse({
    id: 'sha256:',
    source: { uri: 'example', mediaType: 'text/plain' },
    title: zhOnly(''),
    publishedAt: { value: null, basis: 'unknown' },
    publisher: null,
    author: null,
    credits: {},
    sections: [],
    text: sentence,
  })
  return localiseSummary(analyse(article, lens), lens).facts
}

function foundFact({ quantity, item, measure, category, actor, recipient, statement }: Fact): FoundFact {
  const { value, upper, unit, approximation } = quantity
  const sides = { actor: actor?.zh ?? null, recipient: recipient?.zh ?? null }
  return { value, upper, unit, approximation, item: item.zh, measure, category, ...sides, en: statement.en }
}

/** Facts are paired in the order of the text. */
function compareFacts(expected: readonly ExpectedFact[], found: readonly FoundFact[]): string[] {
  const differences: string[] = []
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    const [want, have] = [expected[i], found[i]]
    if (want && have) differences.push(...differencesOf(want, have))
    else if (want) differences.push(`${want.value}: not found`)
    else if (have) differences.push(`${have.value}: found, not expected`)
  }
  return differences
}

function differencesOf(want: ExpectedFact, have: FoundFact): string[] {
  return (Object.keys(want) as (keyof ExpectedFact)[])
    .filter((key) => want[key] !== undefined && want[key] !== have[key])
    .map((key) => `${want.value}: ${key} is ${shown(have[key])}, expected ${shown(want[key])}`)
}

function shown(value: unknown): string {
  return value === null ? 'none' : typeof value === 'string' ? `“${value}”` : String(value)
}

function noExamples(file: string): UserError {
  return new UserError({
    code: 'lens-without-examples',
    exitCode: ExitCode.usage,
    message: `${file} has no examples to test it with.`,
    next: ['Write sentences with the facts you expect under `examples:`; jianbao lens show flood-relief shows some.'],
  })
}
