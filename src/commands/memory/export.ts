import { Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { exportMemory } from '../../translations.js'

export default class MemoryExport extends JianbaoCommand {
  static override summary = 'Print the translation memory as TMX 1.4b, or write it to a file.'
  static override examples = ['<%= config.bin %> <%= command.id %> --out ours.tmx']
  static override flags = {
    out: Flags.string({ char: 'o', description: 'file to write', helpValue: 'FILE.tmx' }),
    config: configFlag,
  }

  async run(): Promise<{ units: number; out: string | null }> {
    const { flags } = await this.parse(MemoryExport)
    const cwd = process.cwd()
    const { store } = await loadConfig({ cwd, path: flags.config })
    const { out } = flags
    const { text, units } = await exportMemory(store, { cwd, out, version: this.config.version })
    if (!flags.quiet) this.log(out === undefined ? text.trimEnd() : `${units} texts in ${out}`)
    return { units, out: out ?? null }
  }
}
