import type { TranslationMemory, TranslationUnit } from '../../model/index.js'
import { numberProblems } from '../guard.js'
import { digest, unitId } from './units.js'
import type { ReturnedUnit } from './xliff-read.js'

/**
 * Why a corrected text was not taken: its numbers are others; it holds Chinese; the Chinese of the unit was changed; the
 * file says two things of one text; somebody corrected it otherwise since the export.
 */
export interface Conflict {
  line: number
  kind: 'numbers' | 'chinese' | 'source' | 'twice' | 'memory'
  zh: string
  message: string
}

export interface Taken {
  units: TranslationUnit[]
  /** Without a target, or with the one that was exported and nobody's confirmation. */
  unchanged: number
  conflicts: Conflict[]
}

interface TakeOptions {
  memory: TranslationMemory
  date: string
  /** Takes also what somebody else has corrected since the export. */
  force: boolean
}

/** What of a returned file goes into the memory, as a person's. */
export async function takeReturned(returned: readonly ReturnedUnit[], options: TakeOptions): Promise<Taken> {
  const taken: Taken = { units: [], unchanged: 0, conflicts: [] }
  const seen = new Map<string, ReturnedUnit>()
  for (const unit of returned) {
    if (!isSaid(unit)) {
      taken.unchanged++
      continue
    }
    const key = `${unit.use}\n${unit.zh}`
    const before = seen.get(key)
    const conflict = before ? twice(unit, before) : (conflictOf(unit) ?? (await memoryConflict(unit, options)))
    if (conflict) taken.conflicts.push(conflict)
    else if (!before) taken.units.push(toUnit(unit, options.date))
    if (!before) seen.set(key, unit)
  }
  return taken
}

/** Edited, or confirmed by a person as it is. */
function isSaid({ en, state, exported }: ReturnedUnit): boolean {
  if (en === '') return false
  const confirmed = state === 'reviewed' || state === 'final'
  return exported === null ? confirmed : digest(en) !== exported || confirmed
}

function toUnit({ zh, en, use, state }: ReturnedUnit, date: string): TranslationUnit {
  return { source: zh, target: en, use, state: state === 'final' ? 'final' : 'reviewed', origin: 'person', date }
}

function twice(unit: ReturnedUnit, before: ReturnedUnit): Conflict | null {
  if (unit.en === before.en) return null
  return conflict(unit, 'twice', `“${before.en}” in line ${before.line}, which is used, and “${unit.en}” here`)
}

function conflictOf(unit: ReturnedUnit): Conflict | null {
  const { id, use, zh, en } = unit
  if (id.startsWith('t-') && unitId(use, zh) !== id) {
    return conflict(unit, 'source', 'the Chinese is not what was exported, and no article holds it as it stands here')
  }
  if (/\p{Script=Han}/u.test(en)) return conflict(unit, 'chinese', `“${en}” holds Chinese characters`)
  const problems = use === 'text' ? numberProblems(zh, en) : []
  return problems.length === 0 ? null : conflict(unit, 'numbers', `“${en}”: ${problems.join(' ')}`)
}

async function memoryConflict(unit: ReturnedUnit, { memory, force }: TakeOptions): Promise<Conflict | null> {
  const known = (await memory.find(unit.zh, unit.use)).find(({ origin }) => origin === 'person')
  if (force || !known || known.target === unit.en || digest(known.target) === unit.exported) return null
  return conflict(
    unit,
    'memory',
    `“${known.target}” was put into the memory since the export; “${unit.en}” stands here`,
  )
}

function conflict({ line, zh }: ReturnedUnit, kind: Conflict['kind'], said: string): Conflict {
  return { line, kind, zh, message: `${zh}: ${said}` }
}
