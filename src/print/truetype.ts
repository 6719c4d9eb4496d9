/** The tables of a TrueType program by their names (OpenType, "Organization of an OpenType Font"). */
type Tables = Map<string, Buffer>

const headLength = 12
const entryLength = 16
/** Where `head` says how long the entries of `loca` are, `maxp` how many glyphs there are, `hhea` how many widths. */
const field = { longLoca: 50, glyphs: 4, widths: 34 } as const

/** The glyphs of a program that are drawn, and how wide each is said to be, by glyph number. */
export interface Glyphs {
  tables: Tables
  outlines: Buffer[]
  metrics: Buffer[]
}

export function readTables(program: Buffer): Tables {
  const tables: Tables = new Map()
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const entry = headLength + i * entryLength
    const start = program.readUInt32BE(entry + 8)
    const length = program.readUInt32BE(entry + 12)
    tables.set(program.toString('latin1', entry, entry + 4), program.subarray(start, start + length))
  }
  return tables
}

/** Reads a program in which each glyph has kept its number, those that are not used being empty. */
export function readGlyphs(program: Buffer): Glyphs {
  const tables = readTables(program)
  const table = (name: string) => tables.get(name) ?? Buffer.alloc(0)
  const [loca, glyf, hmtx] = [table('loca'), table('glyf'), table('hmtx')]
  const long = table('head').readUInt16BE(field.longLoca) === 1
  const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const widths = table('hhea').readUInt16BE(field.widths)
  const count = table('maxp').readUInt16BE(field.glyphs)
  const outlines: Buffer[] = []
  const metrics: Buffer[] = []
  for (let glyph = 0; glyph < count; glyph++) {
    outlines.push(glyf.subarray(offset(glyph), offset(glyph + 1)))
    metrics.push(metricOf(hmtx, glyph, widths))
  }
  return { tables, outlines, metrics }
}

/** Width and left side; beyond the last width only the left side is said. */
function metricOf(hmtx: Buffer, glyph: number, widths: number): Buffer {
  if (glyph < widths) return hmtx.subarray(glyph * 4, glyph * 4 + 4)
  const last = (widths - 1) * 4
  const side = widths * 4 + (glyph - widths) * 2
  return Buffer.concat([hmtx.subarray(last, last + 2), hmtx.subarray(side, side + 2)])
}

/** True where both are of one font: they share glyphs, and each that both have is drawn alike. */
export function sameFont(a: Glyphs, b: Glyphs): boolean {
  let shared = 0
  for (const [glyph, outline] of a.outlines.entries()) {
    const other = b.outlines[glyph]
    // The first is drawn in every font, for what it lacks.
    if (glyph === 0 || other === undefined || outline.length === 0 || other.length === 0) continue
    if (!outline.equals(other)) return false
    shared++
  }
  return shared > 0
}

/** One program with the glyphs of both. */
export function joinGlyphs(a: Glyphs, b: Glyphs): Glyphs {
  const length = Math.max(a.outlines.length, b.outlines.length)
  const outlines: Buffer[] = []
  const metrics: Buffer[] = []
  for (let glyph = 0; glyph < length; glyph++) {
    outlines.push([a, b].map((font) => font.outlines[glyph]).find((outline) => outline?.length) ?? Buffer.alloc(0))
    metrics.push([a, b].map((font) => font.metrics[glyph]).find((metric) => metric?.readUInt16BE(0)) ?? Buffer.alloc(4))
  }
  return { tables: a.tables, outlines, metrics }
}

/** Writes the program; glyphs stand at even offsets. */
export function writeGlyphs({ tables, outlines, metrics }: Glyphs): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  const glyf: Buffer[] = []
  let at = 0
  for (const [glyph, outline] of outlines.entries()) {
    loca.writeUInt32BE(at, glyph * 4)
    const even = padded(outline, 2)
    glyf.push(even)
    at += even.length
  }
  loca.writeUInt32BE(at, outlines.length * 4)
  const changed = (name: string, offset: number, value: number): [string, Buffer] => {
    const table = Buffer.from(tables.get(name) ?? Buffer.alloc(offset + 2))
    table.writeUInt16BE(value, offset)
    return [name, table]
  }
  const own: Tables = new Map<string, Buffer>([
    ...tables,
    changed('head', field.longLoca, 1),
    changed('maxp', field.glyphs, outlines.length),
    changed('hhea', field.widths, metrics.length),
    ['hmtx', Buffer.concat(metrics)],
    ['loca', loca],
    ['glyf', Buffer.concat(glyf)],
  ])
  return writeTables(own)
}

/** A TrueType program of these tables. */
export function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(headLength + tables.size * entryLength)
  const power = Math.floor(Math.log2(tables.size))
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.size, 4)
  head.writeUInt16BE(2 ** power * entryLength, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE((tables.size - 2 ** power) * entryLength, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [i, [name, table]] of [...tables].entries()) {
    const entry = headLength + i * entryLength
    head.write(name, entry, 'latin1')
    head.writeUInt32BE(checksum(table), entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(table.length, entry + 12)
    const body = padded(table, 4)
    parts.push(body)
    offset += body.length
  }
  return Buffer.concat(parts)
}

function checksum(table: Buffer): number {
  const words = padded(table, 4)
  let sum = 0
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0
  return sum
}

function padded(bytes: Buffer, to: number): Buffer {
  const missing = (to - (bytes.length % to)) % to
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)])
}
