import { type Dict, Reference, type Value } from './value.js'

const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y
const token = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const restOfReference = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const hexString = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y
const parenthesis = /\\[\s\S]|[()]/g

/** Reads values (ISO 32000-1 §7.3) from a file held as text, a byte a character. Throws where it is not as it should be. */
export class Scanner {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  value(): Value {
    this.skipSpace()
    switch (this.text[this.at]) {
      case '/':
        return this.#take(name)
      case '[':
        return this.#array()
      case '(':
        return this.#literal()
      case '<':
        return this.text[this.at + 1] === '<' ? this.#dict() : this.#take(hexString)
      default:
        return this.#numberOrReference()
    }
  }

  skipSpace(): void {
    space.lastIndex = this.at
    space.test(this.text)
    this.at = space.lastIndex
  }

  /** Goes past `word`, which must come next. */
  expect(word: string): void {
    this.skipSpace()
    if (!this.text.startsWith(word, this.at)) throw this.#unexpected()
    this.at += word.length
  }

  comesNext(word: string): boolean {
    this.skipSpace()
    return this.text.startsWith(word, this.at)
  }

  integer(): number {
    this.skipSpace()
    return Number.parseInt(this.#take(token), 10)
  }

  #numberOrReference(): Value {
    const found = this.#take(token)
    restOfReference.lastIndex = this.at
    if (!/^\d+$/.test(found) || !restOfReference.test(this.text)) return found
    this.at = restOfReference.lastIndex
    return new Reference(Number(found))
  }

  #array(): Value[] {
    const values: Value[] = []
    this.at++
    while (!this.comesNext(']')) values.push(this.value())
    this.at++
    return values
  }

  #dict(): Dict {
    const entries: Dict = new Map()
    this.at += 2
    while (!this.comesNext('>>')) {
      const key = this.#take(name)
      entries.set(key, this.value())
    }
    this.at += 2
    return entries
  }

  #literal(): string {
    const start = this.at
    let depth = 0
    parenthesis.lastIndex = start
    for (let found = parenthesis.exec(this.text); found !== null; found = parenthesis.exec(this.text)) {
      if (found[0] === '(') depth++
      else if (found[0] === ')') depth--
      if (depth === 0) {
        this.at = parenthesis.lastIndex
        return this.text.slice(start, this.at)
      }
    }
    throw this.#unexpected()
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) throw this.#unexpected()
    const taken = this.text.slice(this.at, pattern.lastIndex)
    this.at = pattern.lastIndex
    return taken
  }

  #unexpected(): Error {
    return new Error(`unexpected "${this.text.slice(this.at, this.at + 20)}" at byte ${this.at} of the PDF`)
  }
}
