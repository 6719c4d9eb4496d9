import { Flags } from '@oclif/core'
import { loadConfig, resolveOptions } from '../config/index.js'
import { generate } from '../generate.js'
import type { Edition } from '../pipeline.js'
import { JianbaoCommand } from '../program/command.js'
import { readingFlags, sourcesArgument } from '../program/flags.js'
import { withProgress } from '../progress.js'
import { describeEdition, describeLeftOut } from '../report/edition.js'
import { plannedSteps } from '../steps.js'

export default class Generate extends JianbaoCommand {
  static override summary = 'Make a briefing of Chinese articles.'
  static override description =
    'Reads the articles, finds every figure with its sentence, compares the organisations and prints a bilingual PDF. ' +
    'Sources are files, folders, globs, web addresses, feeds, lists of addresses and - for standard input. ' +
    'Flags win over jianbao.config.yaml.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> articles/ --out briefing.pdf',
    "<%= config.bin %> <%= command.id %> 'press/*.html' --lang en --title 'Week 7' --format pdf,json",
  ]
  static override strict = false
  static override args = {
    source: sourcesArgument,
  }
  static override flags = {
    out: Flags.string({ char: 'o', description: 'file to write, or folder for briefing.pdf', helpValue: 'FILE' }),
    lang: Flags.string({ description: 'languages, in order: zh,en  en,zh  zh  en', helpValue: 'LANGS' }),
    title: Flags.string({ description: 'title of the briefing, used in every language', helpValue: 'TEXT' }),
    template: Flags.string({ description: 'name or folder of a template', helpValue: 'NAME|DIR' }),
    since: Flags.string({
      description: 'earlier edition, PDF or JSON: tell what is new, changed, confirmed, gone',
      helpValue: 'FILE',
    }),
    date: Flags.string({
      description: 'date of the edition (default: latest date in the sources)',
      helpValue: 'YYYY-MM-DD',
    }),
    format: Flags.string({ description: 'pdf, html, json, csv, xlsx, md; several with commas', helpValue: 'LIST' }),
    layout: Flags.string({
      description: 'two languages side by side (parallel), or one after the other (sequential)',
      helpValue: 'LAYOUT',
    }),
    paper: Flags.string({ description: 'A4 or Letter; the template’s own without it', helpValue: 'SIZE' }),
    browser: Flags.string({ description: 'executable, or bundled', helpValue: 'PATH' }),
    timeout: Flags.integer({
      description: 'seconds that printing may take (default: 120, more for large briefings)',
      helpValue: 'SECONDS',
    }),
    translate: Flags.string({
      description: 'who translates what cannot be built: openai, anthropic, deepl, libretranslate, bergamot; none',
      helpValue: 'NAME|none',
    }),
    ...readingFlags,
  }

  async run(): Promise<Edition> {
    const { argv, flags } = await this.parse(Generate)
    const cwd = process.cwd()
    const config = await loadConfig({ cwd, path: flags.config })
    const options = resolveOptions(
      { ...flags, allowPrivateNetwork: flags['allow-private-network'], sources: argv.map(String) },
      config,
      cwd,
    )
    const silent = flags.quiet || this.jsonEnabled()
    const planned = plannedSteps(options)
    const edition = await withProgress(planned, silent, (onStep) =>
      generate(options, { cwd, signal: this.interruption(), now: new Date(), onStep }),
    )
    // What is missing from a briefing is told to whoever wants to hear nothing else.
    if (flags.quiet) process.stderr.write(describeLeftOut(edition))
    else this.log(describeEdition(edition, { cwd, verbose: flags.verbose }))
    return edition
  }
}
