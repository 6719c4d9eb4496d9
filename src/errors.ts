import { editDistance } from './language/edit-distance.js'

/** Exit codes of the program; everything else is 1, a bug of ours. */
export const ExitCode = { ok: 0, bug: 1, usage: 2, input: 3, service: 4, inspection: 5, interrupted: 130 } as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

export interface UserErrorOptions {
  /** kebab-case, stable: `source-not-found`. */
  code: string
  exitCode: Exclude<ExitCode, 0 | 1>
  /** What happened and where, in one sentence. */
  message: string
  /** What to do next, one step each. */
  next: string[]
  cause?: unknown
}

/** An error that the user can mend. Anything else that is thrown is a bug of ours and keeps its chain of causes. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: string
  readonly exitCode: ExitCode
  readonly next: readonly string[]

  constructor({ code, exitCode, message, next, cause }: UserErrorOptions) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.exitCode = exitCode
    this.next = next
  }
}

/** For a file or folder of the user's that could not be written. */
export function notWritable(path: string, cause: unknown): UserError {
  return new UserError({
    code: 'output-not-writable',
    exitCode: ExitCode.input,
    message: `cannot write ${path}: ${messageOf(cause)}`,
    next: ['name another file with --out, or make the folder writable'],
    cause,
  })
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The nearest of `known` to `word`, if it is near enough to be a slip of the keyboard. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** To be added to what is said of a word that is not known: the nearest of `known`, or else `otherwise`. */
export function suggestion(word: string, known: Iterable<string>, otherwise = ''): string {
  const near = didYouMean(word, known)
  return near === undefined ? otherwise : `; did you mean “${near}”?`
}
