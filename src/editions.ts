import { editionOptions, type LoadedConfig, type ScheduleEntry } from './config/index.js'
import { type DaemonSetup, type Made, type Make, type SlotResult, type TickReport, tick } from './schedule/index.js'
import { openEditionStore } from './store/index.js'

/** Makes editions with the pipeline: where schedules and the line from articles to PDF meet. */
function editionMaker(loaded: LoadedConfig, cwd: string): Make<ScheduleEntry> {
  return async ({ schedule, out, date, signal }): Promise<Made> => {
    // Loaded only when something is due.
    const { generate } = await import('./pipeline.js')
    const edition = await generate(editionOptions(schedule, loaded, { out, date }, cwd), { cwd, signal })
    return {
      sources: edition.sources,
      outputs: edition.outputs.map(({ path, format, digest, bytes }) => {
        return { path, digest, bytes, pages: format === 'pdf' ? edition.pages : null }
      }),
      remarks: edition.leftOut.map(({ uri, reason }) => `left out: ${uri}: ${reason}`),
    }
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
