import { type Face, faces, loadFace, sharedPunctuation } from './faces.js'

const features = {
  latin: ['kern', 'tnum', 'ccmp', 'mark', 'mkmk'],
  // halt and chws: what text-spacing-trim draws narrow punctuation with.
  han: ['kern', 'ccmp', 'halt', 'chws', 'mark'],
}

// All of ASCII: a page holds &, <, > and quotation marks as entities, and the browser writes page numbers itself.
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

const punctuation = [...sharedPunctuation].map((character) => hex(character))
const everythingElse = complement(punctuation)

/**
 * `@font-face` rules with the fonts cut down to `characters`, as data URIs: a page made by `setContent` cannot read
 * files. Static TrueType stays a CID TrueType subset in the PDF.
 */
export async function embedFonts(characters: ReadonlySet<string>): Promise<string> {
  const text = [...characters].filter((character) => !ascii.includes(character)).join('')
  const rules = await Promise.all(faces.map((face) => rulesOf(face, text)))
  return rules.flat().join('\n')
}

async function rulesOf(face: Face, text: string): Promise<string[]> {
  if (face.script === 'han') return text ? [rule(face, face.family, await cut(face, text), null)] : []
  const marks = [...sharedPunctuation].filter((character) => text.includes(character)).join('')
  const rules = [rule(face, face.family, await cut(face, text + ascii), everythingElse)]
  if (marks) rules.push(rule(face, `${face.family} Punctuation`, await cut(face, marks), null))
  return rules
}

/** Makes ready what cuts fonts: its WebAssembly takes longer to compile than a font to be cut. */
export async function warmCutter(): Promise<void> {
  const [smallest] = faces
  if (smallest !== undefined) await cut(smallest, ' ')
}

async function cut(face: Face, text: string): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(await loadFace(face), text, { targetFormat: 'truetype', keepFeatures: features[face.script] })
}

function rule(face: Face, family: string, bytes: Buffer, range: string | null): string {
  const source = `url(data:font/ttf;base64,${bytes.toString('base64')}) format("truetype")`
  return `@font-face{font-family:"${family}";font-weight:${face.weight};font-style:normal;${range ? `unicode-range:${range};` : ''}src:${source}}`
}

function hex(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** All of Unicode but these code points, as a `unicode-range`. */
function complement(points: readonly number[]): string {
  const ranges: string[] = []
  let from = 0
  for (const point of [...points].sort((a, b) => a - b)) {
    if (point > from) ranges.push(`U+${from.toString(16)}-${(point - 1).toString(16)}`)
    from = point + 1
  }
  ranges.push(`U+${from.toString(16)}-10ffff`)
  return ranges.join(',')
}
