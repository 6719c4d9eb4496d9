import { didYouMean, ExitCode, UserError } from '../errors.js'
import { type Edition, isGone, openExistingEditionStore } from '../store/index.js'
import { nextSlots, type Schedule } from './slots.js'
import { cronInWords } from './words.js'
import { zonedIso } from './zone.js'

export interface ScheduleOverview {
  name: string
  cron: string
  /** The cron expression in words, where it is a simple one. */
  words: string | null
  timeZone: string
  /** In the schedule's zone. */
  next: string | null
  /** The newest edition on record. */
  last: LastEdition | null
}

interface LastEdition extends Pick<Edition, 'slot' | 'attempts' | 'error' | 'outputs'> {
  local: string
  /** abandoned: its process ended before it was done; the next tick makes it. */
  state: Edition['state'] | 'abandoned'
}

/** What each schedule will do next and did last. Makes no store where there is none. */
export async function overviewOf(
  schedules: readonly Schedule[],
  storePath: string,
  now: Date,
): Promise<ScheduleOverview[]> {
  const store = await openExistingEditionStore(storePath)
  try {
    const overviews: ScheduleOverview[] = []
    for (const schedule of schedules) {
      const { name, cron, timeZone } = schedule
      const [next] = nextSlots(schedule, 1, now)
      const [last] = (await store?.list({ schedule: name, limit: 1 })) ?? []
      overviews.push({
        name,
        cron,
        words: cronInWords(cron),
        timeZone,
        next: next ? zonedIso(next, timeZone) : null,
        last: last ? shown(last, timeZone, now) : null,
      })
    }
    return overviews
  } finally {
    await store?.close()
  }
}

function shown(edition: Edition, timeZone: string, now: Date): LastEdition {
  const { slot, attempts, error, outputs, claimedBy, leaseUntil } = edition
  const isAbandoned =
    edition.state === 'claimed' && ((claimedBy && isGone(claimedBy)) || leaseUntil <= now.toISOString())
  const state = isAbandoned ? 'abandoned' : edition.state
  return { slot, local: zonedIso(new Date(slot), timeZone), state, attempts, error, outputs }
}

/** The schedule of that name. Throws a UserError that names the nearest. */
export function scheduleNamed<S extends Schedule>(schedules: readonly S[], name: string): S {
  const found = schedules.find((schedule) => schedule.name === name)
  if (found) return found
  const names = schedules.map((schedule) => schedule.name)
  const near = didYouMean(name, names)
  throw new UserError({
    code: 'unknown-schedule',
    exitCode: ExitCode.usage,
    message: `There is no schedule “${name}”.${near ? ` Did you mean “${near}”?` : ''}`,
    next: [names.length > 0 ? `Use one of: ${names.join(', ')}.` : 'List some as `schedules:` in jianbao.config.yaml.'],
  })
}

/** Throws a UserError where there is nothing to do. */
export function requireSchedules(schedules: readonly Schedule[]): void {
  if (schedules.length > 0) return
  throw new UserError({
    code: 'no-schedules',
    exitCode: ExitCode.usage,
    message: 'No schedule is configured.',
    next: [
      'Put into jianbao.config.yaml:  schedules: [{ name: weekly, cron: "0 8 * * 1", timeZone: Asia/Shanghai, sources: [articles/] }]',
    ],
  })
}
