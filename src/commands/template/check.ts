import { Args } from '@oclif/core'
import { ExitCode } from '../../errors.js'
import { JianbaoCommand } from '../../program/command.js'
import { checkTemplate, resolveTemplate, type TemplateProblem } from '../../templates.js'

export default class TemplateCheck extends JianbaoCommand {
  static override summary = 'Name what would go wrong with a template, by file and line.'
  static override examples = ['<%= config.bin %> <%= command.id %> our-template']
  static override args = {
    template: Args.string({ description: 'folder of the template, or a name', required: true }),
  }

  async run(): Promise<{ problems: TemplateProblem[] }> {
    const { args } = await this.parse(TemplateCheck)
    const problems = await checkTemplate(resolveTemplate(args.template, process.cwd()))
    for (const { file, line, message } of problems) this.log(`${file}:${line}  ${message}`)
    this.log(problems.length ? `${problems.length} to mend` : 'nothing to mend')
    if (problems.length) process.exitCode = ExitCode.usage
    return { problems }
  }
}
