import type { Glossary } from '../model/index.js'

type Name = Glossary['names'][number]

const small = new Set('a an and at by for from in of on or the to with its their'.split(' '))
/** What a place is called besides its name; a translator may write it otherwise. */
const generic =
  /\b(?:city|county|province|district|prefecture|municipality|autonomous|region|town|township|village|subdistrict|banner|league|state)\b/gi

/** True where an English text has the name: a person in either order, a place by its stem, a body by all its words. */
export function saysName(en: string, { en: name, kind }: Name): boolean {
  const text = letters(en)
  if (kind === 'person') {
    const parts = name.split(' ')
    return text.includes(letters(name)) || text.includes(letters([...parts.slice(1), parts[0] ?? ''].join('')))
  }
  if (text.includes(letters(name))) return true
  if (kind === 'place') return stemsIn(en, wordsOf(name.replace(generic, ' ')), 2)
  return stemsIn(en, wordsOf(name), 3)
}

/** True where an English text has the term, inflected or not. */
export function saysTerm(en: string, term: string): boolean {
  return letters(en).includes(letters(term)) || stemsIn(en, wordsOf(term), 3)
}

/** Every word, by its first letters: as many as leave the last `ending` open, four at least. */
function stemsIn(en: string, words: readonly string[], ending: number): boolean {
  const said = wordsOf(en)
  const stems = words.map((word) => word.slice(0, Math.max(Math.min(4, word.length), word.length - ending)))
  return stems.length > 0 && stems.every((stem) => said.some((word) => word.startsWith(stem)))
}

function wordsOf(en: string): string[] {
  const words = en
    .toLowerCase()
    .replace(/['’]s\b|['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word !== '' && !small.has(word))
}

function letters(en: string): string {
  return en.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
