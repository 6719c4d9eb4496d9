import type { Span } from '../language/index.js'
import { speaksToMachines } from '../service/index.js'

/** A part of an article that is sent at once; its offsets are into the article's text. */
export interface Piece extends Span {
  /** As it is sent: of the same length, lines that are withheld blank. */
  text: string
}

export interface Pieces {
  pieces: Piece[]
  /** Lines that look as if they spoke to a machine. */
  withheld: number
  /** Where the text begins that is not sent, the article being too long; null where all is. */
  unsentFrom: number | null
}

/** Characters of one request, and requests for one article. */
const mostCharacters = 3000
const mostPieces = 40

/** An article cut at its lines, an overlong line after its sentences. */
export function piecesOf(text: string): Pieces {
  const pieces: Piece[] = []
  let withheld = 0
  for (let start = 0; start < text.length; ) {
    if (pieces.length === mostPieces) return { pieces, withheld, unsentFrom: start }
    const end = endOf(text, start)
    const lines = text.slice(start, end).split('\n')
    const sent = lines.map((line) => (speaksToMachines(line) ? ' '.repeat(line.length) : line))
    withheld += sent.filter((line, at) => line !== lines[at]).length
    pieces.push({ start, end, text: sent.join('\n') })
    start = end
  }
  return { pieces: pieces.filter((piece) => piece.text.trim() !== ''), withheld, unsentFrom: null }
}

function endOf(text: string, start: number): number {
  const limit = start + mostCharacters
  if (limit >= text.length) return text.length
  for (const mark of ['\n', '。', '；', '，']) {
    const at = text.lastIndexOf(mark, limit - 1)
    if (at > start + mostCharacters / 2) return at + 1
  }
  return limit
}
