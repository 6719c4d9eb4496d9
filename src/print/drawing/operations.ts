import type { Script } from '../structure/languages.js'
import { type FontWidths, type Run, readRun } from './run.js'

/** A line of Chromium's content, or a text object. */
export interface Operation {
  /** `BT` is a text object as a whole; `BDC` all that begins a mark. */
  operator: string
  source: string
  /** Glyphs of a text object, where Chromium set it in its usual way. */
  run: Run | null
  /** Number of the mark that begins. */
  mark: string | null
}

const endOfText = 'ET\n'
const numbered = /<<\/MCID (\d+) >>BDC$/

/** The operations of a page in their order. */
export function readOperations(content: string, widthsOf: FontWidths): Operation[] {
  const operations: Operation[] = []
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf('\n', at)
    const line = content.slice(at, end < 0 ? content.length : end)
    if (line === 'BT') {
      const text = readText(content, at, widthsOf)
      operations.push(text)
      at += text.source.length
    } else {
      operations.push(operationOf(line))
      at += line.length + 1
    }
  }
  return operations
}

function operationOf(line: string): Operation {
  if (!line.endsWith('BDC')) {
    return { operator: line.slice(line.lastIndexOf(' ') + 1), source: line, run: null, mark: null }
  }
  return { operator: 'BDC', source: line, run: null, mark: numbered.exec(line)?.[1] ?? null }
}

function readText(content: string, at: number, widthsOf: FontWidths): Operation {
  const end = content.indexOf(endOfText, at)
  const until = end < 0 ? content.length : end + endOfText.length
  const source = content.slice(at, until)
  return { operator: 'BT', source, run: readRun(source, widthsOf), mark: null }
}

/** What a font's codes stand for, as far as it tells which script they are of. */
export interface Letters {
  /** The font has Chinese characters. */
  han: boolean
  /** Codes of Latin letters. */
  latin: ReadonlySet<string>
}

const code = /[0-9A-F]{4}(?=[0-9A-F]*>)/g

/** The script of each mark of a page, by its number; digits and punctuation alone have none. */
export function scriptsOf(operations: readonly Operation[], lettersOf: (font: string) => Letters): Map<string, Script> {
  const scripts = new Map<string, Script>()
  let mark: string | null = null
  for (const operation of operations) {
    if (operation.operator === 'BDC') mark = operation.mark
    else if (operation.operator === 'EMC') mark = null
    else if (operation.run !== null && mark !== null && scripts.get(mark) !== 'han') {
      const letters = lettersOf(operation.run.font)
      if (letters.han) scripts.set(mark, 'han')
      else if (!scripts.has(mark) && hasLetter(operation.run.glyphs, letters.latin)) scripts.set(mark, 'latin')
    }
  }
  return scripts
}

function hasLetter(glyphs: string, latin: ReadonlySet<string>): boolean {
  for (const [found] of glyphs.matchAll(code)) if (latin.has(found)) return true
  return false
}
