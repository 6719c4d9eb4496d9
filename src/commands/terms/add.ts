import { Args, Flags } from '@oclif/core'
import { JianbaoCommand } from '../../program/command.js'
import { addTerm, partsOfSpeech } from '../../terms.js'

export default class TermsAdd extends JianbaoCommand {
  static override summary = 'Say how a word is put into English; it wins over the terms that ship.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 专班 "task force" --forms "task forces" --domain organisation',
  ]
  static override args = {
    zh: Args.string({ description: 'the Chinese word', required: true }),
    en: Args.string({ description: 'its English: nouns in the singular, verbs in the base form', required: true }),
  }
  static override flags = {
    pos: Flags.option({ options: partsOfSpeech, default: 'noun', description: 'part of speech' })(),
    forms: Flags.string({ default: '', description: 'irregular plural or past; - for uncountable' }),
    note: Flags.string({ default: '', description: 'for people' }),
    domain: Flags.string({ default: '', description: 'person, goods, money, organisation …' }),
    user: Flags.boolean({ description: 'for all projects of this user, not only for this folder' }),
  }

  async run(): Promise<{ file: string; replaced: boolean }> {
    const { args, flags } = await this.parse(TermsAdd)
    const { pos, forms, note, domain } = flags
    const term = { ...args, pos, forms, domain, ...(note !== '' && { note }) }
    const added = await addTerm(term, flags.user ? 'user' : 'project', process.cwd())
    this.log(`${added.replaced ? 'replaced' : 'added'} in ${added.file}`)
    return added
  }
}
