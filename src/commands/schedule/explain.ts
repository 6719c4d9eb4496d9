import { Args } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { cronInWords, type ExplainedRun, explainRuns, scheduleNamed } from '../../schedule/index.js'

export default class ScheduleExplain extends JianbaoCommand {
  static override summary = 'Show the next ten runs of a schedule, in its zone and in UTC.'
  static override description = 'Days on which clocks change are pointed out with what they do to the run.'
  static override examples = ['<%= config.bin %> <%= command.id %> weekly']
  static override args = { name: Args.string({ required: true, description: 'name of the schedule' }) }
  static override flags = {
    config: configFlag,
  }

  async run(): Promise<{ name: string; cron: string; words: string | null; timeZone: string; runs: ExplainedRun[] }> {
    const { args, flags } = await this.parse(ScheduleExplain)
    const { config } = await loadConfig({ cwd: process.cwd(), path: flags.config })
    const schedule = scheduleNamed(config.schedules, args.name)
    const { name, cron, timeZone } = schedule
    const words = cronInWords(cron)
    const runs = explainRuns(schedule, new Date(), 10)
    this.log(`${name}: ${words ? `${words} (${cron})` : cron}, ${timeZone}`)
    for (const { text, utc, remark } of runs) this.log(`  ${text}  ${utc}${remark ? `  ${remark}` : ''}`)
    return { name, cron, words, timeZone, runs }
  }
}
