import { JianbaoCommand } from '../../program/command.js'
import { listTemplates, type TemplateEntry } from '../../templates.js'

export default class TemplateList extends JianbaoCommand {
  static override summary = 'Show the templates that come with the program.'
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<{ templates: TemplateEntry[] }> {
    await this.parse(TemplateList)
    const templates = await listTemplates()
    for (const { name, version, label, description, paper } of templates) {
      this.log(`${name} ${version}, ${paper}\n  ${label.zh} / ${label.en}\n  ${description.zh}\n  ${description.en}`)
    }
    return { templates }
  }
}
