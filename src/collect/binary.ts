const SIGNATURES: [name: string, bytes: string][] = [
  ['PDF', '%PDF-'],
  ['ZIP archive or office document', 'PK\x03\x04'],
  ['Word document', '\xd0\xcf\x11\xe0'],
  ['gzip archive', '\x1f\x8b\x08'],
  ['PNG picture', '\x89PNG'],
  ['JPEG picture', '\xff\xd8\xff'],
  ['GIF picture', 'GIF8'],
  ['RTF document', '{\\rtf'],
]

/** The kind of a file that is known by its first bytes not to be text; null where none is recognised. */
export function binaryKind(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 8).toString('latin1')
  return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0] ?? null
}

const LOOKED_AT = 65_536

/** True where more than one character in twenty is a control or a replacement character. */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, LOOKED_AT)
  let strange = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd) strange++
  }
  return strange * 20 > length
}
