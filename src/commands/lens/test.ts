import { Args } from '@oclif/core'
import { ExitCode } from '../../errors.js'
import { type ExampleResult, testLens } from '../../lenses.js'
import { JianbaoCommand } from '../../program/command.js'

export default class LensTest extends JianbaoCommand {
  static override summary = "Read a lens's own example sentences with it: expected against found."
  static override description =
    'The examples stand under `examples:` in the lens, each with every figure of its sentence. Exit code 2 where one differs.'
  static override examples = ['<%= config.bin %> <%= command.id %> flood-relief']
  static override args = { lens: Args.string({ description: 'name or YAML file of the lens', required: true }) }

  async run(): Promise<{ file: string; results: ExampleResult[] }> {
    const { args, flags } = await this.parse(LensTest)
    const { file, results } = await testLens(args.lens, process.cwd())
    for (const { line, sentence, passed, differences, found } of results) {
      if (passed && !flags.verbose) continue
      this.log(`${passed ? '✓' : '✗'} ${file}:${line}  ${sentence}`)
      for (const difference of differences) this.log(`    ${difference}`)
      if (flags.verbose) for (const { en } of found) this.log(`    ${en}`)
    }
    const failed = results.filter(({ passed }) => !passed).length
    this.log(
      failed
        ? `${failed} of ${results.length} examples differ`
        : `${results.length} ${results.length === 1 ? 'example' : 'examples'} read as expected`,
    )
    if (failed) process.exitCode = ExitCode.usage
    return { file, results }
  }
}
