import type { Typesetter } from '../font/measure.js'
import { Path } from './path.js'
import { clipMarkup, fillPaint, pathMarkup, strokePaint, textMarkup } from './svg-markup.js'
import { initial, type Property, properties, type State } from './svg-state.js'
import { type Align, type Baseline, fontOf } from './svg-text.js'
import { identity, type Matrix, multiply } from './transform.js'

/**
 * The part of `CanvasRenderingContext2D` that Chart.js draws with, writing SVG elements: paths stay vectors and labels
 * stay text. Units are CSS pixels. What it does not have (images, gradients, shadows) throws, as a chart that silently
 * loses a part would mislead.
 */
export class SvgContext {
  declare fillStyle: string
  declare strokeStyle: string
  declare lineWidth: number
  declare font: string
  declare textAlign: Align
  declare textBaseline: Baseline
  readonly canvas: SvgCanvas
  readonly #typesetter: Typesetter
  readonly #elements: string[] = []
  readonly #stack: State[] = []
  readonly #idPrefix: string
  /** Texts drawn, in order. */
  readonly labels: string[] = []
  #state: State = { ...initial }
  #path = new Path()
  #clips = 0
  #link: string | null = null

  constructor(canvas: SvgCanvas, typesetter: Typesetter, idPrefix: string) {
    this.canvas = canvas
    this.#typesetter = typesetter
    this.#idPrefix = idPrefix
  }

  /** What was drawn, to stand inside an `<svg>`. */
  toMarkup(): string {
    return this.#elements.join('')
  }

  /** Texts drawn from now on lead to `href`; null ends it. */
  linkTo(href: string | null): void {
    this.#link = href
  }

  get(name: Property): State[typeof name] {
    return this.#state[name]
  }

  set(name: Property, value: unknown): void {
    // As a canvas does: a value that is no colour, number or word is not taken.
    if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) {
      this.#state = { ...this.#state, [name]: value }
    } else if (value !== undefined && value !== null && typeof value === 'object') {
      throw new Error(`an SVG chart has no gradient or pattern for ${name}`)
    }
  }

  save(): void {
    this.#stack.push(this.#state)
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state
  }

  translate(x: number, y: number): void {
    this.#transform([1, 0, 0, 1, x, y])
  }

  rotate(angle: number): void {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
    this.#transform([cos, sin, -sin, cos, 0, 0])
  }

  scale(x: number, y: number): void {
    this.#transform([x, 0, 0, y, 0, 0])
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const isIdentity = [a, b, c, d, e, f].every((value, index) => value === identity[index])
    this.#state = { ...this.#state, transform: isIdentity ? identity : [a, b, c, d, e, f] }
  }

  resetTransform(): void {
    this.#state = { ...this.#state, transform: identity }
  }

  setLineDash(dash: readonly number[]): void {
    this.#state = { ...this.#state, dash: [...dash] }
  }

  getLineDash(): number[] {
    return [...this.#state.dash]
  }

  beginPath(): void {
    this.#path = new Path()
  }

  closePath(): void {
    this.#path.close()
  }

  moveTo(x: number, y: number): void {
    this.#path.move(x, y)
  }

  lineTo(x: number, y: number): void {
    this.#path.line(x, y)
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path.quadratic(cx, cy, x, y)
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.cubic(ax, ay, bx, by, x, y)
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height)
  }

  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise = false): void {
    this.#path.ellipse({ x, y, rx: radius, ry: radius, rotation: 0 }, start, end, counterclockwise)
  }

  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    start: number,
    end: number,
    counterclockwise = false,
  ): void {
    this.#path.ellipse({ x, y, rx, ry, rotation }, start, end, counterclockwise)
  }

  fill(): void {
    this.#draw(fillPaint(this.#state))
  }

  stroke(): void {
    if (this.#state.lineWidth) this.#draw(strokePaint(this.#state))
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#withOwnPath(() => {
      this.rect(x, y, width, height)
      this.fill()
    })
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#withOwnPath(() => {
      this.rect(x, y, width, height)
      this.stroke()
    })
  }

  /** Nothing is there before the first stroke, and nothing of a finished chart is taken away. */
  clearRect(): void {
    if (this.#elements.length) this.#elements.length = this.labels.length = 0
  }

  clip(): void {
    if (!this.#path.d) return
    const id = `${this.#idPrefix}-clip${++this.#clips}`
    this.#elements.push(clipMarkup(id, this.#path.d, this.#state))
    this.#state = { ...this.#state, clip: id }
  }

  measureText(text: string): { width: number; actualBoundingBoxAscent: number; actualBoundingBoxDescent: number } {
    const { size, weight } = fontOf(this.#state.font)
    return {
      width: this.#typesetter.width(text, size, weight),
      actualBoundingBoxAscent: size * 0.73,
      actualBoundingBoxDescent: size * 0.2,
    }
  }

  fillText(text: string, x: number, y: number): void {
    const string = String(text)
    if (!string.trim()) return
    this.#elements.push(textMarkup(string, x, y, this.#state, this.#link))
    this.labels.push(string)
  }

  /** Outlines of letters are for canvases: the letters themselves follow. */
  strokeText(): void {}

  drawImage(): never {
    throw new Error('an SVG chart holds no pictures')
  }

  createLinearGradient(): never {
    throw new Error('an SVG chart has no gradients')
  }

  #transform(by: Matrix): void {
    this.#state = { ...this.#state, transform: multiply(this.#state.transform, by) }
  }

  #draw(paint: string): void {
    if (this.#path.d) this.#elements.push(pathMarkup(this.#path.d, paint, this.#state))
  }

  #withOwnPath(draw: () => void): void {
    const path = this.#path
    this.#path = new Path()
    draw()
    this.#path = path
  }
}

// The drawing properties of a canvas are read and set as fields; here they lead to the saved state.
for (const name of properties) {
  Object.defineProperty(SvgContext.prototype, name, {
    get(this: SvgContext) {
      return this.get(name)
    },
    set(this: SvgContext, value: unknown) {
      this.set(name, value)
    },
  })
}

/** What Chart.js takes for a canvas element. */
export interface SvgCanvas {
  width: number
  height: number
  style: Record<string, string>
  getContext(kind: string): unknown
}

/** The context that a chart of ours draws on. */
export function penOf({ ctx }: { ctx: unknown }): SvgContext {
  if (ctx instanceof SvgContext) return ctx
  throw new Error('a chart of ours is drawn on an SvgContext')
}
