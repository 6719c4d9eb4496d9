import { Args } from '@oclif/core'
import { ExitCode } from '../../errors.js'
import { JianbaoCommand } from '../../program/command.js'
import { checkTerms, type TermReport } from '../../terms.js'

export default class TermsCheck extends JianbaoCommand {
  static override strict = false
  static override summary = 'Find own terms that contradict each other, say nothing new, or are never used.'
  static override description =
    'With articles, also the own terms that none of them holds. Exit code 2 where one layer says two things of a word.'
  static override examples = ['<%= config.bin %> <%= command.id %> articles/']
  static override args = { sources: Args.string({ description: 'articles in which the terms should occur' }) }

  async run(): Promise<TermReport> {
    const { argv } = await this.parse(TermsCheck)
    const report = await checkTerms(process.cwd(), argv.map(String))
    for (const { kind, message } of report.conflicts) this.log(`${kind}: ${message}`)
    for (const zh of report.unused ?? []) this.log(`unused: ${zh}`)
    this.log(`${report.terms} terms of yours, ${report.conflicts.length} conflicts`)
    if (report.conflicts.some(({ kind }) => kind === 'twice')) process.exitCode = ExitCode.usage
    return report
  }
}
