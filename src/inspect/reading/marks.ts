/** What holds between two marks of a content stream (ISO 32000-1 §14.6), that of the marks around them included. */
export interface Mark {
  mcid: number | null
  artefact: boolean
  /** Text that stands for all glyphs until the mark ends. */
  replaced: boolean
}

const outside: Mark = { mcid: null, artefact: false, replaced: false }

/** The marks that are open while a content stream is read. */
export class Marks {
  readonly nested = { artefacts: 0, contents: 0 }
  readonly #open: Mark[] = []

  get inner(): Mark {
    return this.#open.at(-1) ?? outside
  }

  /** Returns the text (UTF-16BE, hexadecimal) that stands for what follows, where there is one. */
  begin(tag: string, properties: string): string | null {
    const around = this.inner
    const mcid = /\/MCID\s+(\d+)/.exec(properties)?.[1]
    const actualText = /\/ActualText\s*<([0-9A-Fa-f\s]*)>/.exec(properties)?.[1]
    const artefact = tag === '/Artifact'
    if (artefact && around.mcid !== null) this.nested.artefacts++
    if (mcid !== undefined && around.artefact) this.nested.contents++
    this.#open.push({
      mcid: mcid === undefined ? around.mcid : Number(mcid),
      artefact: artefact || around.artefact,
      replaced: around.replaced || actualText !== undefined,
    })
    return actualText?.replace(/\s/g, '') ?? null
  }

  end(): void {
    this.#open.pop()
  }
}
