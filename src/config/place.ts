import { isMap, LineCounter, parseDocument, visit } from 'yaml'
import { messageOf } from '../errors.js'

/** What a YAML or JSON text holds, and where each part of it stands. */
export interface Placed {
  value: unknown
  /** Line and column, from 1, of a key or a list's entry, or of the nearest thing above it that is there. */
  placeOf(path: readonly PropertyKey[]): Place
}

export interface Place {
  line: number
  column: number
}

/** The text is no YAML or JSON. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly place: Place,
  ) {
    super(/alias/i.test(message) ? `${message}; a value that begins with * stands in quotes: "*/15 * * * *"` : message)
  }
}

type Parsed = ReturnType<typeof parseDocument>

/** Parses YAML 1.2, of which JSON is a part. Throws a SyntaxProblem. */
export function parsePlaced(text: string): Placed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const broken = document.errors[0] ?? unresolvedAlias(document)
  if (broken) throw new SyntaxProblem(broken.message, placeAt(broken.pos[0]))
  return { value: plainValue(document), placeOf: (path) => placeAt(offsetOf(document, path)) }
}

/** A few lines of aliases can stand for gigabytes: the parser counts and gives up. */
function plainValue(document: Parsed): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new SyntaxProblem(messageOf(error), { line: 1, column: 1 })
  }
}

function unresolvedAlias(document: Parsed): { message: string; pos: [number] } | undefined {
  let found: { message: string; pos: [number] } | undefined
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document)) return undefined
      found = { message: `the alias *${node.source} has no anchor`, pos: [node.range?.[0] ?? 0] }
      return visit.BREAK
    },
  })
  return found
}

function offsetOf(document: Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path[length - 1])) : undefined
    const node = pair?.key ?? document.getIn(path.slice(0, length), true)
    const start = (node as { range?: [number, number, number] } | undefined)?.range?.[0]
    if (start !== undefined) return start
  }
  return document.contents?.range?.[0] ?? 0
}
