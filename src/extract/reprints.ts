import type { AlsoAt, Article, Note } from '../model/index.js'
import { fingerprintsOf } from './fingerprints.js'
import { addedBy, type Retelling, retellingOf, type Sentence } from './retelling.js'

/**
 * What became of one article: it is read, with the others of its story in `alsoAt`, or it is a reprint of another, which
 * has sentences of its own where `added` says.
 */
export type Told = { article: Article; notes: Note[] } | { article: null; reprintOf: string; added: Place[] }

/** Offsets into a body. */
interface Place {
  start: number
  end: number
}

/**
 * The same story on several sites is one story: with another headline, cut, or under another dateline. Stories differ
 * where a sentence of both has another figure, where less than seven tenths of the shorter stand in the fuller, or
 * where it only is quoted there. The fullest is read; what reprints add to it is in its notes. In time linear in the
 * texts; the result is in input order, one for one.
 */
export function mergeReprints(articles: readonly Article[]): Told[] {
  const stories = new Stories()
  // The fullest first: each later one is compared with the fullest of its story only, so no chain grows.
  const order = articles.map((article, i) => ({ i, retelling: retellingOf(article) })).sort(byLength)
  const merged = new Map<number, Merged>()
  for (const { i, retelling } of order) {
    const found = stories.find(retelling)
    if (found === null) stories.open(i, retelling)
    else merged.set(i, found)
  }
  return assembled(articles, merged)
}

interface Merged {
  into: number
  added: Sentence[]
}

interface Ordered {
  i: number
  retelling: Retelling
}

function byLength(a: Ordered, b: Ordered): number {
  return b.retelling.key.length - a.retelling.key.length || a.i - b.i
}

/** A fingerprint that so many stories have is a formula and tells none of them from another. */
const FORMULA = 32
/** Stories that are compared sentence by sentence with one text. */
const MOST_COMPARED = 4
/** Share of fingerprints, formulas aside, below which no story is compared. */
const LEAST_SHARED = 0.4

class Stories {
  private readonly stories = new Map<number, Retelling>()
  private readonly byFingerprint = new Map<number, number[]>()
  private readonly byText = new Map<string, number[]>()

  open(index: number, retelling: Retelling): void {
    this.stories.set(index, retelling)
    append(this.byText, retelling.key, index)
    for (const print of fingerprintsOf(retelling.key)) append(this.byFingerprint, print, index)
  }

  find(retelling: Retelling): Merged | null {
    const same = this.byText.get(retelling.key)?.slice(0, MOST_COMPARED) ?? []
    for (const into of [...same, ...this.candidates(retelling)]) {
      const story = this.stories.get(into)
      const added = story === undefined ? null : addedBy(retelling, story)
      if (added !== null) return { into, added }
    }
    return null
  }

  /** The stories that share most with a text, the nearest first. */
  private candidates({ key }: Retelling): number[] {
    const shared = new Map<number, number>()
    let telling = 0
    for (const print of fingerprintsOf(key)) {
      const known = this.byFingerprint.get(print) ?? []
      if (known.length >= FORMULA) continue
      telling++
      for (const index of known) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    return [...shared]
      .filter(([, count]) => count >= LEAST_SHARED * telling)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_COMPARED)
      .map(([index]) => index)
  }
}

function append<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [index])
  else if (list.length < FORMULA) list.push(index)
}

function assembled(articles: readonly Article[], merged: ReadonlyMap<number, Merged>): Told[] {
  const told: Told[] = articles.map((article) => ({ article, notes: [] }))
  articles.forEach((reprint, i) => {
    const found = merged.get(i)
    const fullest = found && told[found.into]
    if (found === undefined || !fullest?.article) return
    const { article, notes } = fullest
    const sentences = found.added.map(({ printed }) => printed)
    told[found.into] = {
      article: { ...article, alsoAt: [...(article.alsoAt ?? []), alsoAt(reprint, sentences)] },
      notes: sentences.length > 0 ? [...notes, addition(reprint, article, sentences)] : notes,
    }
    const added = found.added.map(({ start, end }) => ({ start, end }))
    told[i] = { article: null, reprintOf: article.source.uri, added }
  })
  return told
}

function alsoAt({ source, title, publisher, publishedAt }: Article, added: string[]): AlsoAt {
  return { uri: source.uri, title: title.zh, publisher, publishedAt, added }
}

function addition(reprint: Article, fullest: Article, added: string[]): Note {
  const { uri } = reprint.source
  const first = (added[0] ?? '').slice(0, 200)
  const params = { reprint: reprint.publisher ?? uri, uri, sentences: added.length, first }
  return {
    severity: 'warning',
    code: 'reprint-adds',
    message: `The reprint ${uri} has ${added.length} ${added.length === 1 ? 'sentence' : 'sentences'} that the article read has not, first: ${first}`,
    hint: 'Figures and deeds that only stand there are in the briefing, with the reprint as their source.',
    source: fullest.source.uri,
    params,
  }
}
