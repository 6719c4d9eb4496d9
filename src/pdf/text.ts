import type { Value } from './value.js'

/** Text as a PDF string: UTF-16BE with its mark (ISO 32000-1 §7.9.2.2). */
export function textString(text: string): string {
  return `<FEFF${utf16(text).toString('hex').toUpperCase()}>`
}

export function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** The text of a string or a name (§7.3.4, §7.3.5); undefined where the value is neither. */
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value.startsWith('/')) return value.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, code) => character(code, 16))
  if (value.startsWith('(')) return decoded(Buffer.from(unescaped(value.slice(1, -1)), 'latin1'))
  if (value.startsWith('<')) return decoded(Buffer.from(value.slice(1, -1).replace(/\s/g, ''), 'hex'))
  return undefined
}

function decoded(bytes: Buffer): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? character(code, 8) : (escapes[code] ?? code),
  )
}

function character(code: string, base: number): string {
  return String.fromCharCode(Number.parseInt(code, base))
}
