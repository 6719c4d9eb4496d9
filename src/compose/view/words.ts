import type { Language, Text } from '../../model/index.js'
import type { Part, Run, Words } from '../context/index.js'
import { plainParts } from './parts.js'

/** What speaks: anything that knows the languages of the document. */
export interface Voice {
  languages: readonly Language[]
}

const han = /\p{Script=Han}/u

/** The BCP 47 tag a text deserves where its language is not known from the model. */
export function langOf(text: string): Run['lang'] {
  return han.test(text) ? 'zh-Hans' : 'en'
}

/** A text in the document's languages; where it has no English, the Chinese stands for both. */
export function say(voice: Voice, text: Text): Words {
  return sayParts(voice, text, (string, language) => plainParts(string, language))
}

/** As `say`, with the parts of each run made by `parts`. */
export function sayParts(voice: Voice, text: Text, parts: (text: string, language: Language) => Part[]): Words {
  const runs: Run[] = []
  for (const language of voice.languages) {
    const string = text[language]
    if (string) {
      const machine = language === 'en' && text.enBasis === 'machine'
      const lang = language === 'zh' ? langOfChinese(string) : 'en'
      runs.push({ lang, parts: parts(string, language), machine })
    }
  }
  const other = text.zh || text.en
  if (!runs.length && other) {
    runs.push({ lang: langOf(other), parts: parts(other, text.zh ? 'zh' : 'en'), machine: false })
  }
  return { runs: sameTwice(runs) ? runs.slice(0, 1) : runs }
}

/** Words of ours, in both languages. */
export function fixed(voice: Voice, zh: string, en: string): Words {
  return say(voice, { zh, en, enBasis: 'terms' })
}

/** Words as one string, for attributes and metadata. */
export function flat(words: Words): string {
  return words.runs.map((run) => run.parts.map((part) => part.text).join('')).join(' ')
}

// A name that the source prints in Latin letters is not Chinese to a font or a screen reader.
function langOfChinese(text: string): Run['lang'] {
  return /[A-Za-z]/.test(text) ? langOf(text) : 'zh-Hans'
}

function sameTwice(runs: readonly Run[]): boolean {
  const [first, second] = runs
  if (!first || !second) return false
  const text = (run: Run) => run.parts.map((part) => part.text).join('')
  return text(first) === text(second)
}
