import { Command, Errors, Flags } from '@oclif/core'
import { ExitCode, messageOf, UserError } from '../errors.js'

/** What every command shares: flags of verbosity, interruption, and one way to tell an error. */
export abstract class JianbaoCommand extends Command {
  static override enableJsonFlag = true
  static override baseFlags = {
    quiet: Flags.boolean({ char: 'q', description: 'print errors only', helpGroup: 'GLOBAL' }),
    verbose: Flags.boolean({
      char: 'v',
      description: 'print every note and, for a bug, the stack',
      helpGroup: 'GLOBAL',
    }),
  }

  /** Aborted by the first Ctrl-C; a second one ends the process at once. */
  protected interruption(): AbortSignal {
    const controller = new AbortController()
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        controller.abort(
          new UserError({
            code: 'interrupted',
            exitCode: ExitCode.interrupted,
            message: `stopped by ${name}`,
            next: [],
          }),
        )
        process.once(name, () => process.exit(ExitCode.interrupted))
      })
    }
    return controller.signal
  }

  /** As it stands: the library looks at every token for a colour that nobody gave it. */
  protected override logJson(json: unknown): void {
    process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`)
  }

  /** The one printer of errors: the user's with what to do next, ours with the chain of causes. */
  protected override async catch(error: Error & { exitCode?: number }): Promise<never> {
    if (error instanceof Errors.ExitError) throw error
    const verbose = this.argv.includes('--verbose') || this.argv.includes('-v')
    if (this.jsonEnabled()) this.logJson(this.toErrorJson(error))
    if (error instanceof UserError) {
      const steps = error.next.map((step) => `  → ${step}`)
      const cause = error.cause && verbose ? [`  because: ${causes(error).join(' ← ')}`] : []
      process.stderr.write(`${[`jianbao: ${error.message} (${error.code})`, ...steps, ...cause].join('\n')}\n`)
      this.exit(error.exitCode)
    }
    if (error instanceof Errors.CLIError) {
      process.stderr.write(`jianbao: ${error.message}\n  → jianbao ${this.id?.replaceAll(':', ' ') ?? ''} --help\n`)
      this.exit(ExitCode.usage)
    }
    const trace = verbose ? (error.stack ?? '') : `  because: ${[messageOf(error), ...causes(error)].join(' ← ')}`
    process.stderr.write(`jianbao: this is a bug of ours (${this.config.name} ${this.config.version})\n${trace}\n`)
    process.stderr.write(
      '  → run it again with --verbose and report what it prints, with the input if you can share it\n',
    )
    return this.exit(ExitCode.bug)
  }

  protected override toErrorJson(error: unknown): {
    error: { code: string; message: string; next: readonly string[] }
  } {
    if (error instanceof UserError) return { error: { code: error.code, message: error.message, next: error.next } }
    const code = error instanceof Errors.CLIError ? 'usage' : 'bug'
    return { error: { code, message: messageOf(error), next: [] } }
  }
}

function causes(error: unknown): string[] {
  const chain: string[] = []
  for (let at: unknown = error; at instanceof Error && at.cause !== undefined && chain.length < 8; at = at.cause) {
    chain.push(messageOf(at.cause))
  }
  return chain
}
