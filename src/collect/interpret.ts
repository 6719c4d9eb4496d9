import type { Collected } from '../model/index.js'
import { binaryKind, looksBinary } from './binary.js'
import { documentReader, isRecords, readRecords } from './documents/index.js'
import { decode } from './encoding.js'
import { looksRandom } from './evidence.js'
import { addressList, type Feed, readFeed } from './feeds/index.js'
import { collected, type Material, refusal } from './material.js'
import { mediaTypeOf } from './media-type.js'
import { binaryFile, emptyFile } from './problems.js'
import { withoutTerminalCodes } from './terminal.js'

/** What bytes turned out to be. */
export type Interpreted =
  | { kind: 'sources'; sources: Collected[] }
  | { kind: 'feed'; feed: Feed }
  | { kind: 'addresses'; addresses: string[] }

/** Decides by content alone what something is, and reads it. Nothing is thrown for what it holds. */
export async function interpret(material: Material): Promise<Interpreted> {
  const { uri, bytes } = material
  const reader = documentReader(bytes)
  if (reader !== null) return one(await reader(material))
  const kind = binaryKind(bytes)
  if (kind !== null) return one(refusal(uri, binaryFile(uri, kind)))
  const { text: decoded, encoding } = decode(bytes, material.charset)
  const text = withoutTerminalCodes(decoded)
  if (text.trim() === '') return one(refusal(uri, emptyFile(uri)))
  if (looksBinary(text) || (encoding !== 'utf-8' && looksRandom(text))) return one(refusal(uri, binaryFile(uri, null)))
  const feed = readFeed(text)
  if (feed !== null) return { kind: 'feed', feed }
  const addresses = addressList(text)
  if (addresses !== null) return { kind: 'addresses', addresses }
  if (isRecords(text)) return { kind: 'sources', sources: readRecords(text, material) }
  return one(collected(material, { text, encoding, mediaType: mediaTypeOf(text, material.path) }))
}

function one(source: Collected): Interpreted {
  return { kind: 'sources', sources: [source] }
}
