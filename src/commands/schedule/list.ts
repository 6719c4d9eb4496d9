import { loadConfig } from '../../config/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { overviewOf, type ScheduleOverview } from '../../schedule/index.js'

export default class ScheduleList extends JianbaoCommand {
  static override summary = 'Show the schedules: when each comes next and what it made last.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']
  static override flags = {
    config: configFlag,
  }

  async run(): Promise<{ schedules: ScheduleOverview[] }> {
    const { flags } = await this.parse(ScheduleList)
    const loaded = await loadConfig({ cwd: process.cwd(), path: flags.config })
    const schedules = await overviewOf(loaded.config.schedules, loaded.store, new Date())
    if (schedules.length === 0) this.log('No schedule is configured. `schedules:` in jianbao.config.yaml holds them.')
    for (const { name, cron, words, timeZone, next, last } of schedules) {
      this.log(`${name}\n  when  ${words ? `${words} (${cron})` : cron}, ${timeZone}\n  next  ${next ?? 'never again'}`)
      this.log(`  last  ${last ? describeLast(last) : '—'}`)
    }
    return { schedules }
  }
}

function describeLast({ local, state, error, outputs }: NonNullable<ScheduleOverview['last']>): string {
  if (state === 'abandoned') return `${local} was begun and not finished; the next tick makes it`
  if (state === 'claimed') return `${local} is being made`
  if (state === 'failed') return `${local} failed: ${error?.message ?? ''} (${error?.code ?? ''})`
  return `${local} made ${outputs.map(({ path }) => path).join(', ')}`
}
