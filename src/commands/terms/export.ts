import { Flags } from '@oclif/core'
import { JianbaoCommand } from '../../program/command.js'
import { exportTerms } from '../../terms.js'

export default class TermsExport extends JianbaoCommand {
  static override summary = 'Print the terms as CSV or TBX, or write them to a file.'
  static override examples = ['<%= config.bin %> <%= command.id %> --format tbx --out terms.tbx']
  static override flags = {
    format: Flags.option({
      options: ['csv', 'tbx'] as const,
      default: 'csv' as const,
      description: 'form of the file',
    })(),
    layer: Flags.option({
      options: ['project', 'user', 'shipped'] as const,
      description: 'only terms of this layer',
    })(),
    out: Flags.string({ description: 'file to write' }),
  }

  async run(): Promise<{ terms: number; out: string | null }> {
    const { flags } = await this.parse(TermsExport)
    const { format, layer, out } = flags
    const { text, terms } = await exportTerms(process.cwd(), {
      format,
      ...(layer !== undefined && { layer }),
      ...(out !== undefined && { out }),
    })
    this.log(out === undefined ? text.trimEnd() : `${terms} terms in ${out}`)
    return { terms, out: out ?? null }
  }
}
