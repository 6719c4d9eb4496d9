import { describe, expect, it } from 'vitest'
import {
  findDates,
  findOrganisations,
  findPersons,
  maskLookAlikes,
  normalise,
  scanQuantities,
  segment,
} from '../../src/language/index.js'

function readAll(text: string): number {
  const plain = normalise(text)
  const mask = maskLookAlikes(plain)
  for (const { start, end } of findDates(plain)) mask.fill(1, start, end)
  return (
    scanQuantities(plain, mask).length +
    findOrganisations(plain).length +
    findPersons(plain).length +
    segment(plain).length
  )
}

/** Milliseconds of processor time, the least of some runs: what else the machine does only ever adds. */
function time(text: string, runs: number, enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs && least > enough; run++) {
    const start = process.cpuUsage()
    readAll(text)
    least = Math.min(least, process.cpuUsage(start).user / 1000)
  }
  return least
}

describe('hostile texts', () => {
  it.each([
    ['one number without an end', (n: number) => `${'9'.repeat(n)}万元`],
    ['one Han number without an end', (n: number) => '一千二百三十四万'.repeat(n / 8)],
    ['multipliers', (n: number) => '万'.repeat(n)],
    ['a telephone number without an end', (n: number) => `电话：${'1'.repeat(n)}`],
    ['a denominator without an end', (n: number) => `${'1'.repeat(n)}分之`],
    ['dashes', (n: number) => '1-'.repeat(n / 2)],
    ['one short name again and again', (n: number) => '（以下简称“三项费用”）'.repeat(n / 11)],
    [
      'many short names',
      (n: number) => Array.from({ length: n / 20 }, (_, i) => `（以下简称“三项${i}”）`).join('拨款3元，'),
    ],
    ['dates', (n: number) => '3月1日至'.repeat(n / 5)],
    ['bodies', (n: number) => '市红十字会'.repeat(n / 5)],
    ['posts', (n: number) => '主任王'.repeat(n / 3)],
    ['opening brackets', (n: number) => '（'.repeat(n)],
    ['opening quotation marks', (n: number) => '《“1'.repeat(n / 3)],
  ])('takes no longer for each character of a longer text: %s', (_, make) => {
    const short = Math.max(time(make(5_000), 5, 0), 3)
    // twenty times the text; were the time quadratic it would be four hundred times as long
    const most = 130 * short
    expect(time(make(100_000), 4, most)).toBeLessThan(most)
  })

  it('reads no value out of a run of digits that is no number', () => {
    expect(scanQuantities(`${'9'.repeat(400)}万元`, new Uint8Array(402)).filter(({ vague }) => !vague)).toEqual([])
  })
})
