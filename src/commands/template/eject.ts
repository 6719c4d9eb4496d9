import { Args, Flags } from '@oclif/core'
import { JianbaoCommand } from '../../program/command.js'
import { ejectTemplate } from '../../templates.js'

export default class TemplateEject extends JianbaoCommand {
  static override summary = 'Copy a template into a folder of yours, to be changed.'
  static override examples = ['<%= config.bin %> <%= command.id %> briefing --out our-template']
  static override args = {
    name: Args.string({ description: 'which template', required: true }),
  }
  static override flags = {
    out: Flags.string({ char: 'o', description: 'folder to write to', helpValue: 'DIR', required: true }),
    force: Flags.boolean({ description: 'overwrite files that are there' }),
  }

  async run(): Promise<{ directory: string; files: string[] }> {
    const { args, flags } = await this.parse(TemplateEject)
    const files = ejectTemplate(args.name, flags.out, { cwd: process.cwd(), force: flags.force })
    this.log(`${flags.out}: ${files.length} files`)
    this.log(`  → change them, then: ${this.config.bin} template check ${flags.out}`)
    this.log(`  → ${this.config.bin} generate SOURCE --template ${flags.out}`)
    return { directory: flags.out, files }
  }
}
