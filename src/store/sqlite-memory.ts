import { editDistance } from '../language/edit-distance.js'
import { compareText } from '../language/order.js'
import { type SimilarUnit, type TranslationMemory, TranslationUnit, type UnitFilter } from '../model/index.js'
import { type Database, guarded } from './sqlite.js'

const columns = 'source, target, use, state, origin, date'
/** Persons before machines, the most advanced state first; the origin's name decides between equals. */
const best = `CASE state WHEN 'final' THEN 0 WHEN 'reviewed' THEN 1 WHEN 'translated' THEN 2 WHEN 'machine' THEN 3 ELSE 4 END`

/** Translations in a SQLite file; each method is one transaction. */
export class SqliteTranslationMemory implements TranslationMemory, AsyncDisposable {
  constructor(
    private readonly database: Database,
    private readonly path: string,
  ) {}

  async find(source: string, use: string): Promise<TranslationUnit[]> {
    return this.#all(
      `SELECT ${columns} FROM translations WHERE source = :source AND use = :use ORDER BY ${best}, date DESC, origin`,
      { source, use },
    )
  }

  async similar(source: string, { least, most }: { least: number; most: number }): Promise<SimilarUnit[]> {
    const bare = withoutBlanks(source)
    // Lengths further apart than this cannot reach the similarity asked; blanks make a text longer at most by half.
    const candidates = guarded(this.path, () =>
      this.database
        .prepare(
          `SELECT DISTINCT source FROM translations WHERE use = 'text' AND target <> '' AND source <> :source
           AND length(source) BETWEEN :shortest AND :longest`,
        )
        .pluck()
        .all({
          source,
          shortest: Math.floor(bare.length * least),
          longest: Math.ceil((bare.length / least) * 1.5),
        }),
    ) as string[]
    const similarity = similarityTo(bare, least)
    const nearest = candidates
      .map((other) => ({ other, similarity: similarity(withoutBlanks(other)) }))
      .filter((candidate) => candidate.similarity >= least)
      .sort((a, b) => b.similarity - a.similarity || compareText(a.other, b.other))
      .slice(0, most)
    const found = await Promise.all(
      nearest.map(async ({ other, similarity: near }) => {
        const [unit] = (await this.find(other, 'text')).filter(({ target }) => target !== '')
        return unit ? [{ ...unit, similarity: near }] : []
      }),
    )
    return found.flat()
  }

  async put(units: readonly TranslationUnit[]): Promise<void> {
    guarded(this.path, () => {
      const insert = this.database.prepare(
        `INSERT INTO translations (${columns}) VALUES (:source, :target, :use, :state, :origin, :date)
         ON CONFLICT (source, use, origin) DO UPDATE SET target = excluded.target, state = excluded.state, date = excluded.date`,
      )
      this.database
        .transaction(() => {
          for (const unit of units) insert.run(TranslationUnit.parse(unit))
        })
        .immediate()
    })
  }

  async list(filter: UnitFilter = {}): Promise<TranslationUnit[]> {
    return this.#all(`SELECT ${columns} FROM translations WHERE ${condition} ORDER BY source, use, ${best}, origin`, {
      ...valuesOf(filter),
    })
  }

  async forget(filter: UnitFilter): Promise<number> {
    return guarded(
      this.path,
      () => this.database.prepare(`DELETE FROM translations WHERE ${condition}`).run(valuesOf(filter)).changes,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.database.open) this.database.close()
  }

  #all(sql: string, values: Record<string, string | number | null>): TranslationUnit[] {
    return guarded(this.path, () => this.database.prepare(sql).all(values)).map((row) => TranslationUnit.parse(row))
  }
}

const condition = `(:query IS NULL OR instr(source, :query) > 0 OR instr(lower(target), lower(:query)) > 0)
  AND (:origin IS NULL OR origin = :origin)
  AND (:states IS NULL OR instr(:states, ',' || state || ',') > 0)
  AND (:uses IS NULL OR (use = 'text') = (:uses = 'texts'))`

function valuesOf({ query, states, origin, uses }: UnitFilter): Record<string, string | null> {
  return {
    query: query ?? null,
    origin: origin ?? null,
    states: states ? `,${states.join(',')},` : null,
    uses: uses ?? null,
  }
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Measures texts against one text; 0 where they cannot reach `least`. */
function similarityTo(text: string, least: number): (other: string) => number {
  const counts = new Int32Array(0x10000)
  for (let at = 0; at < text.length; at++) counts[text.charCodeAt(at)] = (counts[text.charCodeAt(at)] ?? 0) + 1
  return (other) => {
    const longer = Math.max(text.length, other.length)
    if (longer === 0 || Math.min(text.length, other.length) / longer < least) return 0
    // Characters that only one of them has are an edit each.
    return shared(counts, other) / longer < least ? 0 : 1 - editDistance(text, other) / longer
  }
}

/** How many characters of `other` the counted text has too, wherever; the counts are left as they were. */
function shared(counts: Int32Array, other: string): number {
  let common = 0
  for (let at = 0; at < other.length; at++) {
    const code = other.charCodeAt(at)
    const left = counts[code] ?? 0
    if (left > 0) common++
    counts[code] = left - 1
  }
  for (let at = 0; at < other.length; at++) counts[other.charCodeAt(at)] = (counts[other.charCodeAt(at)] ?? 0) + 1
  return common
}
