import { SaxesParser } from 'saxes'

export interface XmlReader {
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  /** Text and CDATA, in pieces. */
  text(text: string): void
}

/** Names that HTML knows and XML does not, as feeds use them. */
const ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  times: '×',
  copy: '©',
}

const MOST_SLIPS = 500
const PIECE = 65_536

/**
 * Reads XML in one pass, in time linear in its length and without expanding entities of its own. Slips are passed over
 * up to a number; then an Error is thrown: it is not XML.
 */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let slips = 0
  Object.assign(parser.ENTITIES, ENTITIES)
  parser.on('error', () => {
    slips++
    if (slips > MOST_SLIPS) throw new Error('it is not XML')
  })
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes))
  parser.on('closetag', ({ name }) => reader.close(name))
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  const mended = withEscapedMarks(xml)
  for (let start = 0; start < mended.length; start += PIECE) parser.write(mended.slice(start, start + PIECE))
  parser.close()
}

/** A bare & (R&D) would be read as the start of a name that never ends; in CDATA it stands as it is. */
function withEscapedMarks(xml: string): string {
  const parts: string[] = []
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<![CDATA[', at)
    const end = open < 0 ? xml.length : open
    parts.push(xml.slice(at, end).replace(/&(?!#?\w{1,31};)/g, '&amp;'))
    const close = open < 0 ? -1 : xml.indexOf(']]>', open)
    at = close < 0 ? xml.length : close + 3
    if (open >= 0) parts.push(xml.slice(open, at))
  }
  return parts.join('')
}
