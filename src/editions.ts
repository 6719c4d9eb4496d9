import { editionOptions, type LoadedConfig, type ScheduleEntry } from './config/index.js'
import { messageOf } from './errors.js'
import { EarlierBriefing, type Outcome, outcome } from './model/index.js'
import { type DaemonSetup, type Made, type Make, type SlotResult, type TickReport, tick } from './schedule/index.js'
import { openEditionStore, type WrittenFile } from './store/index.js'

/** Makes editions with the pipeline: where schedules and the line from articles to PDF meet. */
function editionMaker(loaded: LoadedConfig, cwd: string): Make<ScheduleEntry> {
  return async ({ schedule, out, date, previous, signal }): Promise<Made> => {
    // Loaded only when something is due.
    const { generate } = await import('./generate.js')
    const options = editionOptions(schedule, loaded, { out, date }, cwd)
    const earlier = schedule.sinceLast && options.since === undefined ? await lastEdition(previous, cwd) : null
    const edition = await generate(options, { cwd, signal, now: new Date(), ...(earlier && { earlier }) })
    return {
      sources: edition.sources,
      outputs: edition.outputs.map(({ path, format, digest, bytes }) => {
        return { path, digest, bytes, pages: format === 'pdf' ? edition.pages : null }
      }),
      remarks: edition.leftOut.map(({ uri, reason }) => `left out: ${uri}: ${reason}`),
    }
  }
}

/** The model of the last edition; where its file is not what was written, a note says so and the new one is made without. */
async function lastEdition(
  previous: readonly WrittenFile[] | null,
  cwd: string,
): Promise<Outcome<EarlierBriefing | null> | null> {
  const file = previous?.find(({ path }) => /[.](pdf|json)$/i.test(path))
  if (!file) return null
  const { parseModel, readMade } = await import('./made.js')
  try {
    const made = await readMade(file.path, cwd)
    if (made.digest !== file.digest) throw new Error(`${file.path} is no longer the file that was written`)
    return outcome(parseModel(EarlierBriefing, made, file.path))
  } catch (error) {
    const reason = messageOf(error)
    const message = `The last edition cannot be compared with: ${reason}`
    const text = { zh: '上一期已无法读取，未与之比较。', en: `${message}.`, enBasis: 'composed' as const }
    return outcome(null, [{ severity: 'warning', code: 'since-not-read', message, params: { reason }, text }])
  }
}

/** Makes what is due by `now`, once. */
export async function tickOnce(
  loaded: LoadedConfig,
  input: { cwd: string; now: Date; abort: AbortSignal; onResult: (result: SlotResult) => void },
): Promise<TickReport> {
  const { cwd, now, abort, onResult } = input
  const { schedules, folder, make, store: path } = daemonSetup(loaded, cwd)
  await using store = await openEditionStore(path)
  return await tick({ schedules, folder, make, store, now, clock: () => new Date(), abort, onResult })
}

export function daemonSetup(loaded: LoadedConfig, cwd: string): DaemonSetup<ScheduleEntry> {
  const { config, folder, store } = loaded
  return { schedules: config.schedules, store, folder, make: editionMaker(loaded, cwd) }
}
