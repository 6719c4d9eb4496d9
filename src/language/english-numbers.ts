import { monthNames, smallNumbers } from './english-words.js'

/** A number in a text by somebody else. */
export interface StatedNumber {
  /** What it may say, the likelier first: 8.6m is millions, or metres. */
  values: readonly number[]
  /** False for what need not be a number: one, second, May, a clock, digits glued to letters. */
  certain: boolean
  /** True for a month's name or a year, which a sentence need not repeat. */
  calendar: boolean
}

const ones = [
  ...smallNumbers,
  ...'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
]
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const months = monthNames.map((name) => name.toLowerCase())
const shortMonths = 'jan feb mar apr jun jul aug sept sep oct nov dec'.split(' ')
const scales: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}
const glued: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 }
const parts: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
}

const currency = /^(?:RMB|CNY|USD|EUR|HKD|US)$/i
/** What may stand against a number without a blank. */
const unit = /^(?:kg|g|t|km|cm|mm|ml|l|h|yuan|mu|am|pm|s)$/i

const token =
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)|(?<clock>\d{1,2}:\d{2})|(?<letters>[A-Za-z]+[-–]?)?(?<digits>\d[\d,]*(?:\.\d+)?)(?<suffix>[A-Za-z]+)?|(?<word>[A-Za-z]+)/gu

/**
 * Every number that an English text states in digits or words, in its order: 2.4 million, 8.6m, twenty-five, a dozen,
 * two thirds, 26 January, 2020-01-26.
 */
export function readEnglishNumbers(text: string): StatedNumber[] {
  return new Reader([...text.matchAll(token)]).read()
}

class Reader {
  readonly #found: StatedNumber[] = []
  #at = 0

  constructor(private readonly tokens: readonly RegExpMatchArray[]) {}

  read(): StatedNumber[] {
    while (this.#at < this.tokens.length) this.#next()
    return this.#found
  }

  #next(): void {
    const { year, month, day, clock, digits } = this.#groups(this.#at)
    if (year) this.#found.push(...this.#date([year, month, day]))
    else if (clock) this.#found.push(...this.#clock(clock))
    else {
      const one = digits ? this.#digits() : this.#words()
      if (one) this.#found.push(one)
    }
  }

  #groups(at: number): Record<string, string | undefined> {
    return this.tokens[at]?.groups ?? {}
  }

  #word(at: number): string {
    return this.#groups(at).word?.toLowerCase() ?? ''
  }

  #date(fields: readonly (string | undefined)[]): StatedNumber[] {
    this.#at++
    return fields.map((field, place) => stated([Number(field)], { calendar: place < 2 }))
  }

  #clock(text: string): StatedNumber[] {
    this.#at++
    return text.split(':').map((field) => stated([Number(field)], { certain: false }))
  }

  /** `8.6 million`, `8.6m`, `3rd`, `2020`; digits behind letters (COVID-19, N95) are part of a name. */
  #digits(): StatedNumber {
    const { letters, digits = '', suffix = '' } = this.#groups(this.#at)
    this.#at++
    const value = Number(digits.replaceAll(',', ''))
    if (letters && !currency.test(letters)) return stated([value], { certain: false })
    const small = glued[suffix.toLowerCase()]
    if (small) return stated([value * small, value])
    if (suffix !== '') return stated([value], { certain: unit.test(suffix) })
    const isYear = /^(?:19|20)\d\d$/.test(digits)
    const scaled = value * this.#scale()
    const part = parts[this.#word(this.#at)]
    return stated(part && scaled < part ? [scaled, scaled / part] : [scaled], {
      calendar: isYear && scaled === value,
    })
  }

  /** Scale words that stand here: thousand, hundred million. */
  #scale(): number {
    let by = 1
    for (let scale = scales[this.#word(this.#at)]; scale; scale = scales[this.#word(this.#at)]) {
      by *= scale
      this.#at++
    }
    return by
  }

  #words(): StatedNumber | null {
    const word = this.#word(this.#at)
    const month = monthOf(word)
    if (month > 0) return this.#month(month, this.#groups(this.#at).word ?? '')
    const ordinal = ordinals.indexOf(word)
    if (ordinal > 0) {
      this.#at++
      return stated([ordinal], { certain: false })
    }
    const start = this.#at
    const value = this.#spelled()
    const length = this.#at - start
    if (length === 0) this.#at++
    return length === 0 ? null : this.#spelledOut(value, length)
  }

  #spelledOut(value: number, length: number): StatedNumber {
    const part = parts[this.#word(this.#at)]
    // `one` is as often a pronoun.
    const certain = !(length === 1 && value <= 1)
    return stated(part && value < part ? [value / part, value] : [value], { certain: certain && !part })
  }

  /** `two hundred and fifty-six thousand`: the value, with `#at` behind it; 0 where none stands here. */
  #spelled(): number {
    let total = 0
    let group = 0
    for (;;) {
      const word = this.#word(this.#at)
      const small = ones.indexOf(word)
      const ten = tens.indexOf(word)
      const scale = scales[word]
      if (small >= 0 && (group % 100 === 0 || (group % 10 === 0 && small < 10))) group += small
      else if (ten > 1 && group % 100 === 0) group += ten * 10
      else if (scale !== undefined && (group > 0 || /^(?:an?|dozen)$/.test(this.#word(this.#at - 1)))) {
        if (scale <= 100) group = Math.max(group, 1) * scale
        else {
          total += Math.max(group, 1) * scale
          group = 0
        }
      } else if (!(word === 'and' && group > 0 && group % 100 === 0 && this.#isSmall(this.#at + 1))) break
      this.#at++
    }
    return total + group
  }

  #isSmall(at: number): boolean {
    return ones.includes(this.#word(at)) || tens.includes(this.#word(at))
  }

  /** May and March are words too: sure beside a day or a year, or behind `in`, `of`, `by` … */
  #month(month: number, printed: string): StatedNumber | null {
    const isBesideNumber = [this.#at - 1, this.#at + 1].some((at) => this.#groups(at).digits !== undefined)
    const before = /^(?:in|of|by|since|until|from|to|early|late|mid|and|between)$/.test(this.#word(this.#at - 1))
    this.#at++
    if (!/^\p{Lu}/u.test(printed)) return null
    return stated([month], {
      certain: isBesideNumber || before || !/^(?:may|march|mar)$/i.test(printed),
      calendar: true,
    })
  }
}

function stated(values: readonly number[], { certain = true, calendar = false } = {}): StatedNumber {
  return { values, certain, calendar }
}

function monthOf(word: string): number {
  const whole = months.indexOf(word) + 1
  if (whole > 0) return whole
  return shortMonths.includes(word) ? months.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1 : 0
}
