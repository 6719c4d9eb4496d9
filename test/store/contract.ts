import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Claimant, ClaimRequest, Edition, EditionStore } from '../../src/store/index.js'

const monday = new Date('2026-03-02T00:00:00.000Z')
const nextMonday = new Date('2026-03-09T00:00:00.000Z')
const minute = 60_000
const plus = (ms: number): Date => new Date(monday.getTime() + ms)
const claimant = (pid: number): Claimant => ({ host: 'desk', pid, token: `token-${pid}` })
const nothing = { sources: [], outputs: [] }

const request = (more: Partial<ClaimRequest> = {}): ClaimRequest => ({
  schedule: 'weekly',
  slot: monday,
  claimant: claimant(1),
  now: monday,
  leaseMs: 2 * minute,
  maxAttempts: 3,
  isGone: () => false,
  ...more,
})

/** What every store of editions must do. `open` opens the same store each time, `clear` empties it between tests. */
export function editionStoreContract(
  name: string,
  open: () => Promise<EditionStore>,
  clear: () => Promise<void>,
): void {
  describe(`${name} as a store of editions`, () => {
    let store: EditionStore
    let other: EditionStore
    beforeEach(async () => {
      store = await open()
      other = await open()
    })
    afterEach(async () => {
      await store.close()
      await other.close()
      await clear()
    })

    const granted = async (from: EditionStore, more: Partial<ClaimRequest> = {}): Promise<Edition> => {
      const claim = await from.claim(request(more))
      expect(claim.outcome).toBe('granted')
      return claim.edition
    }

    it('grants a slot once, however many ask', async () => {
      await granted(store)
      const second = await other.claim(request({ claimant: claimant(2) }))
      expect(second).toMatchObject({ outcome: 'held', edition: { claimedBy: claimant(1), attempts: 1 } })
    })

    it('grants other slots and other schedules meanwhile', async () => {
      await granted(store)
      await granted(other, { slot: nextMonday })
      await granted(other, { schedule: 'daily' })
    })

    it('never grants again what was made, and keeps what it read and made', async () => {
      const edition = await granted(store)
      const sources = [{ uri: 'articles/1.txt', digest: `sha256:${'0'.repeat(64)}` }]
      const outputs = [{ path: '/editions/weekly.pdf', digest: `sha256:${'1'.repeat(64)}`, bytes: 4096, pages: 9 }]
      expect(await store.finish(edition, plus(5000), { sources, outputs })).toBe(true)
      const again = await other.claim(request({ now: plus(1e9), isGone: () => true }))
      expect(again.outcome).toBe('made')
      expect(again.edition).toMatchObject({
        state: 'made',
        startedAt: '2026-03-02T00:00:00.000Z',
        finishedAt: '2026-03-02T00:00:05.000Z',
        sources,
        outputs,
      })
    })

    it('takes over a claim whose process is gone', async () => {
      await granted(store)
      const isGone = ({ pid }: Claimant): boolean => pid === 1
      const taken = await granted(other, { claimant: claimant(2), now: plus(1), isGone })
      expect(taken).toMatchObject({ attempts: 2, claimedBy: claimant(2) })
    })

    it('takes over a claim whose lease is over, unless a heartbeat prolonged it', async () => {
      const edition = await granted(store)
      expect(await store.heartbeat(edition, plus(3 * minute))).toBe(true)
      const early = await other.claim(request({ claimant: claimant(2), now: plus(2.5 * minute) }))
      expect(early.outcome).toBe('held')
      await granted(other, { claimant: claimant(2), now: plus(3 * minute) })
    })

    it('hears nothing more from one whose claim was taken over', async () => {
      const lost = await granted(store)
      const taken = await granted(other, { claimant: claimant(2), now: plus(2 * minute) })
      expect(await store.heartbeat(lost, plus(9 * minute))).toBe(false)
      expect(await store.finish(lost, plus(minute), nothing)).toBe(false)
      expect(await store.release(lost, plus(minute), { code: 'late', message: 'late' })).toBe(false)
      expect(await store.reserve(lost, '/editions/weekly.pdf')).toBe(false)
      expect(await other.finish(taken, plus(3 * minute), nothing)).toBe(true)
    })

    it('hears nothing more from an earlier attempt of the same process', async () => {
      const first = await granted(store)
      await granted(store, { now: plus(2 * minute) })
      expect(await store.finish(first, plus(3 * minute), nothing)).toBe(false)
    })

    it('lets a failed slot wait, grants it again, and gives it up after its last attempt', async () => {
      for (const attempt of [1, 2, 3]) {
        const start = attempt * 10 * minute
        const edition = await granted(store, { now: plus(start) })
        expect(edition.attempts).toBe(attempt)
        const error = { code: 'no-article', message: `no article, attempt ${attempt}` }
        expect(await store.fail(edition, plus(start), { error, retryAt: plus(start + minute) })).toBe(true)
        const early = await store.claim(request({ now: plus(start + 1000) }))
        expect(early.outcome).toBe(attempt < 3 ? 'waiting' : 'exhausted')
        expect(early.edition).toMatchObject({ state: 'failed', error })
      }
      expect((await store.claim(request({ now: plus(1e9) }))).outcome).toBe('exhausted')
    })

    it('gives up a slot that ends every process that tries it, and says so', async () => {
      for (const attempt of [1, 2, 3]) await granted(store, { claimant: claimant(attempt), isGone: () => true })
      const claim = await store.claim(request({ isGone: () => true }))
      expect(claim).toMatchObject({
        outcome: 'exhausted',
        edition: { state: 'failed', error: { code: 'process-lost' } },
      })
    })

    it('does not count an attempt that was stopped', async () => {
      const edition = await granted(store)
      await store.release(edition, plus(1000), { code: 'interrupted', message: 'stopped' })
      expect((await granted(store, { now: plus(1000) })).attempts).toBe(1)
    })

    it('gives a file to one edition only', async () => {
      const first = await granted(store)
      const second = await granted(other, { slot: nextMonday })
      expect(await store.reserve(first, '/editions/weekly.pdf')).toBe(true)
      expect(await other.reserve(second, '/editions/weekly.pdf')).toBe(false)
      expect(await store.reserve(first, '/editions/weekly.pdf')).toBe(true)
      expect(await other.reserve(second, '/editions/weekly-2.pdf')).toBe(true)
      expect((await store.list({ limit: 9 })).map(({ out }) => out)).toEqual([
        '/editions/weekly-2.pdf',
        '/editions/weekly.pdf',
      ])
    })

    it('remembers when a definition was first seen', async () => {
      expect(await store.firstSeen('weekly', '0 8 * * 1', plus(minute))).toEqual(plus(minute))
      expect(await other.firstSeen('weekly', '0 8 * * 1', plus(1e9))).toEqual(plus(minute))
      expect(await other.firstSeen('weekly', '0 8 * * *', plus(1e9))).toEqual(plus(1e9))
      expect(await store.firstSeen('weekly', '0 8 * * 1', monday)).toEqual(plus(minute))
    })

    it('lists the newest first, of one schedule, from a slot on', async () => {
      await granted(store)
      await granted(store, { slot: nextMonday })
      await granted(store, { schedule: 'daily' })
      const slots = async (filter: { schedule?: string; from?: Date; limit: number }): Promise<string[]> =>
        (await other.list(filter)).map(({ schedule, slot }) => `${schedule} ${slot.slice(0, 10)}`)
      expect(await slots({ limit: 9 })).toEqual(['weekly 2026-03-09', 'daily 2026-03-02', 'weekly 2026-03-02'])
      expect(await slots({ schedule: 'weekly', limit: 1 })).toEqual(['weekly 2026-03-09'])
      expect(await slots({ schedule: 'weekly', from: nextMonday, limit: 9 })).toEqual(['weekly 2026-03-09'])
    })

    it('still knows it all when it is opened again', async () => {
      await store.finish(await granted(store), plus(1000), nothing)
      await using reopened = await open()
      expect((await reopened.claim(request())).outcome).toBe('made')
    })
  })
}
