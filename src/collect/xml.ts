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
  for (let start = 0; start < xml.length; start += PIECE) parser.write(xml.slice(start, start + PIECE))
  parser.close()
}
