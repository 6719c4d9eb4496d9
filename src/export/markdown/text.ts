import type { Language, Text } from '../../model/index.js'
import { inLanguages } from '../words.js'

/** A text that stands as it is: nothing in it is markup, of Markdown or of HTML. */
export function plain(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\`*_[\]>|~#]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/^(\s*)(\d+)([.)])(?=\s|$)/, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/\s*\n\s*/g, ' ')
}

/** A text in all languages, escaped. */
export function both({ zh, en }: Pick<Text, 'zh' | 'en'>, languages: readonly Language[], between = ' '): string {
  return inLanguages({ zh: zh && plain(zh), en: en && plain(en) }, languages, between)
}

/** A link to a web address; anything else is a text. */
export function link(label: string, address: string): string {
  return /^https?:\/\//i.test(address) ? `[${label}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)` : label
}

/** A table of GitHub-flavoured Markdown; cells are Markdown already. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number>,
): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`
  const rule = line(heads.map((_, at) => (numbers.has(at) ? '---:' : '---')))
  return [line(heads), rule, ...rows.map(line)].join('\n')
}
