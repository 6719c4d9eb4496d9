import { readXml } from '../xml.js'

interface Level {
  format: string
  /** `%1、`, `（%2）` */
  text: string
  start: number
}

/** Numbers that Word prints before paragraphs and does not keep in their text: 一、 （二） 3. */
export class WordNumbering {
  readonly #levels = new Map<string, Level>()
  readonly #abstract = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  constructor(xml: string) {
    this.#read(xml)
  }

  /** The printed number of the next paragraph of a list; empty for bullets and for what is not known. */
  next(list: string, depth: number): string {
    const abstract = this.#abstract.get(list)
    const level = this.#levels.get(`${abstract}/${depth}`)
    if (abstract === undefined || level === undefined) return ''
    const count = (this.#counts.get(`${list}/${depth}`) ?? level.start - 1) + 1
    this.#counts.set(`${list}/${depth}`, count)
    for (let deeper = depth + 1; deeper < 9; deeper++) this.#counts.delete(`${list}/${deeper}`)
    if (level.format === 'bullet' || level.format === 'none') return ''
    return level.text.replace(/%([1-9])/g, (_, place: string) => this.#number(list, abstract, Number(place) - 1))
  }

  #number(list: string, abstract: string, depth: number): string {
    const level = this.#levels.get(`${abstract}/${depth}`)
    const count = this.#counts.get(`${list}/${depth}`) ?? level?.start ?? 1
    return spelled(count, level?.format ?? 'decimal')
  }

  #read(xml: string): void {
    let abstract = ''
    let list = ''
    let depth = ''
    readXml(xml, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? ''
        const level = this.#levels.get(`${abstract}/${depth}`)
        if (name === 'w:abstractNum') abstract = attributes['w:abstractNumId'] ?? ''
        else if (name === 'w:num') list = attributes['w:numId'] ?? ''
        else if (name === 'w:abstractNumId' && list !== '') this.#abstract.set(list, value)
        else if (name === 'w:lvl' && list === '') {
          depth = attributes['w:ilvl'] ?? '0'
          this.#levels.set(`${abstract}/${depth}`, { format: 'decimal', text: '', start: 1 })
        } else if (level !== undefined && list === '') {
          if (name === 'w:numFmt') level.format = value
          else if (name === 'w:lvlText') level.text = value.slice(0, 40)
          else if (name === 'w:start') level.start = Number.parseInt(value, 10) || 0
        }
      },
      close: () => {},
      text: () => {},
    })
  }
}

const DIGITS = '〇一二三四五六七八九'

/** ECMA-376 Part 1 §17.18.59 (ST_NumberFormat), those that Chinese texts use. */
function spelled(count: number, format: string): string {
  if (/^(?:chinese|taiwanese|japanese)(?:Counting|LegalSimplified)?|^ideograph(?:Digital|Traditional)?$/.test(format))
    return inChinese(count)
  if (format === 'decimalEnclosedCircle' && count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count)
  if (format === 'lowerLetter' && count >= 1 && count <= 26) return String.fromCharCode(96 + count)
  if (format === 'upperLetter' && count >= 1 && count <= 26) return String.fromCharCode(64 + count)
  return String(count)
}

function inChinese(count: number): string {
  if (count < 0 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = DIGITS[count % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : DIGITS[tens]}十${count % 10 === 0 ? '' : ones}`
}
