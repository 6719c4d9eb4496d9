import { readFile } from 'node:fs/promises'
import { resourcePath } from '../../resources.js'
import { type Face, faces, sharedPunctuation } from './faces.js'

/** What the build has read of a font (`bin/compile.js`): characters as ranges, each with its advance in ems. */
interface FontMetrics {
  /** First and last code point, and the advance of every character between: sorted, without overlaps. */
  ranges: [first: number, last: number, advance: number][]
}

/** Widths of text and which characters can be drawn, by the fonts that the document embeds. */
export interface Typesetter {
  /** Width in the unit of `size`, without kerning, which makes a line shorter by a hundredth at most. */
  width(text: string, size: number, weight: 400 | 600): number
  draws(character: string): boolean
}

let typesetter: Promise<Typesetter> | undefined

/** The typesetter of this process: the metrics are read once. */
export function openTypesetter(): Promise<Typesetter> {
  typesetter ??= makeTypesetter()
  return typesetter
}

async function makeTypesetter(): Promise<Typesetter> {
  const all = JSON.parse(await readFile(resourcePath('dist', 'compiled', 'metrics.json'), 'utf8'))
  const advances = new Map(faces.map((face) => [nameOf(face.script, face.weight), advanceIn(all[face.postScriptName])]))
  const advanceOf = (script: Face['script'], weight: Face['weight']) => {
    const advance = advances.get(nameOf(script, weight))
    if (!advance) throw new Error(`no ${script} face of weight ${weight}`)
    return advance
  }
  const latin = advanceOf('latin', 400)
  const han = advanceOf('han', 400)
  return {
    width(text, size, weight) {
      const chinese = /\p{Script=Han}/u.test(text)
      let ems = 0
      for (const character of text) {
        // As the style sheet does: Latin first, shared punctuation from the Chinese font where there is Chinese.
        const shared = chinese && sharedPunctuation.includes(character)
        const own = shared ? undefined : advanceOf('latin', weight)(character)
        ems += own ?? advanceOf('han', weight)(character) ?? 1
      }
      return ems * size
    },
    draws: (character) => latin(character) !== undefined || han(character) !== undefined,
  }
}

function nameOf(script: Face['script'], weight: Face['weight']): string {
  return `${script} ${weight}`
}

/** Advance of a character in ems; undefined where the font does not have it. */
function advanceIn({ ranges }: FontMetrics): (character: string) => number | undefined {
  const known = new Map<string, number | undefined>()
  return (character) => {
    if (!known.has(character)) known.set(character, found(ranges, character.codePointAt(0) ?? 0))
    return known.get(character)
  }
}

function found(ranges: FontMetrics['ranges'], point: number): number | undefined {
  let [from, to] = [0, ranges.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const [first, last, advance] = ranges[middle] ?? [0, 0, 0]
    if (point < first) to = middle
    else if (point > last) from = middle + 1
    else return advance
  }
  return undefined
}
