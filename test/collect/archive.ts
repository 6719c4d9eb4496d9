import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of texts, as office programs write them. `lie` replaces the unpacked size that it states. */
export function zip(files: Record<string, string | Buffer>, lie?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const data = deflateRawSync(plain)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(lie ?? plain.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

export function word(body: string, more: Record<string, string> = {}): Buffer {
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export interface PdfText {
  text: string
  x: number
  y: number
  size?: number
}

/** A PDF whose pages hold Chinese text in a font that is named and not embedded, with its Unicode map. */
export function pdf(pages: PdfText[][], info = ''): Buffer {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const codeOf = (text: string) =>
    [...text].map((each) => (characters.indexOf(each) + 1).toString(16).padStart(4, '0')).join('')
  const map = characters.map((each) => `<${codeOf(each)}> <${Buffer.from(each, 'utf16le').swap16().toString('hex')}>`)
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.map((line) => `1 beginbfchar ${line} endbfchar`).join('\n')} endcmap end end`
  const kids = pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 6 0 R>>',
    stream(cmap),
    '<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
    ...pages.flatMap((texts, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${8 + 2 * i} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      stream(
        texts.map(({ text, x, y, size = 12 }) => `BT /F ${size} Tf ${x} ${y} Td <${codeOf(text)}> Tj ET`).join('\n'),
      ),
    ]),
    `<<${info}>>`,
  ]
  let out = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`
}
