/** Controls and format characters (zero-width and direction marks, soft hyphens), halves of surrogate pairs: are on pages but not in print. */
const UNPRINTED = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/gu
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/

/** Most texts: ASCII, common Han characters and full-width punctuation, which NFC leaves as they are. */
const PRINTED = /^[\t\n -~\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/

/** NFC, without what cannot be seen; white space inside stays as printed. */
export function printed(text: string): string {
  if (PRINTED.test(text)) return text
  return text.normalize('NFC').replace(UNPRINTED, '')
}

/** Lines of a plain text, trimmed, empty ones left out. */
export function linesOf(text: string): string[] {
  return printed(text.split(LINE_BREAK).join('\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One line: any run of white space is one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const NAMED: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  copy: '©',
}

/** Entities and stray tags that a scrape left in a plain text. */
export function withoutMarkup(text: string): string {
  if (!/&[#a-z]|<\/?[a-z]/i.test(text)) return text
  const decoded = text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
    const code =
      name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
  return decoded
    .replace(/<\/?(?:p|div|br|section|img|tr|li)\b[^<>]{0,300}>/gi, '\n')
    .replace(/<\/?(?:span|font|strong|b|i|u|em|a|o:p)\b[^<>]{0,300}>/gi, '')
}
