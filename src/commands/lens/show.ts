import { Args } from '@oclif/core'
import { showLens } from '../../lenses.js'
import type { Lens } from '../../model/index.js'
import { JianbaoCommand } from '../../program/command.js'

export default class LensShow extends JianbaoCommand {
  static override summary = 'Show what a lens looks for: its categories, measures and examples.'
  static override examples = ['<%= config.bin %> <%= command.id %> flood-relief']
  static override args = { lens: Args.string({ description: 'name or YAML file of the lens', required: true }) }

  async run(): Promise<Lens> {
    const { args } = await this.parse(LensShow)
    const lens = await showLens(args.lens, process.cwd())
    this.log(`${lens.id} ${lens.version}: ${lens.label.zh} / ${lens.label.en}\n\ncategories`)
    for (const { id, label, cues } of lens.categories) {
      this.log(`  ${id}  ${label.zh} / ${label.en}\n    ${cues.join(' ')}`)
    }
    this.log('\nmeasures')
    for (const { id, label, category, nouns, units, cues } of lens.measures) {
      this.log(`  ${id}  ${label.zh} / ${label.en}${category ? `  [${category}]` : ''}\n    ${nouns.join(' ')}`)
      if (units.length > 0) this.log(`    in ${units.join(' ')}`)
      if (cues.length > 0) this.log(`    beside ${cues.join(' ')}`)
    }
    if (lens.examples.length > 0) this.log('\nexamples')
    for (const { sentence } of lens.examples) this.log(`  ${sentence}`)
    return lens
  }
}
