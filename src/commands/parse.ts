import { Args, Flags } from '@oclif/core'
import { loadConfig, resolveOptions } from '../config/index.js'
import { readSummaries } from '../pipeline.js'
import { describeKeys, describeReading, type ParsedArticles, toContract } from '../report.js'
import { JianbaoCommand } from './base.js'

export default class Parse extends JianbaoCommand {
  static override summary = 'Show what the program reads in articles: every figure beside its sentence.'
  static override description = 'With --json: {"articles": [...]}, one entry a file in input order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> articles/one.html',
    '<%= config.bin %> <%= command.id %> articles/ --json',
    '<%= config.bin %> <%= command.id %> articles/one.html --keys',
  ]
  static override strict = false
  static override args = { source: Args.string({ description: 'file, folder or glob; several may follow' }) }
  static override flags = {
    lens: Flags.string({ description: 'name or file of a lens', helpValue: 'NAME|FILE' }),
    corrections: Flags.string({
      description: 'file of corrections (default: corrections.yaml beside the sources)',
      helpValue: 'FILE',
    }),
    keys: Flags.boolean({
      description: 'print each figure as a key for corrections.yaml, instead',
      exclusive: ['json'],
    }),
    config: Flags.string({
      char: 'c',
      description: 'configuration file (default: jianbao.config.* here)',
      helpValue: 'FILE',
    }),
  }

  async run(): Promise<ParsedArticles> {
    const { argv, flags } = await this.parse(Parse)
    const cwd = process.cwd()
    const config = await loadConfig({ cwd, ...(flags.config && { path: flags.config }) })
    const options = resolveOptions({ ...flags, sources: argv.map(String) }, config, cwd)
    const readings = await readSummaries(options, { cwd, signal: this.interruption() })
    const describe = flags.keys ? describeKeys : describeReading
    if (!this.jsonEnabled()) for (const reading of readings) this.log(describe(reading))
    if (readings.every(({ summary }) => summary === null)) process.exitCode = 3
    return toContract(readings)
  }
}
