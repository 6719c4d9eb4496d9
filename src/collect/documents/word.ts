import { messageOf } from '../../errors.js'
import type { Collected, Hints } from '../../model/index.js'
import { recordDate } from '../dates.js'
import { pageOf } from '../markup.js'
import { collected, type Material, refusal } from '../material.js'
import { documentDamaged, documentEmpty } from '../problems.js'
import { readXml } from '../xml.js'
import { WordBody } from './word-body.js'
import { WordNumbering } from './word-numbering.js'
import { headingStyles } from './word-styles.js'
import { unzip } from './zip.js'

const BODY = 'word/document.xml'
const PARTS = [BODY, 'word/styles.xml', 'word/numbering.xml', 'docProps/core.xml']
const MOST_UNPACKED = 100_000_000

/** A ZIP archive with the parts of a Word document: their names stand in it as they are. */
export function isWordDocument(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes(BODY)
}

/** A .docx as a page: headings, lists with their printed numbers, tables. */
export async function readWordDocument(material: Material): Promise<Collected> {
  try {
    const parts = await unzip(material.bytes, PARTS, MOST_UNPACKED)
    const numbering = parts.get('word/numbering.xml')
    const blocks = WordBody.read(
      parts.get(BODY) ?? '',
      headingStyles(parts.get('word/styles.xml') ?? ''),
      numbering === undefined ? null : new WordNumbering(numbering),
    )
    if (blocks.length === 0) return refusal(material.uri, documentEmpty(material.uri, 'Word document'))
    const hints = coreProperties(parts.get('docProps/core.xml') ?? '')
    return collected(material, { text: pageOf(undefined, blocks), mediaType: 'text/html', hints })
  } catch (error) {
    return refusal(material.uri, documentDamaged(material.uri, 'Word document', messageOf(error)))
  }
}

/** Title and times that Word keeps are often those of a template or of an earlier text: they only fill gaps. */
function coreProperties(xml: string): Hints {
  const found: Record<string, string> = {}
  let name = ''
  readXml(xml, {
    open: (tag) => {
      name = tag
    },
    close: () => {
      name = ''
    },
    text: (text) => {
      found[name] = (found[name] ?? '') + text
    },
  })
  const title = found['dc:title']?.trim() ?? ''
  const created = recordDate(found['dcterms:created'] ?? '')
  return {
    ...(isTitle(title) && { title }),
    ...(created !== null && { publishedAt: { value: created, basis: 'inferred' as const } }),
    stated: false,
  }
}

/** Programs write the name of the file or of themselves where a title should be. */
export function isTitle(text: string): boolean {
  return (
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 &&
    text.length <= 120 &&
    !/^Microsoft|^文档\s*\d*$|\.(?:docx?|wps|pdf|pptx?|indd)$/i.test(text)
  )
}
