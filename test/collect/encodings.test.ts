import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/collect/encoding.js'

const SIMPLIFIED =
  '青禾县总工会组织6支志愿服务队，转移群众412人。\n“水退了，路还要清。”队长说，接下来三天还要帮助商户清淤，把街道打扫干净。\n'
const TRADITIONAL =
  '青禾縣總工會組織6支志願服務隊，轉移群眾412人。\n「水退了，路還要清。」隊長說，接下來三天還要幫助商戶清淤，把街道打掃乾淨。\n'

const page = (charset: string, text: string) =>
  `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>清淤</title></head><body><p>${text}</p></body></html>`

describe('text that says nothing of its encoding', () => {
  it.each([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', TRADITIONAL],
  ])('is read in %s', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toEqual({ text, encoding })
  })

  it('is read in UTF-8 though a download cut its last character in half', () => {
    const bytes = Buffer.from(SIMPLIFIED.repeat(20))
    expect(decode(bytes.subarray(0, bytes.length - 3)).encoding).toBe('utf-8')
  })

  it('is read in GB 18030 where it is only a few words', () => {
    expect(decode(iconv.encode('志愿者送去蔬菜。', 'gb18030')).text).toBe('志愿者送去蔬菜。')
  })

  it('keeps rare characters that only GB 18030 has', () => {
    expect(decode(iconv.encode(`${SIMPLIFIED}𠮷㐀`, 'gb18030')).text).toBe(`${SIMPLIFIED}𠮷㐀`)
  })
})

describe('text with a byte order mark', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'])('loses the mark and nothing else (%s)', (encoding) => {
    expect(decode(iconv.encode(SIMPLIFIED, encoding, { addBOM: true }))).toEqual({ text: SIMPLIFIED, encoding })
  })
})

describe('pages that declare their encoding', () => {
  it.each(['gb2312', 'GBK', 'gb18030'])('are read as declared (%s)', (charset) => {
    const text = page(charset, SIMPLIFIED)
    expect(decode(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' })
  })

  it('are read in Big5 as declared', () => {
    const text = page('big5', TRADITIONAL)
    expect(decode(iconv.encode(text, 'big5')).text).toBe(text)
  })

  it('are read by their bytes where a save in UTF-8 left an old declaration in them', () => {
    const text = page('gb2312', SIMPLIFIED)
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  })

  it('are read by their bytes where they claim UTF-8 and are not', () => {
    const text = page('utf-8', SIMPLIFIED)
    expect(decode(iconv.encode(text, 'gb18030')).text).toBe(text)
  })
})

it('decodes any bytes to some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decode(Buffer.from(bytes)).text === 'string'),
  )
})

it('gives back any Chinese text that was written in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (noise) => {
      const text = SIMPLIFIED + noise.replaceAll('\0', '')
      expect(decode(Buffer.from(text)).text).toBe(text)
    }),
  )
})
