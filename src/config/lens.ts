import { readdir, readFile } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { isMap, LineCounter, parseDocument } from 'yaml'
import { didYouMean, messageOf, UserError } from '../errors.js'
import { Lens, LensCategory, LensMeasure, LensPattern } from '../model/index.js'
import { resourcePath } from '../resources.js'

/** Ids of the lenses that ship with the program. */
export async function listLenses(): Promise<string[]> {
  const files = await readdir(resourcePath('assets', 'lenses'))
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort()
}

/**
 * Reads a lens: one that ships, by its id, or any YAML file, by its path (relative to `cwd`).
 * Throws a UserError (exit 2) that names file, line and column of what is wrong.
 */
export async function loadLens(idOrPath: string, cwd: string): Promise<Lens> {
  const file = await locate(idOrPath, cwd)
  return parseLens(await readLens(file, idOrPath), file)
}

/** Checks the YAML text of a lens; `file` is only named in messages. */
export function parseLens(text: string, file: string): Lens {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const broken = document.errors[0]
  if (broken) throw invalid(`${place(broken.pos[0])}: not valid YAML: ${broken.message}`)
  const problems: string[] = []
  const report = (path: readonly PropertyKey[], message: string): void => {
    problems.push(`${place(offsetOf(document, path))}: ${message}`)
  }
  const checked = Lens.safeParse(document.toJS())
  if (checked.success) checkReferences(checked.data, report)
  else {
    for (const issue of checked.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) report([...issue.path, key], unknownKey(key))
      } else report(issue.path, `${issue.path.join('.') || 'lens'}: ${issue.message}`)
    }
  }
  if (problems.length > 0) throw invalid(problems.join('\n'))
  return checked.data as Lens
}

async function locate(idOrPath: string, cwd: string): Promise<string> {
  if (/[\\/]|\.ya?ml$/i.test(idOrPath)) return isAbsolute(idOrPath) ? idOrPath : resolve(cwd, idOrPath)
  const known = await listLenses()
  if (known.includes(idOrPath)) return join(resourcePath('assets', 'lenses'), `${idOrPath}.yaml`)
  const near = didYouMean(idOrPath, known)
  throw new UserError({
    code: 'unknown-lens',
    exitCode: 2,
    message: `There is no lens “${idOrPath}”.${near ? ` Did you mean “${near}”?` : ''}`,
    next: [`Use one of: ${known.join(', ')}.`, 'Or give the path of a YAML file of your own: --lens ./my-lens.yaml'],
  })
}

async function readLens(file: string, given: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new UserError({
      code: 'lens-not-readable',
      exitCode: 2,
      message: `The lens ${given} cannot be read: ${messageOf(cause)}`,
      next: ['Check the path and that the file may be read.'],
      cause,
    })
  }
}

function checkReferences(lens: Lens, report: (path: PropertyKey[], message: string) => void): void {
  const categories = new Set<string>()
  const measures = new Set<string>()
  lens.categories.forEach(({ id }, i) => {
    if (categories.has(id)) report(['categories', i, 'id'], `the category “${id}” stands here a second time`)
    categories.add(id)
  })
  lens.measures.forEach(({ id, category }, i) => {
    if (measures.has(id)) report(['measures', i, 'id'], `the measure “${id}” stands here a second time`)
    measures.add(id)
    if (category !== null && !categories.has(category)) {
      report(['measures', i, 'category'], unknownName('category', category, categories))
    }
  })
  lens.patterns.forEach(({ when }, i) => {
    for (const [kind, known] of [['measure', measures] as const, ['category', categories] as const]) {
      when[kind]?.forEach((name, j) => {
        if (!known.has(name)) report(['patterns', i, 'when', kind, j], unknownName(kind, name, known))
      })
    }
  })
}

function unknownName(kind: string, name: string, known: Iterable<string>): string {
  const near = didYouMean(name, known)
  return `there is no ${kind} “${name}”${near ? `; did you mean “${near}”?` : ''}`
}

const keys = [Lens, LensCategory, LensMeasure, LensPattern, LensPattern.shape.when].flatMap((schema) =>
  Object.keys(schema.shape),
)

function unknownKey(key: string): string {
  const near = didYouMean(key, keys)
  return `unknown key “${key}”${near ? `; did you mean “${near}”?` : ''}`
}

/** Where the node at `path` begins, or the nearest one above it that is there. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? null : document.getIn(path.slice(0, length - 1), true)
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(path[length - 1]))
      const start = (pair?.key as { range?: [number, number, number] } | undefined)?.range?.[0]
      if (start !== undefined) return start
    }
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

function invalid(message: string): UserError {
  return new UserError({
    code: 'lens-invalid',
    exitCode: 2,
    message,
    next: ['Mend the lens at the places named; assets/lenses/public-response.yaml shows every key.'],
  })
}
