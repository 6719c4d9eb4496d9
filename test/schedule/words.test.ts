import { describe, expect, it } from 'vitest'
import { checkPattern, cronInWords, expandPattern } from '../../src/schedule/index.js'

describe('a cron expression in words', () => {
  it.each([
    ['0 8 * * 1', 'every Monday at 08:00'],
    ['30 7 * * 1-5', 'Monday to Friday at 07:30'],
    ['0 8,14 * * *', 'every day at 08:00 and 14:00'],
    ['0 8 * * mon,Thu', 'every Monday and Thursday at 08:00'],
    ['0 8 * * 7', 'every Sunday at 08:00'],
    ['0 6 1,15 * *', 'on days 1 and 15 of every month at 06:00'],
    ['0 6 3 * *', 'on day 3 of every month at 06:00'],
    ['*/1 * * * *', 'every minute'],
    ['0 6 L * *', 'on the last day of every month at 06:00'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['5 * * * *', 'every hour at :05'],
    ['* * * * *', 'every minute'],
  ])('%s: %s', (cron, words) => {
    expect(cronInWords(cron)).toBe(words)
  })

  it.each(['0 8 1 * 1', '0 8 * 3 1', '*/7 * * * *', '0 8-10 * * *', '0 8 * * 1#2', '@weekly'])(
    'is left alone where words could mislead: %s',
    (cron) => {
      expect(cronInWords(cron)).toBeNull()
    },
  )
})

describe('the pattern of output files', () => {
  it('is filled in by the clock of the zone, not by that of the machine', () => {
    const slot = new Date('2026-12-31T16:30:00Z')
    const pattern = '{year}/{week}/{name}-{date}-{time}-{slot}.pdf'
    expect(expandPattern(pattern, '周报', slot, 'Asia/Shanghai')).toBe(
      '2027/2026-W53/周报-2027-01-01-0030-20261231T163000Z.pdf',
    )
    expect(expandPattern('{month}{day}', 'x', slot, 'America/New_York')).toBe('1231')
  })

  it.each([
    ['{name}.pdf', 'is the same for every edition'],
    ['{dates}.pdf', 'did you mean {date}?'],
    ['{date}{.pdf', 'a brace stands alone'],
  ])('%s is refused', (pattern, message) => {
    expect(checkPattern(pattern)).toContain(message)
  })
})
