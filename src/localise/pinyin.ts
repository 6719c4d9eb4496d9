import { pinyin } from 'pinyin-pro'
import { capitalised } from './english.js'

const vowelFirst = /^[aoe]/

/** Syllables without tone marks, ü kept; text that is not Chinese comes back as one piece. */
export function syllables(zh: string): string[] {
  return pinyin(zh, { toneType: 'none', type: 'array', v: false, nonZh: 'consecutive' })
}

/** Syllables of a person's surname and given name, with the readings that surnames have. */
export function nameSyllables(zh: string): string[] {
  return pinyin(zh, { toneType: 'none', type: 'array', v: false, surname: 'head' })
}

/** Written as one word (GB/T 16159): an apostrophe before a, o, e inside; first letter capital. */
export function joined(parts: readonly string[]): string {
  const word = parts.map((part, index) => (index > 0 && vowelFirst.test(part) ? `'${part}` : part)).join('')
  return capitalised(word)
}

/** Anything Chinese as capitalised pinyin words, other characters left as they are: the last resort for names. */
export function romanised(zh: string): string {
  return zh
    .split(/([\p{Script=Han}]+)/u)
    .map((piece) => (/\p{Script=Han}/u.test(piece) ? ` ${joined(syllables(piece))} ` : piece))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:)”’])/g, '$1')
    .trim()
}
