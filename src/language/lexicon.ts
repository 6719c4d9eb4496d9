/** A set of words that is looked up at places of a text: by first character, longest word first. */
export class Lexicon {
  private readonly byFirst = new Map<number, string[]>()
  /** For every character code 1 where a word begins with it, 2 where it is a word: most places are passed by this alone. */
  private readonly begins = new Uint8Array(0x10000)
  /** By `pairOf` 1 where a longer word begins so: most other places are passed by this. */
  private readonly pairs = new Uint8Array(0x4000)

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word === '') continue
      const first = word.charCodeAt(0)
      if (word.length === 1) this.begins[first] = 2
      else if (this.begins[first] === 0) this.begins[first] = 1
      if (word.length > 1) this.pairs[pairOf(word, 0)] = 1
      const bucket = this.byFirst.get(first)
      if (bucket) bucket.push(word)
      else this.byFirst.set(first, [word])
    }
    for (const bucket of this.byFirst.values()) bucket.sort((a, b) => b.length - a.length)
  }

  /** The longest word that begins at `at`, or undefined. */
  at(text: string, at: number): string | undefined {
    const begins = this.begins[text.charCodeAt(at)] ?? 0
    if (begins === 0) return undefined
    if (this.pairs[pairOf(text, at)] === 1) {
      for (const word of this.byFirst.get(text.charCodeAt(at)) ?? []) if (text.startsWith(word, at)) return word
    }
    return begins === 2 ? text[at] : undefined
  }

  /** All words that begin at `at`, longest first. */
  allAt(text: string, at: number): string[] {
    if ((this.begins[text.charCodeAt(at)] ?? 0) === 0) return []
    return this.byFirst.get(text.charCodeAt(at))?.filter((word) => text.startsWith(word, at)) ?? []
  }

  /** Length of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number {
    return this.at(text, at)?.length ?? 0
  }
}

/** A number below 2^14 for two characters; others may share it. */
function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0x3fff
}
