/** Builds the `d` of an SVG path from the calls of a canvas. */
export class Path {
  #d = ''

  get d(): string {
    return this.#d
  }

  close(): void {
    if (this.#d) this.#d += 'Z'
  }

  move(x: number, y: number): void {
    this.#d += `M${n(x)} ${n(y)}`
  }

  line(x: number, y: number): void {
    this.#d += `${this.#d ? 'L' : 'M'}${n(x)} ${n(y)}`
  }

  quadratic(cx: number, cy: number, x: number, y: number): void {
    this.#d += `Q${n(cx)} ${n(cy)} ${n(x)} ${n(y)}`
  }

  cubic(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#d += `C${n(ax)} ${n(ay)} ${n(bx)} ${n(by)} ${n(x)} ${n(y)}`
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#d += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`
  }

  ellipse(
    { x, y, rx, ry, rotation }: { x: number; y: number; rx: number; ry: number; rotation: number },
    start: number,
    end: number,
    counterclockwise: boolean,
  ): void {
    const at = (angle: number): [number, number] => {
      const [px, py] = [rx * Math.cos(angle), ry * Math.sin(angle)]
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
      return [x + px * cos - py * sin, y + px * sin + py * cos]
    }
    const turn = sweep(start, end, counterclockwise)
    this.line(...at(start))
    // An SVG arc cannot be a whole circle: two halves.
    for (const angle of Math.abs(turn) > Math.PI ? [start + turn / 2, start + turn] : [start + turn]) {
      const [ex, ey] = at(angle)
      this.#d += `A${n(rx)} ${n(ry)} ${n((rotation * 180) / Math.PI)} 0 ${turn > 0 ? 1 : 0} ${n(ex)} ${n(ey)}`
    }
  }
}

/** The signed angle that an arc turns through, at most one full turn. */
function sweep(start: number, end: number, counterclockwise: boolean): number {
  const full = Math.PI * 2
  const turn = counterclockwise ? start - end : end - start
  const signed = turn >= full ? full : ((turn % full) + full) % full
  return counterclockwise ? -signed : signed
}

/** Hundredths of a pixel are finer than any printer. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
