import { Args, Flags } from '@oclif/core'
import { loadConfig, resolveOptions } from '../config/index.js'
import { readSummaries } from '../pipeline.js'
import { describeReading, type ParsedArticles, toContract } from '../report.js'
import { JianbaoCommand } from './base.js'

export default class Parse extends JianbaoCommand {
  static override summary = 'Show what the program reads in articles: every figure beside its sentence.'
  static override description = 'With --json: {"articles": [...]}, one entry a file in input order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> articles/one.html',
    '<%= config.bin %> <%= command.id %> articles/ --json',
  ]
  static override strict = false
  static override args = { source: Args.string({ description: 'file, folder or glob; several may follow' }) }
  static override flags = {
    lens: Flags.string({ description: 'name or file of a lens', helpValue: 'NAME|FILE' }),
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
    if (!this.jsonEnabled()) for (const reading of readings) this.log(describeReading(reading))
    if (readings.every(({ summary }) => summary === null)) process.exitCode = 3
    return toContract(readings)
  }
}
