import { describe, expect, it } from 'vitest'
import { dueSlots, explainRuns, nextSlots } from '../../src/schedule/index.js'

const utc = (slots: Date[]): string[] => slots.map((slot) => slot.toISOString().slice(0, 16))
const berlin = (cron: string) => ({ cron, timeZone: 'Europe/Berlin' })
const newYork = (cron: string) => ({ cron, timeZone: 'America/New_York' })
const shanghai = (cron: string) => ({ cron, timeZone: 'Asia/Shanghai' })

describe('the next slots', () => {
  it('come at eight in Shanghai, which has no summer time', () => {
    expect(utc(nextSlots(shanghai('0 8 * * 1'), 3, new Date('2026-03-20T12:00Z')))).toEqual([
      '2026-03-23T00:00',
      '2026-03-30T00:00',
      '2026-04-06T00:00',
    ])
  })

  it('stay at eight by the clock on the wall when summer time begins and ends', () => {
    expect(utc(nextSlots(berlin('0 8 * * *'), 3, new Date('2026-03-28T00:00Z')))).toEqual([
      '2026-03-28T07:00',
      '2026-03-29T06:00',
      '2026-03-30T06:00',
    ])
    expect(utc(nextSlots(newYork('0 8 * * *'), 3, new Date('2026-10-31T00:00Z')))).toEqual([
      '2026-10-31T12:00',
      '2026-11-01T13:00',
      '2026-11-02T13:00',
    ])
  })

  it('are not lost in the hour that spring leaves out', () => {
    expect(utc(nextSlots(berlin('30 2 * * *'), 3, new Date('2026-03-28T00:00Z')))).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ])
    expect(utc(nextSlots(newYork('30 2,14 * * 0'), 2, new Date('2026-03-08T00:00Z')))).toEqual([
      '2026-03-08T07:00',
      '2026-03-08T18:30',
    ])
  })

  it('come once in the hour that autumn repeats', () => {
    expect(utc(nextSlots(berlin('30 2 * * *'), 3, new Date('2026-10-24T00:00Z')))).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
    expect(utc(nextSlots(newYork('30 1 * * *'), 2, new Date('2026-11-01T00:00Z')))).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ])
  })

  it('of every half hour go on through both', () => {
    expect(utc(nextSlots(berlin('*/30 * * * *'), 3, new Date('2026-03-29T00:00Z')))).toEqual([
      '2026-03-29T00:30',
      '2026-03-29T01:00',
      '2026-03-29T01:30',
    ])
    expect(utc(nextSlots(berlin('*/30 * * * *'), 4, new Date('2026-10-25T00:00Z')))).toEqual([
      '2026-10-25T00:30',
      '2026-10-25T01:00',
      '2026-10-25T01:30',
      '2026-10-25T02:00',
    ])
  })
})

describe('the slots that are due', () => {
  const daily = (catchUp: 'latest' | 'all' | 'none') => ({ ...berlin('30 2 * * *'), catchUp })
  const since = new Date('2026-03-27T12:00Z')

  it('are the newest, looking back as looking forward', () => {
    expect(utc(dueSlots(daily('latest'), since, new Date('2026-03-29T00:59:59Z')))).toEqual(['2026-03-28T01:30'])
    expect(utc(dueSlots(daily('latest'), since, new Date('2026-03-29T01:00:00Z')))).toEqual(['2026-03-29T01:00'])
  })

  it('are all of them where all are wanted, oldest first', () => {
    expect(utc(dueSlots(daily('all'), since, new Date('2026-03-30T12:00Z')))).toEqual([
      '2026-03-28T01:30',
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ])
  })

  it('are only those of the last hour where none are made up for', () => {
    expect(utc(dueSlots(daily('none'), since, new Date('2026-03-30T01:30:00Z')))).toEqual(['2026-03-30T00:30'])
    expect(utc(dueSlots(daily('none'), since, new Date('2026-03-30T01:30:01Z')))).toEqual([])
  })

  it('never lie before the schedule was first seen, and may lie at that minute', () => {
    expect(dueSlots(daily('all'), since, new Date('2026-03-27T23:00Z'))).toEqual([])
    expect(utc(dueSlots(daily('latest'), new Date('2026-03-28T01:30Z'), new Date('2026-03-28T01:30:04Z')))).toEqual([
      '2026-03-28T01:30',
    ])
  })

  it('agree with the slots that were announced, over two years of clock changes', () => {
    for (const timing of [berlin('30 2,3 * * *'), newYork('15 1 * * *'), berlin('0 */3 * * *')]) {
      const start = new Date('2026-01-01T00:00Z')
      const announced = nextSlots(timing, 480, start)
      const end = announced.at(-1) ?? start
      expect(utc(dueSlots({ ...timing, catchUp: 'all' }, start, end))).toEqual(utc(announced))
    }
  })
})

describe('explaining the runs', () => {
  it('says what the clocks do to them', () => {
    const remarks = (timing: { cron: string; timeZone: string }, now: string, count: number): string[] =>
      explainRuns(timing, new Date(now), count).map(({ text, utc, remark }) => `${text} = ${utc}: ${remark ?? '—'}`)
    expect(remarks(berlin('30 2 * * *'), '2026-03-28T00:00Z', 3)).toEqual([
      'Sat 2026-03-28 02:30 +01:00 = 2026-03-28T01:30:00Z: —',
      'Sun 2026-03-29 03:00 +02:00 = 2026-03-29T01:00:00Z: clocks go forward an hour: the hour of this run does not come, so it is 03:00',
      'Mon 2026-03-30 02:30 +02:00 = 2026-03-30T00:30:00Z: —',
    ])
    expect(remarks(newYork('*/30 1 * * *'), '2026-11-01T00:00Z', 4)).toEqual([
      'Sun 2026-11-01 01:00 -04:00 = 2026-11-01T05:00:00Z: clocks go back an hour: 01:00 comes twice; this is the first',
      'Sun 2026-11-01 01:30 -04:00 = 2026-11-01T05:30:00Z: clocks go back an hour: 01:30 comes twice; this is the first',
      'Sun 2026-11-01 01:00 -05:00 = 2026-11-01T06:00:00Z: clocks go back an hour: 01:00 comes twice; this is the second',
      'Sun 2026-11-01 01:30 -05:00 = 2026-11-01T06:30:00Z: clocks go back an hour: 01:30 comes twice; this is the second',
    ])
    expect(remarks(berlin('0 8 * * 1'), '2026-03-22T00:00Z', 2)[1]).toBe(
      'Mon 2026-03-30 08:00 +02:00 = 2026-03-30T06:00:00Z: clocks went forward an hour since the run before',
    )
    expect(remarks(shanghai('0 8 * * 1'), '2026-01-01T00:00Z', 10).join()).not.toContain('clocks')
  })
})
