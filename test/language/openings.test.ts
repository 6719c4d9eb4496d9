import { describe, expect, it } from 'vitest'
import { Openings } from '../../src/language/openings.js'

function spans(openings: Openings, text: string): string[][] {
  const found: string[][] = []
  openings.each(text, ([whole], index) => found.push([whole, String(index)]))
  return found
}

describe('many patterns in one walk', () => {
  it('finds what each pattern would find by itself, not overlapping within one', () => {
    const openings = new Openings([
      { first: '0-9', pattern: /\d{2}/y },
      { first: 'A-Z第', pattern: /(?:[A-Z]|第)\d/y },
    ])
    expect(spans(openings, '第1234A5')).toEqual([
      ['第1', '1'],
      ['12', '0'],
      ['34', '0'],
      ['A5', '1'],
    ])
  })

  it('takes a dash for itself where it stands first', () => {
    expect(spans(new Openings([{ first: '-+', pattern: /[-+]\d/y }]), '-1+2,3')).toEqual([
      ['-1', '0'],
      ['+2', '0'],
    ])
  })

  it('takes no pattern that counts its groups: among others their numbers are others', () => {
    expect(() => new Openings([{ first: '一', pattern: /一(.)\1/y }])).toThrow(RangeError)
  })

  it('finds words that a pattern refers back to', () => {
    const twins = { first: '一', pattern: /一(?<twin>.)\k<twin>/y }
    expect(spans(new Openings([{ first: '(', pattern: /\((.)\)/y }, twins]), '(一)一箱箱一箱子')).toEqual([
      ['(一)', '0'],
      ['一箱箱', '1'],
    ])
  })
})
