import type { Typesetter } from '../font/measure.js'
import { n, Path } from './path.js'
import { type Align, anchors, type Baseline, baselineShift, escapeXml, fontOf, languageOf } from './svg-text.js'
import { identity, type Matrix, multiply, transformAttribute, translated } from './transform.js'

interface State {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'miter' | 'round' | 'bevel'
  miterLimit: number
  globalAlpha: number
  font: string
  textAlign: Align
  textBaseline: Baseline
  lineDashOffset: number
  dash: readonly number[]
  transform: Matrix
  clip: string | null
}

const initial: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  lineDashOffset: 0,
  dash: [],
  transform: identity,
  clip: null,
}

const properties = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'lineDashOffset',
] as const

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

  get(name: (typeof properties)[number]): State[typeof name] {
    return this.#state[name]
  }

  set(name: (typeof properties)[number], value: unknown): void {
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
    this.#draw(`fill="${escapeXml(this.#state.fillStyle)}"${this.#opacity()}`)
  }

  stroke(): void {
    const { strokeStyle, lineWidth, lineCap, lineJoin, dash, lineDashOffset } = this.#state
    if (!lineWidth) return
    const dashes = dash.length
      ? ` stroke-dasharray="${dash.map(n).join(' ')}" stroke-dashoffset="${n(lineDashOffset)}"`
      : ''
    const ends = `${lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`}${lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`}`
    this.#draw(
      `fill="none" stroke="${escapeXml(strokeStyle)}" stroke-width="${n(lineWidth)}"${ends}${dashes}${this.#opacity()}`,
    )
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
    const outer = this.#state.clip ? ` clip-path="url(#${this.#state.clip})"` : ''
    this.#elements.push(
      `<clipPath id="${id}"${outer}><path d="${this.#path.d}"${transformAttribute(this.#state.transform)}/></clipPath>`,
    )
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
    const { size, weight } = fontOf(this.#state.font)
    const anchor = anchors[this.#state.textAlign]
    const lang = languageOf(string)
    const [left, top, transform] = translated(
      this.#state.transform,
      x,
      y + baselineShift(this.#state.textBaseline) * size,
    )
    const attributes = [
      `x="${n(left)}" y="${n(top)}"`,
      `font-size="${n(size)}" font-weight="${weight}"${lang}`,
      `fill="${escapeXml(this.#state.fillStyle)}"${this.#opacity()}`,
      anchor === 'start' ? '' : `text-anchor="${anchor}"`,
    ]
    const markup = `<text ${attributes.filter(Boolean).join(' ')}${transform}>${escapeXml(string)}</text>`
    this.#elements.push(this.#link ? `<a href="${escapeXml(this.#link)}">${markup}</a>` : markup)
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
    if (!this.#path.d) return
    const clip = this.#state.clip ? ` clip-path="url(#${this.#state.clip})"` : ''
    const path = `<path d="${this.#path.d}" ${paint}${transformAttribute(this.#state.transform)}/>`
    // The clip stands in the outer system of coordinates, so it must not be moved with the path.
    this.#elements.push(
      clip && this.#state.transform !== identity ? `<g${clip}>${path}</g>` : path.replace('/>', `${clip}/>`),
    )
  }

  #withOwnPath(draw: () => void): void {
    const path = this.#path
    this.#path = new Path()
    draw()
    this.#path = path
  }

  #opacity(): string {
    return this.#state.globalAlpha < 1 ? ` opacity="${n(this.#state.globalAlpha)}"` : ''
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
