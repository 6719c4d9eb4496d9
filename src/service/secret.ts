/** A key that no log, error or JSON can show by accident. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  /** The text without the key, for messages of services that repeat what they were sent. */
  removedFrom(text: string): string {
    return this.#value === '' ? text : text.replaceAll(this.#value, '…')
  }

  toString(): string {
    return '…'
  }

  toJSON(): string {
    return '…'
  }
}
