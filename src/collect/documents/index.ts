import type { Collected } from '../../model/index.js'
import type { Material } from '../material.js'
import { isMessage, readMessage } from './message.js'
import { isPdf, readPdf } from './pdf.js'
import { isWordDocument, readWordDocument } from './word.js'

export { isRecords, readRecords } from './records.js'

type Reader = (material: Material) => Promise<Collected>

/** The reader of a document that is known by its bytes; null for texts and for what no reader knows. */
export function documentReader(bytes: Buffer): Reader | null {
  if (isPdf(bytes)) return readPdf
  if (isWordDocument(bytes)) return readWordDocument
  return isMessage(bytes) ? readMessage : null
}
