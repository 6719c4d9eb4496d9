import { Args, Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import type { TranslationUnit } from '../../model/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { listMemory, memoryStates } from '../../translations.js'

export default class MemoryList extends JianbaoCommand {
  static override summary = 'Show what the translation memory holds: Chinese, English, state, whose.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 妇联',
    '<%= config.bin %> <%= command.id %> --state refused',
  ]
  static override args = { query: Args.string({ description: 'part of the Chinese or the English' }) }
  static override flags = {
    state: Flags.option({ options: memoryStates, multiple: true, description: 'only texts in this state' })(),
    origin: Flags.string({ description: 'only texts of this origin: person, deepl …' }),
    config: configFlag,
  }

  async run(): Promise<{ units: TranslationUnit[] }> {
    const { args, flags } = await this.parse(MemoryList)
    const { store } = await loadConfig({ cwd: process.cwd(), path: flags.config })
    const units = await listMemory(store, {
      ...(args.query !== undefined && { query: args.query }),
      ...(flags.state && { states: flags.state }),
      ...(flags.origin !== undefined && { origin: flags.origin }),
    })
    for (const { source, target, use, state, origin, date } of units) {
      this.log(`${source}  ${target || '—'}  (${use}, ${state}, ${origin}, ${date.slice(0, 10)})`)
    }
    return { units }
  }
}
