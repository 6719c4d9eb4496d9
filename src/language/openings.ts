/** A pattern and the characters that a match of it can begin with; a `-` stands for a span of them (0-9, A-Z). */
export interface Opening {
  first: string
  /** Sticky; refers to its groups by name. */
  pattern: RegExp
}

/**
 * Patterns that are tried only where one of their first characters stands: one walk over a text finds the matches of
 * all of them, in the text's order for each, not overlapping within each.
 */
export class Openings {
  private readonly patterns: RegExp[]
  /** Matches where any of them does: nearly all places are passed by this alone. */
  private readonly any: RegExp
  /** For each character code a bit for every pattern that can begin with it. */
  private readonly beginning = new Uint32Array(0x10000)

  constructor(openings: readonly Opening[]) {
    if (openings.length > 32) throw new RangeError('a bit for each pattern: 32 at most')
    this.patterns = openings.map(({ pattern }) => pattern)
    this.any = new RegExp(openings.map(behindFirst).join('|'), 'y')
    openings.forEach(({ first }, index) => {
      for (const code of codesOf(first)) this.beginning[code] = (this.beginning[code] ?? 0) | (1 << index)
    })
  }

  /** Calls `found` with every match and its pattern's place in the list. */
  each(text: string, found: (match: RegExpExecArray, index: number) => void): void {
    const free = new Int32Array(this.patterns.length)
    let matchedTo = 0
    for (let at = 0; at < text.length; at++) {
      let bits = this.beginning[text.charCodeAt(at)] ?? 0
      if (bits === 0) continue
      // inside a long match its own pattern would match from every place again
      if (at >= matchedTo && !this.beginsAt(text, at)) continue
      while (bits !== 0) {
        const index = 31 - Math.clz32(bits)
        bits ^= 1 << index
        const pattern = this.patterns[index]
        if (!pattern || at < (free[index] ?? 0)) continue
        pattern.lastIndex = at
        const match = pattern.exec(text)
        if (match === null) continue
        free[index] = at + match[0].length
        matchedTo = Math.max(matchedTo, at + match[0].length)
        found(match, index)
      }
    }
  }

  private beginsAt(text: string, at: number): boolean {
    this.any.lastIndex = at
    return this.any.test(text)
  }
}

/** As one of many: what stands before it (a lookbehind) is looked at only where it can begin. */
function behindFirst({ first, pattern: { source } }: Opening): string {
  if (/\\[1-9]/.test(source)) throw new RangeError(`among others its groups have other numbers: ${source}`)
  return `(?=[${first.replace(/[\\\]^[]/g, '\\$&')}])(?:${source})`
}

function* codesOf(first: string): Generator<number> {
  for (let i = 0; i < first.length; i++) {
    const from = first.charCodeAt(i)
    const to = first[i + 1] === '-' && i + 2 < first.length ? first.charCodeAt(i + 2) : from
    for (let code = from; code <= to; code++) yield code
    if (to !== from) i += 2
  }
}
