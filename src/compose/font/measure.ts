import { Blob, Feature, Font, Face as FontFace, shape, Buffer as TextBuffer } from 'harfbuzzjs'
import { type Face, faces, loadFace, sharedPunctuation } from './faces.js'

interface Shaper {
  font: Font
  unitsPerEm: number
}

/** Widths of text and which characters can be drawn, by the fonts that the document embeds. */
export interface Typesetter {
  /** Width in the unit of `size`. `chinese`: whether the text stands in a Chinese element. */
  width(text: string, size: number, weight: 400 | 600): number
  draws(character: string): boolean
}

let typesetter: Promise<Typesetter> | undefined

/** The typesetter of this process: the fonts are read once. */
export function openTypesetter(): Promise<Typesetter> {
  typesetter ??= makeTypesetter()
  return typesetter
}

async function makeTypesetter(): Promise<Typesetter> {
  const shapers = new Map<string, Shaper>()
  // A Chinese character is one em wide in every weight: the regular face, 10 MB, measures for both.
  const measured = faces.filter(({ script, weight }) => script === 'latin' || weight === 400)
  for (const face of measured) shapers.set(nameOf(face.script, face.weight), await openShaper(face))
  const shaperOf = (script: Face['script'], weight: Face['weight']) => {
    const shaper = shapers.get(nameOf(script, weight))
    if (!shaper) throw new Error(`no ${script} face of weight ${weight}`)
    return shaper
  }
  const latin = shaperOf('latin', 400)
  const han = shaperOf('han', 400)
  const widths = new Map<string, number>()
  return {
    width(text, size, weight) {
      const key = `${weight} ${text}`
      let ems = widths.get(key)
      if (ems === undefined) {
        ems = runsOf(text, latin).reduce((sum, run) => sum + advance(shaperOf(run.script, weight), run.text), 0)
        widths.set(key, ems)
      }
      return ems * size
    },
    draws: (character) => [latin, han].some((shaper) => glyphOf(shaper, character) !== 0),
  }
}

function nameOf(script: Face['script'], weight: Face['weight']): string {
  return script === 'han' ? script : `${script} ${weight}`
}

async function openShaper(face: Face): Promise<Shaper> {
  const bytes = await loadFace(face)
  const opened = new FontFace(new Blob(bytes))
  return { font: new Font(opened), unitsPerEm: opened.upem }
}

function glyphOf(shaper: Shaper, character: string): number {
  return shaper.font.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0
}

/** As the style sheet does: Latin first, shared punctuation from the Chinese font where there is Chinese. */
function runsOf(text: string, latin: Shaper): { script: Face['script']; text: string }[] {
  const chinese = /\p{Script=Han}/u.test(text)
  const runs: { script: Face['script']; text: string }[] = []
  for (const character of text) {
    const shared = chinese && sharedPunctuation.includes(character)
    const script = !shared && glyphOf(latin, character) !== 0 ? 'latin' : 'han'
    const last = runs.at(-1)
    if (last?.script === script) last.text += character
    else runs.push({ script, text: character })
  }
  return runs
}

const kerning = [new Feature('kern', 1)]

/** Advance of a shaped run, in ems. */
function advance({ font, unitsPerEm }: Shaper, text: string): number {
  const buffer = new TextBuffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer, kerning)
  return buffer.getGlyphPositions().reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / unitsPerEm
}
