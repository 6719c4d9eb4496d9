import { Args, Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { forgetMemory, memoryStates } from '../../translations.js'

export default class MemoryForget extends JianbaoCommand {
  static override summary = 'Drop texts from the translation memory.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --state refused',
    '<%= config.bin %> <%= command.id %> --origin deepl',
  ]
  static override args = { query: Args.string({ description: 'part of the Chinese or the English' }) }
  static override flags = {
    state: Flags.option({ options: memoryStates, multiple: true, description: 'only texts in this state' })(),
    origin: Flags.string({ description: 'only texts of this origin: person, deepl …' }),
    config: configFlag,
  }

  async run(): Promise<{ forgotten: number }> {
    const { args, flags } = await this.parse(MemoryForget)
    const { store } = await loadConfig({ cwd: process.cwd(), path: flags.config })
    const forgotten = await forgetMemory(store, {
      ...(args.query !== undefined && { query: args.query }),
      ...(flags.state && { states: flags.state }),
      ...(flags.origin !== undefined && { origin: flags.origin }),
    })
    if (!flags.quiet) this.log(`${forgotten} texts forgotten`)
    return { forgotten }
  }
}
