import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { unitId } from './units.js'

/** A unit as it came back. */
export interface ReturnedUnit {
  id: string
  /** Of its source in the file, from 1. */
  line: number
  use: string
  zh: string
  en: string
  state: 'initial' | 'translated' | 'reviewed' | 'final'
  /** Digest of the English that was exported; null where a tool has dropped it. */
  exported: string | null
}

/** The file is no XLIFF that can be read; the place is part of the message. */
export class ExchangeProblem extends Error {
  constructor(
    readonly line: number,
    problem: string,
  ) {
    super(`line ${line}: ${problem}`)
  }
}

const states = ['initial', 'translated', 'reviewed', 'final'] as const

interface Open extends ReturnedUnit {
  segments: number
}

/** Reads XLIFF 2.0 or 2.1, Chinese to English. Throws an `ExchangeProblem`. */
export function readXliff(text: string): ReturnedUnit[] {
  const reader = new Reader()
  reader.read(text)
  return reader.units
}

class Reader {
  readonly units: ReturnedUnit[] = []
  readonly #parser = new SaxesParser()
  readonly #path: string[] = []
  #unit: Open | null = null
  #metaType = ''

  read(text: string): void {
    this.#parser.on('error', (error) => {
      throw new ExchangeProblem(this.#parser.line, error.message.replace(/^\d+:\d+: /, ''))
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (piece) => this.#text(piece))
    this.#parser.on('cdata', (piece) => this.#text(piece))
    this.#parser.on('closetag', () => this.#close())
    this.#parser.write(text.replace(/^\ufeff/, '')).close()
    if (this.#parser.line <= 1 && this.units.length === 0 && !text.includes('<xliff')) {
      throw new ExchangeProblem(1, 'this is no XLIFF file')
    }
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    if (this.#path.length === 0) this.#checkRoot(name, attributes)
    this.#path.push(name)
    if (name === 'unit') this.#begin(attributes)
    const unit = this.#unit
    if (!unit) return
    if (name === 'segment') {
      unit.segments++
      const state = states.find((known) => known === (attributes.state ?? 'initial')) ?? 'initial'
      // A unit is as far as the least of its segments.
      unit.state = unit.segments === 1 || states.indexOf(state) < states.indexOf(unit.state) ? state : unit.state
    }
    if (name === 'source' && this.#isOfSegment() && unit.zh === '') unit.line = this.#parser.line
    if (name === 'cp' && this.#isOfSegment())
      this.#text(String.fromCodePoint(Number.parseInt(attributes.hex ?? '20', 16)))
    if (/(?:^|:)meta$/.test(name)) this.#metaType = attributes.type ?? ''
  }

  #checkRoot(name: string, { version = '', srcLang = '', trgLang = '' }: Record<string, string>): void {
    const wrong = (problem: string): never => {
      throw new ExchangeProblem(this.#parser.line, problem)
    }
    if (name !== 'xliff') wrong('this is no XLIFF file')
    if (!/^2\.[01]$/.test(version)) wrong(`XLIFF ${version || 'without a version'} cannot be read: 2.0 and 2.1 can`)
    if (!/^zh\b/i.test(srcLang)) wrong(`srcLang is “${srcLang}”: it must be Chinese (zh …)`)
    if (!/^en\b/i.test(trgLang)) wrong(`trgLang is “${trgLang}”: it must be English (en …)`)
  }

  #begin({ id = '' }: Record<string, string>): void {
    const { line } = this.#parser
    this.#unit = { id, line, use: '', zh: '', en: '', state: 'initial', exported: null, segments: 0 }
  }

  /** Text of a segment, not of a candidate of the memory or a note. */
  #isOfSegment(): boolean {
    const at = this.#path.lastIndexOf('segment')
    return at >= 0 && /^(?:source|target)$/.test(this.#path[at + 1] ?? '')
  }

  #text(piece: string): void {
    const unit = this.#unit
    if (!unit) return
    if (/(?:^|:)meta$/.test(this.#path.at(-1) ?? '')) {
      if (this.#metaType === 'use') unit.use += piece
      if (this.#metaType === 'exported') unit.exported = (unit.exported ?? '') + piece
    } else if (this.#isOfSegment()) {
      const part = this.#path[this.#path.lastIndexOf('segment') + 1]
      if (part === 'source') unit.zh += piece
      else unit.en += piece
    }
  }

  #close(): void {
    if (this.#path.pop() !== 'unit' || !this.#unit) return
    const { segments: _segments, ...unit } = this.#unit
    this.units.push({ ...unit, use: unit.use.trim() || useOf(unit), en: unit.en.trim() })
    this.#unit = null
  }
}

/** Where a tool has dropped our metadata the id still tells texts and names apart. */
function useOf({ id, zh }: ReturnedUnit): string {
  return ['text', 'name', 'noun', 'title'].find((use) => unitId(use, zh) === id) ?? 'text'
}
