import { describe, expect, it } from 'vitest'
import { shortNames } from '../../src/compose/view/short-names.js'
import type { BriefingOrganisation } from '../../src/model/index.js'

const named = (...names: string[]): (string | undefined)[] => {
  const organisations = names.map((en, index): BriefingOrganisation => {
    const id = `o${index + 1}`
    const lists = { sources: [], people: [], documents: [] }
    return { id, zh: `组织${index}`, en, enBasis: 'terms', kind: 'other', place: null, ...lists }
  })
  return [...shortNames(organisations).values()].map(({ en }) => en)
}

describe('names where there is little room', () => {
  it.each([
    ['Red Cross Society of China, Yunxiu County Branch', 'Yunxiu County Red Cross Society'],
    ['Lanjiang Provincial Committee of the China Zhi Gong Party', 'Zhi Gong Party, Lanjiang'],
    ['Yuanan Municipal Committee of the Communist Youth League', 'Communist Youth League, Yuanan'],
  ])('%s', (whole, short) => expect(named(whole)).toEqual([short]))

  it('leaves whole what is short, or built otherwise', () => {
    const whole = ['Yunling Women’s Federation', 'CPC Lanjiang Committee', 'Health Commission of the District of Beidu']
    expect(named(...whole)).toEqual(whole)
  })

  it('never calls two organisations alike', () => {
    const whole = [
      'Lanjiang Provincial Committee of the China Zhi Gong Party',
      'Lanjiang Municipal Committee of the China Zhi Gong Party',
    ]
    expect(named(...whole)).toEqual(whole)
  })
})
