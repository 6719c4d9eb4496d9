import { cronOf } from './cron.js'
import { nextSlots, type Schedule } from './slots.js'
import { offsetText, weekday, zonedIso, zonedTime } from './zone.js'

export interface ExplainedRun {
  /** `Mon 2026-03-02 08:00 +08:00` */
  text: string
  local: string
  utc: string
  /** What the clocks do to this run; null where nothing. */
  remark: string | null
}

/** The next runs of a schedule in its zone and in UTC, with what daylight saving does to them. */
export function explainRuns(schedule: Pick<Schedule, 'cron' | 'timeZone'>, now: Date, count: number): ExplainedRun[] {
  const { timeZone } = schedule
  const runs = nextSlots(schedule, count, now)
  return runs.map((run, i) => {
    const { date, hour, minute, offset } = zonedTime(run, timeZone)
    return {
      text: `${weekday(date)} ${date} ${hour}:${minute} ${offsetText(offset)}`,
      local: zonedIso(run, timeZone),
      utc: run.toISOString().replace('.000Z', 'Z'),
      remark: clockRemark(schedule, run, runs[i - 1] ?? now),
    }
  })
}

function clockRemark({ cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>, run: Date, before: Date): string | null {
  const at = zonedTime(run, timeZone)
  const earlier = zonedTime(new Date(run.getTime() - 86_400_000), timeZone).offset
  const later = zonedTime(new Date(run.getTime() + 86_400_000), timeZone).offset
  if (!cronOf(cron, timeZone).match(run)) {
    return `clocks go forward ${span(later - earlier)}: the hour of this run does not come, so it is ${at.hour}:${at.minute}`
  }
  const back = (earlier - later) * 60_000
  if (back > 0) {
    const isFirst = sameClock(run, new Date(run.getTime() + back), timeZone)
    const isSecond = sameClock(run, new Date(run.getTime() - back), timeZone)
    if (isFirst)
      return `clocks go back ${span(earlier - later)}: ${at.hour}:${at.minute} comes twice; this is the first`
    if (isSecond)
      return `clocks go back ${span(earlier - later)}: ${at.hour}:${at.minute} comes twice; this is the second`
  }
  const change = at.offset - zonedTime(before, timeZone).offset
  if (change === 0) return null
  return `clocks went ${change > 0 ? 'forward' : 'back'} ${span(Math.abs(change))} since the run before`
}

function sameClock(a: Date, b: Date, timeZone: string): boolean {
  return zonedIso(a, timeZone).slice(0, 16) === zonedIso(b, timeZone).slice(0, 16)
}

function span(minutes: number): string {
  return minutes === 60 ? 'an hour' : `${minutes} minutes`
}
