import { type Run, tolerance } from './run.js'

/** `x y width height`. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number]

/** As the operators that set them; empty where the file sets them in a way of its own, which is left as it is. */
export interface Colours {
  fill: string
  stroke: string
}

interface State extends Colours {
  graphics: string
  font: string
}

/** What a mark says, and whether it must stand around text objects, not in one: lines and areas are drawn outside them. */
export interface Mark {
  tag: string
  around: boolean
}

/** Writes content with as few operators as it takes: a colour, a font or a place only where it is another than before. */
export class Pen {
  #content: string[] = []
  /** What the file says by now. */
  #state: State = { fill: '0 g', stroke: '0 G', graphics: '', font: '' }
  /** What the next text or area is to have. */
  #colour: Colours = { fill: '0 g', stroke: '0 G' }
  readonly #saved: { state: State; colour: Colours }[] = []
  #mark: Mark | null = null
  #markInText = false
  #span = ''
  #inText = false
  /** Whether the text object has no place yet. */
  #unplaced = false
  /** Glyphs that may still be joined by what follows. */
  #glyphs = ''
  /** Beginning of the line, as it was written. */
  #line = { x: 0, y: 0 }
  /** Where a reader has come to. */
  #at = 0
  readonly #areas: Rectangle[] = []

  /** The mark that holds now. */
  get mark(): Mark | null {
    return this.#mark
  }

  finish(): string {
    this.leaveMark()
    this.leaveText()
    return this.#content.join('')
  }

