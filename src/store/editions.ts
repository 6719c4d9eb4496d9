/** Which process holds a claim. `token` is new for each process, so that a number used again is no mistake. */
export interface Claimant {
  /** The machine, and on Linux the space of process numbers (a container has its own). */
  host: string
  pid: number
  token: string
}

interface ReadSource {
  uri: string
  /** `sha256:` + hex of the bytes as read. */
  digest: string
}

export interface WrittenFile {
  /** Absolute path. */
  path: string
  digest: string
  bytes: number
  /** Null for what has no pages. */
  pages: number | null
}

export interface EditionError {
  code: string
  message: string
}

/** One slot of one schedule: what became of it. Instants are ISO 8601 in UTC with milliseconds. */
export interface Edition {
  schedule: string
  slot: string
  state: 'claimed' | 'made' | 'failed'
  /** Claims that were granted, the present one included. */
  attempts: number
  /** The file that no other edition may write; absolute. */
  out: string | null
  claimedBy: Claimant | null
  claimedAt: string
  /** Until then the claim stands without a heartbeat. */
  leaseUntil: string
  /** When the first attempt began. */
  startedAt: string
  finishedAt: string | null
  /** A failed edition is not claimed again before. */
  retryAt: string | null
  error: EditionError | null
  sources: ReadSource[]
  outputs: WrittenFile[]
}

export interface ClaimRequest {
  schedule: string
  slot: Date
  claimant: Claimant
  now: Date
  leaseMs: number
  maxAttempts: number
  /** True where that process is known to be dead; a claim of it is taken over before its lease ends. */
  isGone(claimant: Claimant): boolean
}

/**
 * granted: ours to make. made: is made. held: another makes it. waiting: failed, and its pause is not over.
 * exhausted: failed as often as it may.
 */
export interface Claim {
  outcome: 'granted' | 'made' | 'held' | 'waiting' | 'exhausted'
  edition: Edition
}

/** Remembers which editions were made. Any number of processes use it together. */
export interface EditionStore extends AsyncDisposable {
  /**
   * When this definition of a schedule (its cron expression and zone) was first seen: the `at` with which this was asked
   * for the first time.
   */
  firstSeen(schedule: string, definition: string, at: Date): Promise<Date>
  /** Grants a slot to at most one process at a time. */
  claim(request: ClaimRequest): Promise<Claim>
  /** Makes `path` the edition's own; false where another edition has it. */
  reserve(claimed: Edition, path: string): Promise<boolean>
  /** Prolongs a claim; false where it is no longer ours. */
  heartbeat(claimed: Edition, leaseUntil: Date): Promise<boolean>
  /** All three end a claim; false where it is no longer ours, and then nothing is recorded. */
  finish(claimed: Edition, at: Date, made: Pick<Edition, 'sources' | 'outputs'>): Promise<boolean>
  fail(claimed: Edition, at: Date, failure: { error: EditionError; retryAt: Date }): Promise<boolean>
  /** For an attempt that was stopped: it does not count, and the next may begin at once. */
  release(claimed: Edition, at: Date, error: EditionError): Promise<boolean>
  /** Newest slot first; slots from `from` on, and those before `before`. */
  list(filter: { schedule?: string; from?: Date; before?: Date; limit: number }): Promise<Edition[]>
  close(): Promise<void>
}
