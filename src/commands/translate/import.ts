import { Args, Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { ExitCode } from '../../errors.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag } from '../../program/flags.js'
import { describeImport } from '../../report/import.js'
import { type ImportReport, importTranslations } from '../../translations.js'

export default class TranslateImport extends JianbaoCommand {
  static override summary = 'Bring an edited XLIFF file back: its English wins from now on.'
  static override description =
    'What was edited or confirmed goes into the translation memory; what cannot (other numbers, two versions) is listed ' +
    'with its line, and the exit code is 3.'
  static override examples = ['<%= config.bin %> <%= command.id %> week-7.xlf']
  static override args = { file: Args.string({ description: 'XLIFF 2.0 or 2.1 file', required: true }) }
  static override flags = {
    force: Flags.boolean({ description: 'also over what somebody else corrected since the export' }),
    config: configFlag,
  }

  async run(): Promise<ImportReport> {
    const { args, flags } = await this.parse(TranslateImport)
    const cwd = process.cwd()
    const { store } = await loadConfig({ cwd, path: flags.config })
    const report = await importTranslations(args.file, { cwd, store, force: flags.force, now: new Date() })
    if (!flags.quiet) this.log(describeImport(report, args.file))
    if (report.conflicts.length > 0) process.exitCode = ExitCode.input
    return report
  }
}
