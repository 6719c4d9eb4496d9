/** Levels of headings one after the other, without gaps (ISO 14289-1 §7.4.2): what stood two levels down stands one down. */
export class HeadingLevels {
  /** The headings that the next one may stand under. */
  readonly #open: { said: number; level: number }[] = []

  /** The level of the next heading, which says that it is of level `said`. */
  next(said: number): number {
    while ((this.#open.at(-1)?.said ?? 0) >= said) this.#open.pop()
    const level = (this.#open.at(-1)?.level ?? 0) + 1
    this.#open.push({ said, level })
    return level
  }
}
