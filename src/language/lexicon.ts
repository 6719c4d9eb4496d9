/** A set of words that is looked up at places of a text: by first character, longest word first. */
export class Lexicon {
  private readonly byFirst = new Map<number, string[]>()
  /** 1 for every character code that a word begins with: most places of a text are passed by this alone. */
  private readonly begins = new Uint8Array(0x10000)

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word === '') continue
      const first = word.charCodeAt(0)
      this.begins[first] = 1
      const bucket = this.byFirst.get(first)
      if (bucket) bucket.push(word)
      else this.byFirst.set(first, [word])
    }
    for (const bucket of this.byFirst.values()) bucket.sort((a, b) => b.length - a.length)
  }

  /** The longest word that begins at `at`, or undefined. */
  at(text: string, at: number): string | undefined {
    if (this.begins[text.charCodeAt(at)] !== 1) return undefined
    const bucket = this.byFirst.get(text.charCodeAt(at))
    if (bucket === undefined) return undefined
    for (const word of bucket) if (word.length === 1 || text.startsWith(word, at)) return word
    return undefined
  }

  /** All words that begin at `at`, longest first. */
  allAt(text: string, at: number): string[] {
    if (this.begins[text.charCodeAt(at)] !== 1) return []
    return this.byFirst.get(text.charCodeAt(at))?.filter((word) => text.startsWith(word, at)) ?? []
  }

  /** Length of the longest word that begins at `at`; 0 where none does. */
  lengthAt(text: string, at: number): number {
    return this.at(text, at)?.length ?? 0
  }
}
