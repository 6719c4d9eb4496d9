import { artefact, type PageMarks } from './marks.js'
import type { Operation } from './operations.js'
import { type Colours, type Mark, Pen, type Rectangle } from './pen.js'
import type { Run } from './run.js'

/** What a page's content stands in. */
export interface Sheet {
  marks: PageMarks
  /** What is further down is a foot, not a head: in the units of text that is in no element. */
  middle: number
  /** A form's first mark; null where it has none, or is no form. */
  markIn(name: string): string | null
}

const colour = /^([\d.]+) ([\d.]+) ([\d.]+) RG ([\d.]+) ([\d.]+) ([\d.]+) rg$/
const builds = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

/**
 * A page's content in half of Chromium's bytes; what is drawn stays. What is in no element, or only drawn (rules, grounds),
 * is marked as an artefact; text that is not in the language of its element says so.
 */
export function redraw(operations: readonly Operation[], sheet: Sheet): string {
  return new Redrawing(operations, sheet).content
}

class Redrawing {
  readonly content: string
  readonly #sheet: Sheet
  readonly #pen = new Pen()
  /** Marks that are open in Chromium's content; null where it is none of an element's. */
  readonly #open: (string | null)[] = []
  /** Marks of other kinds that are open: no other begins or ends meanwhile. */
  #foreign = 0
  readonly #colours = new Map<string, Colours>()
  #path = ''
  #areas: Rectangle[] | null = []

  constructor(operations: readonly Operation[], sheet: Sheet) {
    this.#sheet = sheet
    for (const operation of operations) this.#operate(operation)
    this.content = this.#pen.finish()
  }

  #operate(operation: Operation): void {
    const { operator, source } = operation
    if (operator === 'BT') this.#text(operation)
    else if (builds.has(operator)) this.#build(source, operator)
    else if (paints.has(operator)) this.#paint(operator)
    else if (operator === 'BDC' || operator === 'BMC') this.#begin(operation)
    else if (operator === 'EMC') this.#end()
    else if (operator === 'rg' && colour.test(source)) this.#colour(source)
    else if (operator === 'gs') this.#pen.graphics(source)
    else if (operator === 'q') this.#pen.save()
    else if (operator === 'Q') this.#pen.restore()
    else if (operator === 'n') this.#clip(source)
    else if (operator === 'cm') this.#pen.verbatim(`${source}\n`)
    else if (operator === 'Do' || operator === 'sh') this.#draw(source)
    else this.#pen.unknown(`${source}\n`)
  }

  #text({ run, source }: Operation): void {
    if (run !== null) this.#pen.show(run, this.#enter('text', run))
    else {
      this.#enter('around', null)
      this.#pen.draw(source)
    }
  }

  #build(line: string, operator: string): void {
    this.#path += `${line}\n`
    if (operator !== 're') this.#areas = null
    else if (this.#areas !== null) {
      const [x = 0, y = 0, width = 0, height = 0] = line.split(' ').map(Number)
      if (width > 0 && height > 0) this.#areas.push([x, y, width, height])
      else this.#areas = null
    }
  }

  #paint(operator: string): void {
    this.#enter('path', null)
    if (this.#areas !== null && this.#areas.length > 0 && operator === 'f') this.#pen.fill(this.#areas)
    else this.#pen.paint(this.#path, operator)
    this.#endPath()
  }

  #clip(line: string): void {
    this.#pen.verbatim(`${this.#path}${line}\n`)
    this.#endPath()
  }

  #endPath(): void {
    this.#path = ''
    this.#areas = []
  }

  #draw(line: string): void {
    this.#enter('around', null, this.#open.at(-1) ?? this.#sheet.markIn(line.slice(1, line.indexOf(' '))))
    this.#pen.draw(`${line}\n`)
  }

  #colour(line: string): void {
    let known = this.#colours.get(line)
    if (known === undefined) {
      known = coloursOf(line)
      this.#colours.set(line, known)
    }
    this.#pen.colour(known)
  }

  #begin({ mark, source }: Operation): void {
    if (mark === null) {
      this.#enter('around', null)
      this.#pen.verbatimInMark(`${source}\n`)
      this.#foreign++
    }
    this.#open.push(mark)
  }

  #end(): void {
    if (this.#open.pop() !== null || this.#foreign === 0) return
    this.#pen.verbatimInMark('EMC\n')
    this.#foreign--
  }

  /** Enters the mark for what is drawn next; returns the mark for its language. */
  #enter(
    kind: 'text' | 'path' | 'around',
    run: Run | null,
    id = this.#open.findLast((open) => open !== null) ?? null,
  ): string {
    if (this.#foreign > 0) return ''
    const placed = this.#sheet.marks.place(id, kind, this.#pen.mark)
    this.#pen.enterMark(placed?.mark ?? this.#artefactFor(run))
    return placed?.span ?? ''
  }

  #artefactFor(run: Run | null): Mark {
    if (run === null) return artefact.layout
    return run.y < this.#sheet.middle ? artefact.header : artefact.footer
  }
}

function coloursOf(line: string): Colours {
  const [r = '0', g = r, b = r, red = r, green = g, blue = b] = colour.exec(line)?.slice(1).map(shade) ?? []
  return {
    fill: red === green && green === blue ? `${red} g` : `${red} ${green} ${blue} rg`,
    stroke: r === g && g === b ? `${r} G` : `${r} ${g} ${b} RG`,
  }
}

/** As near as a screen shows it. */
function shade(value: string): string {
  return (
    Number(value)
      .toFixed(3)
      .replace(/^0|\.?0+$/g, '') || '0'
  )
}
