import { describe, expect, it } from 'vitest'
import { compareNumbers } from '../../src/language/compare-numbers.js'
import { readEnglishNumbers } from '../../src/language/english-numbers.js'

const same = { missing: [], added: [] }

describe('numbers in anybody’s English', () => {
  it.each<[string, number[]]>([
    ['raised RMB 1.268 million', [1_268_000]],
    ['raised RMB1,268,000 in cash', [1_268_000]],
    ['a fund of 13.5 million yuan', [13_500_000]],
    ['about 8.6m yuan', [8_600_000]],
    ['two hundred and fifty-six volunteers', [256]],
    ['twenty-five thousand masks', [25_000]],
    ['three million two hundred thousand views', [3_200_000]],
    ['a dozen teams and five hundred beds', [12, 500]],
    ['12 hundred million views', [1_200_000_000]],
    ['from 26 January to 3 March 2020', [26, 1, 3, 3, 2020]],
    ['on January 26, 2020', [1, 26, 2020]],
    ['as of 2020-03-25', [2020, 3, 25]],
    ['COVID-19 response with N95 masks', []],
    ['10-12 nurses', [10, 12]],
  ])('%s', (text, expected) => {
    const sure = readEnglishNumbers(text).filter(({ certain }) => certain)
    expect(sure.map(({ values }) => values[0])).toEqual(expected)
  })

  it('is not sure of pronouns, ordinals and months that are words', () => {
    const sure = (text: string): boolean[] => readEnglishNumbers(text).map(({ certain }) => certain)
    expect(sure('one another')).toEqual([false])
    expect(sure('the first batch')).toEqual([false])
    expect(sure('May it be so')).toEqual([false])
    expect(sure('in May')).toEqual([true])
    expect(sure('5 May')).toEqual([true, true])
  })
})

describe('a translation compared with its source', () => {
  it.each([
    ['捐赠口罩12万只', 'Donated 120,000 masks'],
    ['捐赠口罩12万只', 'One hundred and twenty thousand masks were donated'],
    ['投入专项资金1350万元', 'RMB 13.5 million of special funds invested'],
    ['1月26日至31日,先后走访5户家庭', 'From 26 to 31 January, five households were visited'],
    ['2月3日、2月5日两次送去蔬菜', 'Vegetables were delivered twice, on 3 and 5 February'],
    ['万众一心，守望相助', 'Of one mind, watching over one another'],
    ['两手齐抓，助力复工', 'Doing both: helping the return to work'],
    ['新冠肺炎疫情防控', 'Prevention and control of COVID-19'],
    ['评为三八红旗手', 'Named a March 8th Red-Banner Pacesetter'],
    ['送去大米500斤', 'Delivered 250 kg of rice'],
    ['送去大米500斤', 'Delivered 500 jin of rice'],
    ['截至2020年3月25日，共有1.9万余人次参与', 'As of 25 March 2020, more than 19,000 people had taken part'],
    ['首批38名队员出发', 'The first 38 members set out'],
  ])('%s = %s', (zh, en) => {
    expect(compareNumbers(zh, en)).toEqual(same)
  })

  it.each<[string, string, { missing: number[]; added: number[] }]>([
    ['捐赠口罩12万只', 'Donated 12,000 masks', { missing: [120_000], added: [12_000] }],
    ['捐赠口罩12万只', 'Donated masks', { missing: [120_000], added: [] }],
    ['组织开展慰问活动', 'Organised 3 visits', { missing: [], added: [3] }],
    ['2月3日召开会议', 'Met on 3 March', { missing: [2], added: [] }],
    ['捐款862.4万元', 'RMB 8.6 million donated', { missing: [8_624_000], added: [8_600_000] }],
    ['捐款5万元', 'RMB 50,000 of RMB 50,000 donated', { missing: [], added: [50_000] }],
    ['派出两名医生', 'Sent three doctors', { missing: [2], added: [3] }],
  ])('%s ≠ %s', (zh, en, expected) => {
    const { missing, added } = compareNumbers(zh, en)
    expect(missing).toEqual(expected.missing)
    expect(added.length > 0 || missing.length > 0).toBe(true)
    if (expected.added.length > 0) expect(added).toEqual(expected.added)
  })
})
