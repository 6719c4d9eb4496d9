import { loadConfig } from '../config/index.js'
import { daemonSetup } from '../editions.js'
import { ExitCode } from '../errors.js'
import { JianbaoCommand } from '../program/command.js'
import { configFlag } from '../program/flags.js'
import { requireSchedules, runDaemon } from '../schedule/index.js'

export default class Daemon extends JianbaoCommand {
  static override enableJsonFlag = false
  static override summary = 'Stay and make the editions of all schedules when they are due.'
  static override description =
    'SIGTERM or Ctrl-C: the edition that is being made is finished first; a second one interrupts it. ' +
    'SIGHUP: the configuration is read again.'
  static override flags = {
    config: configFlag,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Daemon)
    const cwd = process.cwd()
    const log = (line: string): void => this.log(`${new Date().toISOString().slice(0, 19)}Z ${line}`)
    const { stop, abort } = untilStopped(log)
    await runDaemon({
      load: async () => {
        const loaded = await loadConfig({ cwd, path: flags.config })
        requireSchedules(loaded.config.schedules)
        return daemonSetup(loaded, cwd)
      },
      clock: () => new Date(),
      log,
      stop,
      abort,
      onReload: (listener) => void process.on('SIGHUP', listener),
    })
    if (abort.aborted) process.exitCode = ExitCode.interrupted
  }
}

function untilStopped(log: (line: string) => void): { stop: AbortSignal; abort: AbortSignal } {
  const stop = new AbortController()
  const abort = new AbortController()
  let first = 0
  const onSignal = (name: NodeJS.Signals): void => {
    if (!stop.signal.aborted) {
      first = performance.now()
      log(`${name}: stopping; an edition that is being made is finished first`)
      stop.abort()
      // npx and service managers pass one signal on twice.
    } else if (performance.now() - first > 1000) abort.abort(new Error(`stopped by ${name}`))
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
  return { stop: stop.signal, abort: abort.signal }
}
