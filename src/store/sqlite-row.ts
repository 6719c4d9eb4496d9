import { z } from 'zod'
import type { Edition } from './editions.js'

const json = <T extends z.ZodType>(inner: T) => z.string().transform((text) => inner.parse(JSON.parse(text)))
const Row = z.object({
  schedule: z.string(),
  slot: z.string(),
  state: z.enum(['claimed', 'made', 'failed']),
  attempts: z.number(),
  out: z.string().nullable(),
  claimed_by: json(z.object({ host: z.string(), pid: z.number(), token: z.string() })).nullable(),
  claimed_at: z.string(),
  lease_until: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  retry_at: z.string().nullable(),
  error: json(z.object({ code: z.string(), message: z.string() })).nullable(),
  sources: json(z.array(z.object({ uri: z.string(), digest: z.string() }))),
  outputs: json(
    z.array(z.object({ path: z.string(), digest: z.string(), bytes: z.number(), pages: z.number().nullable() })),
  ),
})

/** A row of the table `editions` as the rest of the program knows it. */
export function toEdition(value: unknown): Edition {
  const row = Row.parse(value)
  return {
    schedule: row.schedule,
    slot: row.slot,
    state: row.state,
    attempts: row.attempts,
    out: row.out,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    leaseUntil: row.lease_until,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    retryAt: row.retry_at,
    error: row.error,
    sources: row.sources,
    outputs: row.outputs,
  }
}
