/** A stretch of a text; offsets are UTF-16 and into the whole text. */
export interface Span {
  start: number
  end: number
}

export interface Sentence extends Span {
  clauses: Span[]
}

export interface Paragraph extends Span {
  sentences: Sentence[]
}

/** The end of a sentence with its closing quotes, or a gap as wide as one. */
const breaks = /[。！？!?…]+[。！？!?…”’"）)》」』】]*|　| (?=[ 　])/g
const clauseMarks = /[，,；;：。！？!?…]|其中/g

/** A sentence without an end is cut at a clause: what looks at a whole sentence stays quick. */
const longest = 1000

/** Paragraphs (lines), their sentences and the clauses of those, without surrounding blanks; empty ones are left out. */
export function segment(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const line of lines(text)) {
    const sentences = sentencesOf(text, line)
    if (sentences.length > 0) paragraphs.push({ ...line, sentences })
  }
  return paragraphs
}

function* lines(text: string): Generator<Span> {
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n') continue
    const span = trimmed(text, start, i)
    if (span) yield span
    start = i + 1
  }
}

function sentencesOf(text: string, line: Span): Sentence[] {
  const sentences: Sentence[] = []
  let start = line.start
  const close = (end: number): void => {
    for (let from = start; from < end; ) {
      const to = end - from > longest ? cut(text, from, end) : end
      const span = trimmed(text, from, to)
      if (span) sentences.push({ ...span, clauses: clausesOf(text, span) })
      from = to
    }
    start = end
  }
  breaks.lastIndex = start
  for (let match = breaks.exec(text); match && match.index < line.end; match = breaks.exec(text)) {
    const blank = match[0] === '　' || match[0] === ' '
    close(blank ? match.index : Math.min(breaks.lastIndex, line.end))
  }
  close(line.end)
  return sentences
}

/** Where an overlong sentence is cut: after the first clause beyond `longest`, at the latest at twice that. */
function cut(text: string, from: number, end: number): number {
  clauseMarks.lastIndex = from + longest
  const mark = clauseMarks.exec(text)
  const at = mark ? mark.index + 1 : end
  return Math.min(at, from + 2 * longest, end)
}

function clausesOf(text: string, { start: from, end: to }: Span): Span[] {
  const clauses: Span[] = []
  let start = from
  const close = (end: number, next: number): void => {
    const span = trimmed(text, start, end)
    if (span) clauses.push(span)
    start = next
  }
  clauseMarks.lastIndex = from
  for (let match = clauseMarks.exec(text); match && match.index < to; match = clauseMarks.exec(text)) {
    const { index } = match
    if (match[0] === '其中') {
      if (index > start) close(index, index)
    } else if (!betweenDigits(text, index)) close(index, index + 1)
  }
  close(to, to)
  return clauses
}

function betweenDigits(text: string, i: number): boolean {
  return text[i] === ',' && /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return from < to ? { start: from, end: to } : undefined
}
