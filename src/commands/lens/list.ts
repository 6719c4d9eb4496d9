import { type ListedLens, listLenses } from '../../lenses.js'
import { JianbaoCommand } from '../../program/command.js'

export default class LensList extends JianbaoCommand {
  static override summary = 'Show the lenses: those that ship and those in the folder lenses/.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<{ lenses: ListedLens[] }> {
    await this.parse(LensList)
    const lenses = await listLenses(process.cwd())
    for (const lens of lenses) {
      if ('error' in lens) this.log(`${lens.name}  ${lens.file}\n  cannot be used: ${lens.error}`)
      else {
        const { name, version, label, categories, measures, examples } = lens
        this.log(`${name} ${version}${lens.ships ? '' : `  ${lens.file}`}\n  ${label.zh} / ${label.en}`)
        this.log(`  ${categories} categories, ${measures} measures, ${examples} examples`)
      }
    }
    return { lenses }
  }
}
