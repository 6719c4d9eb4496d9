import { Args, Flags } from '@oclif/core'
import { loadConfig } from '../config/index.js'
import { JianbaoCommand } from '../program/command.js'
import { configFlag, correctionsFlag, privateNetworkFlag } from '../program/flags.js'
import { describeVerification } from '../report/verification.js'
import { exitCodeOf, type Verification, verifyBriefing } from '../verification.js'

export default class Verify extends JianbaoCommand {
  static override summary = 'Check a briefing against its sources, figure by figure.'
  static override description =
    'Takes the model out of the PDF, checks that the PDF says what it says, and reads the sources again: those named, or ' +
    'those recorded in it. Each figure holds, has moved, has changed or is gone. Exit code 0: all stand; 5: the PDF or a ' +
    'figure is not what it was; 3: a source cannot be read.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> briefing.pdf',
    '<%= config.bin %> <%= command.id %> briefing.pdf articles/ --json',
  ]
  static override strict = false
  static override args = {
    briefing: Args.string({ description: 'PDF of a briefing, or its JSON', required: true, ignoreStdin: true }),
    source: Args.string({ description: 'file, folder, glob or web address; several may follow', ignoreStdin: true }),
  }
  static override flags = {
    lens: Flags.string({
      description: 'name or file of the lens (default: that of the briefing)',
      helpValue: 'NAME|FILE',
    }),
    corrections: correctionsFlag,
    'allow-private-network': privateNetworkFlag,
    config: configFlag,
  }

  async run(): Promise<Verification> {
    const { argv, flags } = await this.parse(Verify)
    const cwd = process.cwd()
    const { config } = await loadConfig({ cwd, path: flags.config })
    const [file = '', ...sources] = argv.map(String)
    const corrections = flags.corrections ?? config.corrections
    const verification = await verifyBriefing(
      file,
      {
        sources,
        lens: flags.lens ?? config.lens,
        allowPrivateNetwork: flags['allow-private-network'] ?? config.allowPrivateNetwork ?? false,
        ...(corrections && { corrections }),
        ...(config.userAgentContact && { userAgentContact: config.userAgentContact }),
        ...(config.withoutSteps && { withoutSteps: config.withoutSteps.map(String) }),
      },
      { cwd, signal: this.interruption() },
    )
    process.exitCode = exitCodeOf(verification)
    if (!flags.quiet) this.log(describeVerification(verification, { verbose: flags.verbose }))
    return verification
  }
}
