import { Args, Flags } from '@oclif/core'
import { loadConfig } from '../../config/index.js'
import { JianbaoCommand } from '../../program/command.js'
import { configFlag, lensFlag } from '../../program/flags.js'
import { exportOptions, exportTranslations } from '../../translations.js'

export default class TranslateExport extends JianbaoCommand {
  static override strict = false
  static override summary = 'Write the English of a briefing as XLIFF 2.1, for people to correct.'
  static override description =
    'Titles, headings, statements, names and terms of the articles with their English, where it came from and its state. ' +
    'translate import brings the edited file back.'
  static override examples = ['<%= config.bin %> <%= command.id %> articles/ --out week-7.xlf']
  static override args = { sources: Args.string({ description: 'articles', ignoreStdin: true }) }
  static override flags = {
    out: Flags.string({ char: 'o', description: 'file to write', helpValue: 'FILE.xlf', required: true }),
    lens: lensFlag,
    translate: Flags.string({
      description: 'translator to ask first (default: as configured)',
      helpValue: 'NAME|none',
    }),
    config: configFlag,
  }

  async run(): Promise<{ file: string; units: number; open: number }> {
    const { argv, flags } = await this.parse(TranslateExport)
    const cwd = process.cwd()
    const loaded = await loadConfig({ cwd, path: flags.config })
    const { out, lens, translate } = flags
    const options = exportOptions({ sources: argv.map(String), out, lens, translate }, loaded, cwd)
    const made = await exportTranslations(options, { cwd, signal: this.interruption(), now: new Date() })
    if (!flags.quiet) this.log(`${made.units} texts in ${made.file}, ${made.open} of them without English`)
    return made
  }
}
