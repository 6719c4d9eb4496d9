import { Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { tickOnce } from '../../editions.js'
import { ExitCode, UserError } from '../../errors.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { describeResult, requireSchedules, type TickReport } from '../../schedule/index.js'

export default class ScheduleTick extends JianbaoCommand {
  static override summary = 'Make the editions that are due, each exactly once, and end.'
  static override description =
    'For cron, systemd timers and CI: any number of ticks may run at the same time. A slot that was missed is made ' +
    'on return, a failed one again after a pause. Exit code: 0, or that of the first edition that failed in this tick.'
  static override examples = ['<%= config.bin %> <%= command.id %>']
  static override flags = {
    config: configFlag,
    now: Flags.string({ description: 'make what was due at this time', helpValue: 'ISO-TIME' }),
  }

  async run(): Promise<TickReport> {
    const { flags } = await this.parse(ScheduleTick)
    const cwd = process.cwd()
    const loaded = await loadConfig({ cwd, path: flags.config })
    requireSchedules(loaded.config.schedules)
    const report = await tickOnce(loaded, {
      cwd,
      now: flags.now === undefined ? new Date() : instant(flags.now),
      abort: this.interruption(),
      onResult: (result) => {
        if (!flags.quiet || result.status === 'failed') this.log(describeResult(result, cwd))
      },
    })
    if (report.results.length === 0 && !flags.quiet) {
      this.log(`nothing is due${report.next ? `; next: ${report.next.schedule} ${report.next.slot}` : ''}`)
    }
    const failed = report.results.find(({ status }) => status === 'failed')
    const interrupted = report.results.some(({ status }) => status === 'interrupted')
    if (failed) process.exitCode = failed.error?.exitCode ?? ExitCode.bug
    if (interrupted) process.exitCode = ExitCode.interrupted
    return report
  }
}

function instant(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(time)) return new Date(time)
  throw new UserError({
    code: 'flag-invalid',
    exitCode: ExitCode.usage,
    message: `--now: expected a time with its zone, such as 2026-03-02T08:00+08:00, found “${text}”`,
    next: ['jianbao schedule explain NAME shows times in this form'],
  })
}
