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

const ENDER = 1
const CLOSER = 2
const CLAUSE = 4
const BLANK = 8
/** The first character of 其中, which begins a clause. */
const AMONG = 16

/** What a character does to sentences and clauses: looked up for every character of every text, so by its code. */
const kinds = new Uint8Array(0x10000)
for (const [kind, characters] of [
  [ENDER, '。！？!?…'],
  [CLOSER, '”’"）)》」』】'],
  [CLAUSE, '，,；;：。！？!?…'],
  [AMONG, '其'],
  [BLANK, ' \t\n\r\v\f\u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF'],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = (kinds[character.charCodeAt(0)] ?? 0) | kind
}

function is(text: string, at: number, kind: number): boolean {
  return ((kinds[text.charCodeAt(at)] ?? 0) & kind) !== 0
}

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
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const span = trimmed(text, start, end)
    if (span) yield span
    start = end + 1
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
  for (let i = line.start; i < line.end; i++) {
    if (!is(text, i, ENDER | BLANK)) continue
    if (is(text, i, ENDER)) {
      while (i + 1 < line.end && is(text, i + 1, ENDER | CLOSER)) i++
      close(i + 1)
    } else if (text[i] === '　' || (text[i] === ' ' && (text[i + 1] === ' ' || text[i + 1] === '　'))) close(i)
  }
  close(line.end)
  return sentences
}

/** Where an overlong sentence is cut: after the first clause beyond `longest`, at the latest at twice that. */
function cut(text: string, from: number, end: number): number {
  let at = from + longest
  while (at < end && !is(text, at, CLAUSE)) at++
  at++
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
  for (let i = from; i < to; i++) {
    if (!is(text, i, CLAUSE | AMONG)) continue
    if (is(text, i, CLAUSE) && !betweenDigits(text, i)) close(i, i + 1)
    else if (i > start && text.startsWith('其中', i)) close(i, i)
  }
  close(to, to)
  return clauses
}

function betweenDigits(text: string, i: number): boolean {
  if (!/\d/.test(text[i - 1] ?? '') || !/\d/.test(text[i + 1] ?? '')) return false
  // １，８０５间: wide thousands
  return text[i] === ',' || (text[i] === '，' && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5)))
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  let from = start
  let to = end
  while (from < to && is(text, from, BLANK)) from++
  while (to > from && is(text, to - 1, BLANK)) to--
  return from < to ? { start: from, end: to } : undefined
}
