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

const enders = new Set('。！？!?…')
const closers = new Set('”’"）)》」』】')
const clauseMarks = new Set('，,；;：。！？!?…')

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

function sentencesOf(text: string, { start: from, end: to }: Span): Sentence[] {
  const sentences: Sentence[] = []
  let start = from
  const close = (end: number): void => {
    const span = trimmed(text, start, end)
    if (span) sentences.push({ ...span, clauses: clausesOf(text, span) })
    start = end
  }
  for (let i = from; i < to; i++) {
    if (i - start > longest && (clauseMarks.has(text[i] ?? '') || i - start > 2 * longest)) close(i + 1)
    const wideGap = text[i] === ' ' && (text[i + 1] === ' ' || text[i + 1] === '　')
    if (wideGap || text[i] === '　') close(i)
    else if (enders.has(text[i] ?? '')) {
      while (i + 1 < to && (enders.has(text[i + 1] ?? '') || closers.has(text[i + 1] ?? ''))) i++
      close(i + 1)
    }
  }
  close(to)
  return sentences
}

function clausesOf(text: string, { start: from, end: to }: Span): Span[] {
  const clauses: Span[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    const mark = i === to || (clauseMarks.has(text[i] ?? '') && !betweenDigits(text, i))
    const among = i > start && text[i] === '其' && text[i + 1] === '中'
    if (!mark && !among) continue
    const span = trimmed(text, start, i)
    if (span) clauses.push(span)
    start = mark ? i + 1 : i
  }
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