  /** All that follows stands in `mark`, until another one or `leaveMark`. */
  enterMark(mark: Mark): void {
    if (mark === this.#mark) return
    this.leaveMark()
    if (mark.around) this.leaveText()
    else this.#enterText()
    this.#content.push(`${mark.tag}\n`)
    this.#mark = mark
    this.#markInText = this.#inText
  }

  leaveMark(): void {
    this.#leaveSpan()
    this.#fillAreas()
    if (this.#mark === null) return
    if (!this.#markInText) this.#leaveTextOnly()
    this.#content.push('EMC\n')
    this.#mark = null
  }

  leaveText(): void {
    this.#leaveSpan()
    if (this.#inText && this.#markInText) this.leaveMark()
    this.#leaveTextOnly()
  }

  /** `span`: a mark inside the mark, around text; none where it is empty. */
  show(run: Run, span: string): void {
    this.#fillAreas()
    if (span !== this.#span) {
      this.#leaveSpan()
      this.#enterText()
      if (span !== '') this.#content.push(`${span}\n`)
      this.#span = span
    }
    const unit = run.size / 1000
    const font = `${run.font} ${rounded(run.size)} Tf`
    const y = rounded(run.y)
    const back = Math.round((this.#at - run.x) / unit)
    const follows = !this.#unplaced && this.#inText && y === this.#line.y && Math.abs(back) <= farthest
    const kern = Math.abs(back) <= tolerance ? 0 : back
    if (follows && this.#glyphs !== '' && font === this.#state.font && this.#colour.fill === this.#state.fill) {
      this.#glyphs += kern === 0 ? run.glyphs : `${kern}${run.glyphs}`
      this.#at += run.advance - kern * unit
      return
    }
    this.#flushGlyphs()
    this.#enterText()
    if (font !== this.#state.font) this.#content.push(`${font}\n`)
    this.#state.font = font
    this.#setFill()
    if (follows && kern === 0) this.#at += run.advance
    else this.#at = this.#moveTo(rounded(run.x), y) + run.advance
    this.#glyphs = run.glyphs
  }

  /** Areas that belong together are filled together. */
  fill(areas: readonly Rectangle[]): void {
    if (this.#areas.length > 0 && this.#colour.fill !== this.#state.fill) this.#fillAreas()
    this.leaveTextFor()
    this.#setFill()
    for (const area of areas) {
      const joined = besideEachOther(this.#areas.at(-1), area)
      if (joined === null) this.#areas.push(area)
      else this.#areas[this.#areas.length - 1] = joined
    }
  }

  /** Draws a path, in lines of their own, by `operator`. */
  paint(path: string, operator: string): void {
    this.#fillAreas()
    this.leaveTextFor()
    if (/^[fFbB]/.test(operator)) this.#setFill()
    if (/^[sSbB]/.test(operator)) this.#setStroke()
    this.#content.push(`${path}${operator}\n`)
  }

  colour(colours: Colours): void {
    this.#colour = colours
  }

  /** Names a set of graphics parameters; said again it changes nothing. */
  graphics(line: string): void {
    if (line === this.#state.graphics) return
    this.#fillAreas()
    this.#flushGlyphs()
    this.#content.push(`${line}\n`)
    this.#state.graphics = line
  }

  save(): void {
    this.verbatim('q\n')
    this.#saved.push({ state: { ...this.#state }, colour: this.#colour })
  }

  restore(): void {
    this.verbatim('Q\n')
    const before = this.#saved.pop()
    if (before === undefined) return
    this.#state = before.state
    this.#colour = before.colour
  }

  /** As it is, outside of text objects. */
  verbatim(content: string): void {
    this.#fillAreas()
    this.leaveText()
    this.#content.push(content)
  }

  /** What is drawn as it is, in the colours that hold now; it may have changed them, and fonts, for itself. */
  draw(content: string): void {
    this.#fillAreas()
    this.leaveTextFor()
    this.#setFill()
    this.#setStroke()
    this.#content.push(content)
    this.#state = { fill: '', stroke: '', graphics: '', font: '' }
  }

  /** An operator that we do not know: it may set the colours of what follows, as a gradient does. */
  unknown(content: string): void {
    this.draw(content)
    this.#colour = { fill: '', stroke: '' }
  }

  /** As it is, in the mark that holds now, which goes on. */
  verbatimInMark(content: string): void {
    this.#fillAreas()
    this.leaveTextFor()
    this.#content.push(content)
  }

  /** Ends a text object for what is drawn in the mark that holds now: it stands around text objects. */
  leaveTextFor(): void {
    this.#leaveSpan()
    this.#leaveTextOnly()
  }

  #enterText(): void {
    if (this.#inText) return
    this.#fillAreas()
    this.#content.push('BT\n')
    this.#inText = true
    this.#unplaced = true
  }

  #leaveTextOnly(): void {
    this.#flushGlyphs()
    if (!this.#inText) return
    this.#content.push('ET\n')
    this.#inText = false
  }

  #leaveSpan(): void {
    this.#flushGlyphs()
    if (this.#span !== '') this.#content.push('EMC\n')
    this.#span = ''
  }

  /** The page is written upside down: a line further down has the greater y, and moves text by less than nothing. */
  #moveTo(x: number, y: number): number {
    this.#content.push(
      this.#unplaced ? `1 0 0 -1 ${x} ${y} Tm\n` : `${rounded(x - this.#line.x)} ${rounded(this.#line.y - y)} Td\n`,
    )
    this.#unplaced = false
    this.#line = { x, y }
    return x
  }

  #flushGlyphs(): void {
    if (this.#glyphs === '') return
    const glyphs = this.#glyphs.replaceAll('><', '')
    this.#content.push(glyphs.indexOf('<', 1) < 0 ? `${glyphs}Tj\n` : `[${glyphs}]TJ\n`)
    this.#glyphs = ''
  }

  #fillAreas(): void {
    if (this.#areas.length === 0) return
    for (const area of this.#areas) this.#content.push(`${area.join(' ')} re\n`)
    this.#content.push('f\n')
    this.#areas.length = 0
  }

  #setFill(): void {
    if (this.#colour.fill === '' || this.#colour.fill === this.#state.fill) return
    this.#content.push(`${this.#colour.fill}\n`)
    this.#state.fill = this.#colour.fill
  }

  #setStroke(): void {
    if (this.#colour.stroke === '' || this.#colour.stroke === this.#state.stroke) return
    this.#content.push(`${this.#colour.stroke}\n`)
    this.#state.stroke = this.#colour.stroke
  }
}

/** In thousandths of the font's size: further away a place is said, not a distance. */
const farthest = 20_000

/** Two areas that touch along a whole side are one. */
function besideEachOther(one: Rectangle | undefined, other: Rectangle): Rectangle | null {
  if (one === undefined) return null
  const [x, y, width, height] = one
  const [left, top, wide, high] = other
  if (top === y && high === height && left === rounded(x + width)) return [x, y, rounded(width + wide), height]
  if (left === x && wide === width && top === rounded(y + height)) return [x, y, width, rounded(height + high)]
  return null
}

/** To a tenth of a pixel: what no printer shows. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
