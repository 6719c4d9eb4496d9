import { Args } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { ExitCode } from '../../errors.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { describeImport } from '../../report/import.js'
import { type ImportReport, importMemory } from '../../translations.js'

export default class MemoryImport extends JianbaoCommand {
  static override summary = 'Put the pairs of a TMX file into the translation memory.'
  static override description =
    'Chinese–English pairs of TMX 1.4 of any tool; pairs whose numbers differ are listed with their line, and the exit code is 3.'
  static override examples = ['<%= config.bin %> <%= command.id %> agency.tmx']
  static override args = { file: Args.string({ description: 'TMX file', required: true }) }
  static override flags = {
    config: configFlag,
  }

  async run(): Promise<ImportReport> {
    const { args, flags } = await this.parse(MemoryImport)
    const cwd = process.cwd()
    const { store } = await loadConfig({ cwd, path: flags.config })
    const report = await importMemory(args.file, { cwd, store, now: new Date() })
    if (!flags.quiet) this.log(describeImport(report, args.file))
    if (report.conflicts.length > 0) process.exitCode = ExitCode.input
    return report
  }
}
