/** `a b c d e f` (ISO 32000-1 §8.3.3). */
type Matrix = readonly number[]

/** In points from the lower left corner of the page. */
export interface Area {
  left: number
  bottom: number
  right: number
  top: number
}

interface State {
  matrix: Matrix
  /** Nothing is seen beyond it; clips that are no upright rectangles are taken for none. */
  clip: Area
}

/** Where what a content stream draws comes to stand, as far as it takes to know whether it is on the page. */
export class Graphics {
  /** Points to a pixel of what stands within the margins: Chromium makes the whole text smaller for what is too wide. */
  scale: number | null = null
  #state: State
  readonly #page: Area
  readonly #saved: State[] = []
  #rectangles: number[][] = []
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
    else if (operator === 're') this.#rectangles.push([...n])
    else if (operator === 'm') this.#rectangles.push([])
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
    const [only, ...others] = this.#rectangles
    if (this.#clips && only?.length === 4 && others.length === 0) this.#clip(only)
    this.#rectangles = []
    this.#clips = false
  }

  /**
   * Moves on by a text of this width, in units of text space. False where it leaves what is seen of the page by more
   * than `leeway`: a Chinese bracket that begins a line stands half before it, with the half that is empty.
   */
  show(width: number, leeway: number): boolean {
    const spare = Math.min(leeway, width / 2)
    const from = this.#placed(this.#pen + spare)
    this.#pen += width
    const to = this.#placed(this.#pen - spare)
    const { left, bottom, right, top } = this.#state.clip
    const seen = ([x, y]: readonly [number, number]) =>
      x > left - tolerance && x < right + tolerance && y > bottom - tolerance && y < top + tolerance
    return seen(from) && seen(to)
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

  #placed(x: number): readonly [number, number] {
    return placed(this.#state.matrix, placed(this.#text, [x, this.#line.y]))
  }

  #clip([x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
    const { matrix, clip } = this.#state
    const [x1, y1] = placed(matrix, [x, y])
    const [x2, y2] = placed(matrix, [x + width, y + height])
    this.#state = {
      matrix,
      clip: {
        left: Math.max(clip.left, Math.min(x1, x2)),
        bottom: Math.max(clip.bottom, Math.min(y1, y2)),
        right: Math.min(clip.right, Math.max(x1, x2)),
        top: Math.min(clip.top, Math.max(y1, y2)),
      },
    }
  }
}

/** In points: what nobody sees. */
const tolerance = 1
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
