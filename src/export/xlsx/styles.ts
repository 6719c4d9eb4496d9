interface Format {
  numberFormat: string | null
  font: 'plain' | 'link'
  /** Spreadsheet programs take a text that looks like a formula for a text. */
  quoted: boolean
}

const builtIn: Record<string, number> = { '#,##0': 3 }
const firstOwnFormat = 164

/** The formats of a workbook's cells, each with its place in `styles.xml`; 0 is plain, 1 the head. */
export class Styles {
  readonly #places = new Map<string, number>()
  readonly #formats: Format[] = []
  readonly #own: string[] = []

  text(quoted: boolean): number {
    return this.#place({ numberFormat: null, font: 'plain', quoted })
  }

  link(): number {
    return this.#place({ numberFormat: null, font: 'link', quoted: false })
  }

  /** As many decimals as the value has, four at most. */
  number(value: number, link: boolean): number {
    const decimals = Math.min(4, (String(value).split('.')[1] ?? '').length)
    const numberFormat = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
    return this.#place({ numberFormat, font: link ? 'link' : 'plain', quoted: false })
  }

  date(withTime: boolean): number {
    return this.#place({ numberFormat: withTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd', font: 'plain', quoted: false })
  }

  toXml(): string {
    const cells = this.#formats.map((format) => this.#cellXf(format)).join('')
    const own = this.#own.map((code, at) => `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${code}"/>`).join('')
    return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${own && `<numFmts count="${this.#own.length}">${own}</numFmts>`}<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B5A7A"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F3"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF1B1B1B"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#formats.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }

  #place(format: Format): number {
    const key = JSON.stringify(format)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#formats.push(format)
    const place = this.#formats.length + 1
    this.#places.set(key, place)
    return place
  }

  #cellXf({ numberFormat, font, quoted }: Format): string {
    const id = numberFormat === null ? 0 : this.#formatId(numberFormat)
    const wrap = numberFormat === null ? ' wrapText="1"' : ''
    const quote = quoted ? ' quotePrefix="1"' : ''
    return `<xf numFmtId="${id}" fontId="${font === 'link' ? 2 : 0}" fillId="0" borderId="0" xfId="0"${quote} applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`
  }

  #formatId(code: string): number {
    const known = builtIn[code]
    if (known !== undefined) return known
    if (!this.#own.includes(code)) this.#own.push(code)
    return firstOwnFormat + this.#own.indexOf(code)
  }
}
