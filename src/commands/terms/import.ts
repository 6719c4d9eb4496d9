import { Args, Flags } from '@oclif/core'
import { JianbaoCommand } from '../../program/command.js'
import { importTerms } from '../../terms.js'

export default class TermsImport extends JianbaoCommand {
  static override summary = "Copy the terms of a CSV or TBX file into terms/ (or the user's folder)."
  static override examples = ['<%= config.bin %> <%= command.id %> glossary.tbx']
  static override args = { file: Args.string({ description: 'CSV or TBX file', required: true }) }
  static override flags = {
    user: Flags.boolean({ description: 'for all projects of this user, not only for this folder' }),
  }

  async run(): Promise<{ file: string; terms: number }> {
    const { args, flags } = await this.parse(TermsImport)
    const made = await importTerms(args.file, flags.user ? 'user' : 'project', process.cwd())
    this.log(`${made.terms} terms in ${made.file}`)
    return made
  }
}
