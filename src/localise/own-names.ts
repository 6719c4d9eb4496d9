import { hanValue } from '../language/han-numerals.js'
import { plural } from './english.js'
import { romanised } from './pinyin.js'
import { termsInUse } from './vocabulary.js'

/** Levels that stand for the home place: 市妇联 is the women's federation of the article's own city. */
export const levels: Record<string, string> = {
  省: 'provincial',
  市: 'municipal',
  区: 'district',
  县: 'county',
  州: 'prefectural',
  镇: 'town',
  乡: 'township',
  村: 'village',
  旗: 'banner',
  街道: 'subdistrict',
  社区: 'community',
  自治区: 'regional',
  全国: 'national',
  国家: 'national',
  地区: 'prefectural',
  总: 'general',
}

const ordinals = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth']

/** The words of a name that is neither place nor kind, each from the terms; with `loose`, pinyin where there is none. */
export function ownName(zh: string, loose: boolean, ofPeople = false): { en: string; pinyin: boolean } | null {
  const words: string[] = []
  let pinyin = false
  let unknown = ''
  const flush = (): void => {
    if (unknown !== '') words.push(romanised(unknown))
    unknown = ''
  }
  for (let at = 0; at < zh.length; ) {
    const [en, size] = ownWord(zh, at, ofPeople)
    if (size === 0) {
      if (!loose || !/[\p{Script=Han}\w]/u.test(zh.charAt(at))) return null
      unknown += zh.charAt(at++)
      pinyin = true
      continue
    }
    flush()
    words.push(en)
    at += size
  }
  flush()
  return { en: words.join(' '), pinyin }
}

function ownWord(zh: string, at: number, ofPeople: boolean): [string, number] {
  const ordinal = /^第([一二三四五六七八九十])/u.exec(zh.slice(at))
  if (ordinal) return [ordinals[hanValue(ordinal[1] ?? '').value] ?? '', 2]
  const level = at === 0 ? levels[zh.charAt(0)] : undefined
  const terms = termsInUse()
  for (let size = Math.min(zh.length - at, terms.longest); size > 1; size--) {
    const term = terms.find(zh.slice(at, at + size), 'name', 'adjective', 'noun', 'people')
    // 律师协会: an association of lawyers.
    const many = ofPeople && term?.domain === 'person' && !/^[-=]$/.test(term.forms) && at + size === zh.length
    if (term) return [titleCase(many ? term.forms || plural(term.en) : term.en), size]
  }
  return level && zh.length > 1 ? [level, 1] : ['', 0]
}

function titleCase(words: string): string {
  return words.replace(
    /(^|[\s-])(?!of\b|and\b|for\b|the\b|in\b)(\p{Ll})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  )
}
