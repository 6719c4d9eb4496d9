import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lexicon } from '../../src/language/lexicon.js'

describe('a set of words', () => {
  it('gives the longest word at a place, one of a single character only where no longer one stands', () => {
    const lexicon = new Lexicon(['在', '在校生', '在校', '获得', ''])
    expect([0, 1, 4].map((at) => lexicon.at('在校生活在家获', at))).toEqual(['在校生', undefined, '在'])
    expect(lexicon.at('在校生活在家获', 6)).toBeUndefined()
    expect(lexicon.allAt('在校生', 0)).toEqual(['在校生', '在校', '在'])
    expect(lexicon.lengthAt('获得感', 0)).toBe(2)
  })

  it('finds what looking at every word would find', () => {
    const word = fc.string({ unit: fc.constantFrom(...'一丁七万丈三'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 8 }), (words, pieces) => {
        const text = pieces.join('')
        const lexicon = new Lexicon(words)
        for (let at = 0; at <= text.length; at++) {
          const here = words.filter((each) => text.startsWith(each, at)).sort((a, b) => b.length - a.length)
          expect(lexicon.at(text, at)).toBe(here[0])
        }
      }),
    )
  })
})
