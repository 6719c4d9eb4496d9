import { existsSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import type { Edition, EditionStore } from '../store/index.js'
import { expandPattern } from './pattern.js'
import type { Schedule } from './slots.js'

/**
 * The file for an edition: its pattern in the schedule's zone, relative to `folder`. Where another edition has that
 * file, or one lies there that is nobody's, `-2`, `-3` … is put before the ending.
 */
export async function reserveOutput(
  claimed: Edition,
  schedule: Schedule,
  { store, folder }: { store: EditionStore; folder: string },
): Promise<string> {
  const pattern = schedule.out
  const wished = resolve(folder, expandPattern(pattern, schedule.name, new Date(claimed.slot), schedule.timeZone))
  for (let number = 1; ; number++) {
    const path = number === 1 ? wished : numbered(wished, number)
    // What lies there may be what an earlier attempt at this edition left.
    if (path !== claimed.out && isTaken(path)) continue
    if (await store.reserve(claimed, path)) return path
  }
}

function numbered(path: string, number: number): string {
  const { dir, name, ext } = parse(path)
  return resolve(dir, `${name}-${number}${ext}`)
}

/** In any of the forms that share the name. */
function isTaken(path: string): boolean {
  const { dir, name, ext } = parse(path)
  return [...new Set([ext, '.pdf', '.html', '.json', '.csv', '.xlsx', '.md'])].some((ending) =>
    existsSync(resolve(dir, `${name}${ending}`)),
  )
}
