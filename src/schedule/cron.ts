import { Cron } from 'croner'
import { didYouMean, messageOf } from '../errors.js'

/**
 * A cron expression of five fields in a time zone. A time that names its minutes and hours runs once on days when
 * clocks change: in the gap of spring at the first minute after it, in the repeated hour of autumn at its first
 * passing. One with a wildcard or step in them (every 30 minutes) follows the clock as it passes.
 */
export function cronOf(expression: string, timeZone: string): Cron {
  return new Cron(expression, { timezone: timeZone, mode: '5-part', fixedTimeRule: 'no-wildcard', paused: true })
}

/** What is wrong with a cron expression; null where nothing is. */
export function cronProblem(expression: string): string | null {
  try {
    // Any day will do: what runs at all runs within the eight years between some leap days.
    return cronOf(expression, 'UTC').nextRun(new Date(0)) ? null : `“${expression}” never comes: no year has that day`
  } catch (error) {
    const reason = messageOf(error).replace(/^CronPattern: /, '')
    return `“${expression}” is no cron expression (${reason}); five fields are expected: minute hour day-of-month month day-of-week, such as "0 8 * * 1"`
  }
}

/** What is wrong with the name of a time zone; null where nothing is. */
export function timeZoneProblem(name: string): string | null {
  const isOffset = /^[+-]/.test(name)
  try {
    if (isOffset) throw new RangeError('an offset is no time zone')
    new Intl.DateTimeFormat('en', { timeZone: name })
    return null
  } catch {
    const near = /beijing|peking|china|^[+]08/i.test(name)
      ? 'Asia/Shanghai'
      : didYouMean(name, Intl.supportedValuesOf('timeZone'))
    return `“${name}” is no IANA time zone${near ? `; did you mean “${near}”?` : ', such as Asia/Shanghai or Europe/Berlin'}`
  }
}
