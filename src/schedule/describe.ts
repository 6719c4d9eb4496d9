import { relative } from 'node:path'
import { counted } from '../counted.js'
import type { SlotResult } from './attempt.js'
import { mostMissed } from './slots.js'

/** One line for people: `weekly 2026-03-02T08:00:00+08:00 made editions/weekly-2026-03-02.pdf (9 pages) in 3.2 s`. */
export function describeResult(result: SlotResult, folder: string): string {
  return [`${result.schedule} ${result.local}`, told(result, folder), missed(result), ...result.remarks]
    .filter(Boolean)
    .join('; ')
    .replace('; ', ' ')
}

function told(result: SlotResult, folder: string): string {
  const { status, attempts, error, retryAt } = result
  const why = error ? `: ${error.message} (${error.code})` : ''
  switch (status) {
    case 'made':
      return `made ${files(result, folder)} in ${(result.durationMs / 1000).toFixed(1)} s`
    case 'failed':
      return `failed${why}; ${retryAt ? `attempt ${attempts}, again after ${retryAt}` : `not tried again after attempt ${attempts}`}`
    case 'gave-up':
      return `stays failed after ${counted(attempts, 'attempt')}${why}`
    case 'waiting':
      return `failed, tried again after ${retryAt}${why}`
    case 'held':
      return 'is being made by another process'
    case 'lost':
      return 'was taken over by another process'
    case 'interrupted':
      return 'interrupted; the next tick makes it'
  }
}

function files({ outputs }: SlotResult, folder: string): string {
  return outputs
    .map(({ path, pages }) => {
      const near = relative(folder, path)
      return `${near.startsWith('..') ? path : near}${pages === null ? '' : ` (${counted(pages, 'page')})`}`
    })
    .join(', ')
}

function missed(result: SlotResult): string {
  if (result.missed === 0) return ''
  return result.missed < mostMissed
    ? `${counted(result.missed, 'earlier slot')} missed`
    : `${mostMissed} or more earlier slots missed`
}
