const none: readonly string[] = []

/** A set of words that is looked up at places of a text: by its first two characters, longest word first. */
export class Lexicon {
  /** Words of two characters and more by their first two. */
  private readonly byTwo = new Map<number, string[]>()
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
      if (word.length > 1) {
        this.pairs[pairOf(word, 0)] = 1
        const two = this.byTwo.get(twoAt(word, 0))
        if (two) two.push(word)
        else this.byTwo.set(twoAt(word, 0), [word])
      }
    }
    for (const bucket of this.byTwo.values()) bucket.sort((a, b) => b.length - a.length)
  }

  /** The longest word that begins at `at`, or undefined. */
  at(text: string, at: number): string | undefined {
    const begins = this.begins[text.charCodeAt(at)] ?? 0
    if (begins === 0) return undefined
    if (this.pairs[pairOf(text, at)] === 1) {
      const bucket = this.byTwo.get(twoAt(text, at))
      if (bucket) for (const word of bucket) if (word.length === 2 || text.startsWith(word, at)) return word
    }
    return begins === 2 ? text[at] : undefined
  }

  /** All words that begin at `at`, longest first. */
  allAt(text: string, at: number): readonly string[] {
    const begins = this.begins[text.charCodeAt(at)] ?? 0
    if (begins === 0) return none
    const longer = this.pairs[pairOf(text, at)] === 1 ? this.byTwo.get(twoAt(text, at)) : undefined
    const single = begins === 2 ? [text.charAt(at)] : none
    return longer ? [...longer.filter((word) => text.startsWith(word, at)), ...single] : single
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

/** Two characters as one number. */
function twoAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}
