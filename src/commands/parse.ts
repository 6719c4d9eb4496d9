import { Flags } from '@oclif/core'
import { loadConfig, resolveOptions } from '../config/index.js'
import { type ParsedArticles, toContract } from '../contract.js'
import { ExitCode } from '../errors.js'
import { describeRemovals } from '../explain.js'
import { JianbaoCommand } from '../program/command.js'
import { readingFlags, sourcesArgument } from '../program/flags.js'
import { nothingToRead, type Reading, readEach, readSummaries } from '../reading.js'
import { describeKeys, describeReading } from '../report/reading.js'

export default class Parse extends JianbaoCommand {
  static override summary = 'Show what the program reads in articles: every figure beside its sentence.'
  static override description = 'With --json: {"articles": [...]}, one entry a file in input order.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> articles/one.html',
    '<%= config.bin %> <%= command.id %> articles/ --json',
    '<%= config.bin %> <%= command.id %> articles/one.html --keys',
    '<%= config.bin %> <%= command.id %> articles/one.html --explain --without-step tail',
  ]
  static override strict = false
  static override args = {
    source: sourcesArgument,
  }
  static override flags = {
    keys: Flags.boolean({
      description: 'print each figure as a key for corrections.yaml, instead',
      exclusive: ['json'],
    }),
    explain: Flags.boolean({
      description: 'print what was taken off each page and why, step by step, instead',
      exclusive: ['json', 'keys'],
    }),
    'without-step': Flags.string({
      description: 'switch steps of the extraction off, by number or name; several with commas',
      helpValue: 'N[,N]',
    }),
    ...readingFlags,
  }

  async run(): Promise<ParsedArticles> {
    const { argv, flags } = await this.parse(Parse)
    const cwd = process.cwd()
    const config = await loadConfig({ cwd, path: flags.config })
    const allowPrivateNetwork = flags['allow-private-network']
    const withoutSteps = flags['without-step']?.split(',')
    const options = resolveOptions(
      { ...flags, allowPrivateNetwork, withoutSteps, sources: argv.map(String) },
      config,
      cwd,
    )
    const context = { cwd, signal: this.interruption() }
    if (this.jsonEnabled()) return this.#asJson(await readSummaries(options, context))
    const explain = (reading: Reading) => describeRemovals(reading, { ...options, verbose: flags.verbose })
    const describe = flags.keys ? describeKeys : flags.explain ? explain : describeReading
    // Printed as they come: of thousands of articles a few are in memory. Nothing is where none can be read.
    const unread: Reading[] = []
    let any = false
    for await (const reading of readEach(options, context)) {
      any ||= reading.summary !== null
      unread.push(reading)
      if (any) for (const each of unread.splice(0)) this.log(describe(each))
    }
    if (!any) throw nothingToRead(unread)
    return { articles: [] }
  }

  #asJson(readings: Reading[]): ParsedArticles {
    if (readings.every(({ summary }) => summary === null)) process.exitCode = ExitCode.input
    return toContract(readings)
  }
}
