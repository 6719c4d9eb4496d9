import { Args, Flags } from '@oclif/core'
import { JianbaoCommand } from '../../program/command.js'
import { listTerms, type PlacedTerm } from '../../terms.js'

export default class TermsList extends JianbaoCommand {
  static override summary = 'Show the terms: Chinese, English, part of speech, and whose they are.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 志愿者',
    '<%= config.bin %> <%= command.id %> --layer project',
  ]
  static override args = { query: Args.string({ description: 'part of the Chinese or the English' }) }
  static override flags = {
    layer: Flags.option({
      options: ['project', 'user', 'shipped'] as const,
      description: 'only terms of this layer',
    })(),
  }

  async run(): Promise<{ terms: PlacedTerm[] }> {
    const { args, flags } = await this.parse(TermsList)
    const terms = await listTerms(process.cwd(), {
      ...(args.query !== undefined && { query: args.query }),
      ...(flags.layer !== undefined && { layer: flags.layer }),
    })
    for (const { zh, en, pos, file } of terms) this.log(`${zh}  ${en}  (${pos})${file === null ? '' : `  ${file}`}`)
    return { terms }
  }
}
