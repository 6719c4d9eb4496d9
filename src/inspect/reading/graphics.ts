/** `a b c d e f` (ISO 32000-1 §8.3.3). */
type Matrix = readonly number[]

type Point = readonly [x: number, y: number]

/** A run of text: where its baseline begins and ends, and what is above its end. */
export interface Line {
  from: Point
  to: Point
  top: Point
}

/** In points from the lower left corner of the page. */
export interface Area {
  left: number
  bottom: number
  right: number
  top: number
}

interface State {
  matrix: Matrix
  /** Nothing is seen beyond it; of a clip that is no upright rectangle the one around it. */
  clip: Area
}

/** Where what a content stream draws comes to stand, as far as it takes to know whether it is on the page. */
export class Graphics {
  /** Points to a pixel of what stands within the margins: Chromium makes the whole text smaller for what is too wide. */
  scale: number | null = null
  #state: State
  readonly #page: Area
  readonly #saved: State[] = []
  /** Around what the path goes through, on the page. */
  #path: Area | null = null
  #clips = false
  #text: Matrix = identity
  /** Beginning of the line, and the place of the next glyph, both along the text. */
  #line = { x: 0, y: 0 }
  #pen = 0

  constructor(page: Area) {
    this.#state = { matrix: identity, clip: page }
    this.#page = page
  }

  /** Follows an operator that moves or cuts; operators that do neither change nothing. */
  follow(operator: string, n: readonly number[]): void {
    if (operator === 'q') this.#saved.push(this.#state)
    else if (operator === 'Q') this.#state = this.#saved.pop() ?? this.#state
    else if (operator === 'cm') this.transform(n)
    else if (operator === 're') this.#rectangle(n)
    else if (builds.has(operator)) for (let i = 0; i + 1 < n.length; i += 2) this.#reach(n[i] ?? 0, n[i + 1] ?? 0)
    else if (operator === 'W' || operator === 'W*') this.#clips = true
    else if (operator === 'BT') this.#startText(identity)
    else if (operator === 'Tm') this.#startText([...n])
    else if (operator === 'Td' || operator === 'TD') this.#moveLine(n[0] ?? 0, n[1] ?? 0)
  }

  transform(by: Matrix): void {
    this.#state = { ...this.#state, matrix: product(by, this.#state.matrix) }
    if (this.#state.clip !== this.#page) this.scale ??= Math.abs(this.#state.matrix[0] ?? 1)
  }

  /** The path that was built is drawn, or was only there to clip. */
  endPath(): void {
    if (this.#clips && this.#path !== null) {
      const { matrix, clip } = this.#state
      this.#state = { matrix, clip: common(clip, this.#path) }
    }
    this.#path = null
    this.#clips = false
  }

  /** Moves on by a text of this width, in units of text space; returns what it covers, `size` high. */
  show(width: number, size: number): Line {
    const from = this.#placed(this.#pen, 0)
    this.#pen += width
    return { from, to: this.#placed(this.#pen, 0), top: this.#placed(this.#pen, size) }
  }

  /** Whether a line is on what is seen of the page, but for what is empty at its ends. */
  sees({ from, to, top }: Line, empty: { before: number; after: number }): boolean {
    const { left, bottom, right, top: upper } = this.#state.clip
    const height = top[1] - to[1]
    // A letter may reach a little over its own width; half of a line's height is what it takes to read it.
    const spare = tolerance + Math.abs(height) * overhang
    const across =
      Math.min(from[0], to[0]) + empty.before > left - spare && Math.max(from[0], to[0]) - empty.after < right + spare
    const heights = [from[1], to[1], to[1] + height / 2]
    return across && heights.every((y) => y > bottom - tolerance && y < upper + tolerance)
  }

  #startText(matrix: Matrix): void {
    this.#text = matrix
    this.#line = { x: 0, y: 0 }
    this.#pen = 0
  }

  #moveLine(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y }
    this.#pen = this.#line.x
  }

  #placed(x: number, above: number): Point {
    return placed(this.#state.matrix, placed(this.#text, [x, this.#line.y + above]))
  }

  #rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
    this.#reach(x, y)
    this.#reach(x + width, y + height)
    this.#reach(x + width, y)
    this.#reach(x, y + height)
  }

  #reach(x: number, y: number): void {
    const [across, up] = placed(this.#state.matrix, [x, y])
    this.#path = around(this.#path ?? { left: across, right: across, bottom: up, top: up }, across, up)
  }
}

const builds = new Set(['m', 'l', 'c', 'v', 'y'])

function around({ left, bottom, right, top }: Area, x: number, y: number): Area {
  return { left: Math.min(left, x), bottom: Math.min(bottom, y), right: Math.max(right, x), top: Math.max(top, y) }
}

function common(one: Area, other: Area): Area {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  }
}

/** In points: what nobody sees. */
const tolerance = 1
/** Of a line's height. */
const overhang = 0.1
const identity: Matrix = [1, 0, 0, 1, 0, 0]

function placed([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix, [x, y]: readonly [number, number]) {
  return [a * x + c * y + e, b * x + d * y + f] as const
}

function product(first: Matrix, then: Matrix): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = first
  const [p = 0, q = 0, r = 0, s = 0] = then
  const [x, y] = placed(then, [e, f])
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y]
}
