import { Args } from '@oclif/core'
import { ExitCode } from '../../errors.js'
import { type LensReport, reportLens } from '../../lenses.js'
import { JianbaoCommand } from '../../program/command.js'

export default class LensCheck extends JianbaoCommand {
  static override summary = 'Name what is wrong with a lens, by line and column.'
  static override description = 'Also what leaves it usable and can never match. Exit code 2 where something is wrong.'
  static override examples = ['<%= config.bin %> <%= command.id %> ./my-lens.yaml']
  static override args = { lens: Args.string({ description: 'name or YAML file of the lens', required: true }) }

  async run(): Promise<LensReport> {
    const { args } = await this.parse(LensCheck)
    const report = await reportLens(args.lens, process.cwd())
    for (const { line, column, message } of report.problems) this.log(`${report.file}:${line}:${column}  ${message}`)
    this.log(report.problems.length ? `${report.problems.length} to mend` : 'nothing to mend')
    if (report.problems.length) process.exitCode = ExitCode.usage
    return report
  }
}
