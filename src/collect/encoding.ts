import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { likeliest } from './evidence.js'

export interface Decoded {
  text: string
  /** WHATWG label. */
  encoding: string
}

/**
 * Bytes → text: by byte order mark, then by what HTTP states, then by what the page declares, both where the bytes bear
 * it out, then by evidence.
 */
export function decode(bytes: Buffer, stated?: string): Decoded {
  const encoding = byMark(bytes) ?? byLabel(stated, bytes) ?? byDeclaration(bytes) ?? likeliest(bytes)
  const text = encoding === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding)
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, encoding }
}

function byMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** GB 18030 contains GBK and GB 2312: reading the larger set loses nothing and mends pages that declare too little. */
const DECLARED: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb18030: 'gb18030',
  'gb-2312': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  shift_jis: 'shift_jis',
  'euc-kr': 'euc-kr',
  'euc-jp': 'euc-jp',
}

function byDeclaration(bytes: Buffer): string | undefined {
  // WHATWG looks at 1,024 bytes; pages with long comments or styles first declare it later.
  const head = bytes.subarray(0, 8192).toString('latin1')
  const label = /<meta[^<>]{0,400}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^<>]{0,200}?encoding=["']([\w-]+)/i.exec(head)
  return byLabel(label?.[1] ?? label?.[2], bytes)
}

function byLabel(label: string | undefined, bytes: Buffer): string | undefined {
  const declared = DECLARED[(label ?? '').toLowerCase()]
  if (declared === undefined) return undefined
  // Saved pages are often written again in UTF-8 with the old declaration left in them, or the other way round.
  if (isUtf8(bytes)) return 'utf-8'
  return declared === 'utf-8' ? undefined : declared
}
