import type { Claim, ClaimRequest, Edition, EditionError, EditionStore } from './editions.js'
import { type Database, guarded } from './sqlite.js'
import { toEdition } from './sqlite-row.js'

/** Editions in a SQLite file. Each method is one transaction; a lock of another process is waited for. */
export class SqliteEditionStore implements EditionStore {
  constructor(
    private readonly database: Database,
    private readonly path: string,
  ) {}

  async firstSeen(schedule: string, definition: string, at: Date): Promise<Date> {
    return this.#guarded(() => {
      const recorded = this.#firstSeen(schedule, definition)
      if (recorded) return recorded
      this.#run(
        `INSERT INTO schedules (schedule, definition, first_seen) VALUES (:schedule, :definition, :at)
         ON CONFLICT DO NOTHING`,
        { schedule, definition, at: at.toISOString() },
      )
      return this.#firstSeen(schedule, definition) ?? at
    })
  }

  async claim(request: ClaimRequest): Promise<Claim> {
    return this.#guarded(() => this.database.transaction(() => this.#claim(request)).immediate())
  }

  async reserve(claimed: Edition, path: string): Promise<boolean> {
    return this.#update(
      claimed,
      'out = :path',
      { path },
      'NOT EXISTS (SELECT 1 FROM editions AS other WHERE other.out = :path AND (other.schedule, other.slot) <> (:schedule, :slot))',
    )
  }

  async heartbeat(claimed: Edition, leaseUntil: Date): Promise<boolean> {
    return this.#update(claimed, 'lease_until = :until', { until: leaseUntil.toISOString() })
  }

  async finish(claimed: Edition, at: Date, made: Pick<Edition, 'sources' | 'outputs'>): Promise<boolean> {
    const sources = JSON.stringify(made.sources)
    const outputs = JSON.stringify(made.outputs)
    return this.#update(
      claimed,
      `state = 'made', finished_at = :at, error = NULL, retry_at = NULL, sources = :sources, outputs = :outputs`,
      { at: at.toISOString(), sources, outputs },
    )
  }

  async fail(claimed: Edition, at: Date, failure: { error: EditionError; retryAt: Date }): Promise<boolean> {
    return this.#update(claimed, `state = 'failed', finished_at = :at, error = :error, retry_at = :retryAt`, {
      at: at.toISOString(),
      error: JSON.stringify(failure.error),
      retryAt: failure.retryAt.toISOString(),
    })
  }

  async release(claimed: Edition, at: Date, error: EditionError): Promise<boolean> {
    return this.#update(
      claimed,
      `state = 'failed', attempts = attempts - 1, finished_at = :at, error = :error, retry_at = :at`,
      { at: at.toISOString(), error: JSON.stringify(error) },
    )
  }

  async list({ schedule, from, before, limit }: Parameters<EditionStore['list']>[0]): Promise<Edition[]> {
    return this.#guarded(() =>
      this.database
        .prepare(
          `SELECT * FROM editions WHERE (:schedule IS NULL OR schedule = :schedule) AND (:from IS NULL OR slot >= :from)
           AND (:before IS NULL OR slot < :before) ORDER BY slot DESC, schedule LIMIT :limit`,
        )
        .all({
          schedule: schedule ?? null,
          from: from?.toISOString() ?? null,
          before: before?.toISOString() ?? null,
          limit,
        })
        .map(toEdition),
    )
  }

  async close(): Promise<void> {
    if (this.database.open) this.database.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #claim(request: ClaimRequest): Claim {
    const { schedule, slot, claimant, now, leaseMs } = request
    const key = { schedule, slot: slot.toISOString() }
    const found = this.#find(key)
    const refused = found && refusal(found, request)
    if (refused === 'exhausted' && found?.state === 'claimed') {
      const error = {
        code: 'process-lost',
        message: `the process that made it ended without a word, ${found.attempts} times`,
      }
      this.#run(
        `UPDATE editions SET state = 'failed', finished_at = :now, error = :error WHERE schedule = :schedule AND slot = :slot`,
        { ...key, now: now.toISOString(), error: JSON.stringify(error) },
      )
    }
    if (!refused) {
      this.#run(
        `INSERT INTO editions (schedule, slot, state, attempts, claimed_by, claimed_at, lease_until, started_at)
         VALUES (:schedule, :slot, 'claimed', 1, :claimant, :now, :until, :now)
         ON CONFLICT (schedule, slot) DO UPDATE SET state = 'claimed', attempts = attempts + 1, finished_at = NULL,
           claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at, lease_until = excluded.lease_until`,
        {
          ...key,
          claimant: JSON.stringify(claimant),
          now: now.toISOString(),
          until: new Date(now.getTime() + leaseMs).toISOString(),
        },
      )
    }
    const edition = this.#find(key)
    if (!edition) throw new Error(`the edition ${schedule} ${key.slot} vanished within its transaction`)
    return { outcome: refused ?? 'granted', edition }
  }

  #find(key: { schedule: string; slot: string }): Edition | undefined {
    const row = this.database.prepare('SELECT * FROM editions WHERE schedule = :schedule AND slot = :slot').get(key)
    return row === undefined ? undefined : toEdition(row)
  }

  #firstSeen(schedule: string, definition: string): Date | null {
    const row = this.database
      .prepare('SELECT first_seen FROM schedules WHERE schedule = ? AND definition = ?')
      .get(schedule, definition) as { first_seen: string } | undefined
    return row ? new Date(row.first_seen) : null
  }

  /** Changes an edition while the claim on it is still the one given: same process, same attempt. */
  #update(claimed: Edition, assignments: string, values: Record<string, string>, condition = 'TRUE'): boolean {
    return this.#guarded(
      () =>
        this.#run(
          `UPDATE editions SET ${assignments} WHERE schedule = :schedule AND slot = :slot AND state = 'claimed'
           AND attempts = :attempts AND claimed_by = :claimant AND ${condition}`,
          {
            ...values,
            schedule: claimed.schedule,
            slot: claimed.slot,
            attempts: claimed.attempts,
            claimant: JSON.stringify(claimed.claimedBy),
          },
        ) === 1,
    )
  }

  #run(sql: string, values: Record<string, string | number>): number {
    return this.database.prepare(sql).run(values).changes
  }

  #guarded<T>(work: () => T): T {
    return guarded(this.path, work)
  }
}

/** Why a slot that is on record is not granted; null where it is. */
function refusal(found: Edition, request: ClaimRequest): Exclude<Claim['outcome'], 'granted'> | null {
  const now = request.now.toISOString()
  if (found.state === 'made') return 'made'
  if (found.state === 'claimed') {
    const abandoned = found.leaseUntil <= now || (found.claimedBy !== null && request.isGone(found.claimedBy))
    if (!abandoned) return 'held'
  }
  if (found.attempts >= request.maxAttempts) return 'exhausted'
  return found.state === 'failed' && found.retryAt !== null && found.retryAt > now ? 'waiting' : null
}
