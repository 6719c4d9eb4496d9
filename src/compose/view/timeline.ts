import { compareText } from '../../language/order.js'
import type { Text, TimelineEntry } from '../../model/index.js'
import type * as context from '../context/index.js'
import { sayTime, withoutTime } from './dates.js'
import { type Desk, factsOf } from './desk.js'
import { shortNameOf } from './names.js'
import { plain } from './parts.js'
import { type Prose, prose } from './prose.js'
import { shortened } from './shorten.js'

/** In order of their end, then of their beginning. */
export function byTime(a: TimelineEntry, b: TimelineEntry): number {
  return compareText(a.time.asOf, b.time.asOf) || compareText(a.time.from ?? a.time.asOf, b.time.from ?? b.time.asOf)
}

export function timelineItems(desk: Desk, entries: readonly TimelineEntry[]): context.TimelineItem[] {
  return [...entries].sort(byTime).map((entry, index) => ({
    number: index + 1,
    when: sayTime(desk, entry.time),
    organisation: shortNameOf(desk, entry.organisation),
    href: `#${entry.organisation}`,
    // What only counts figures leads to its organisation, which tells them.
    ...prose(desk, textOf(entry), isState(entry) ? [] : factsOf(desk, entry.facts), 'timeline'),
  }))
}

/** What is dated of one organisation: the date, and in the same line what was on it; states stand above it by category. */
export function datedStatements(desk: Desk, entries: readonly TimelineEntry[]): Prose[] {
  const events = entries.filter((entry) => !isState(entry))
  return events.sort(byTime).map((entry) => {
    const text = withoutDay(withoutTime(entry.text, entry.time) ?? textOf(entry))
    const { words, references } = prose(desk, shortened(text, longest), factsOf(desk, entry.facts), 'organisation')
    return { words: after(sayTime(desk, entry.time), words), references }
  })
}

/** The printed day that a sentence begins with stands before it already. */
function withoutDay(text: Text): Text {
  return { ...text, zh: text.zh.replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[,，](?=.)/u, '') }
}

/** Figures as of a day, gathered under their category. */
function isState({ time, text, facts }: TimelineEntry): boolean {
  return time.kind === 'asOf' && !/\d/.test(text.zh) && facts.length > 0
}

/** A state is told by its category: how many figures that is. */
function textOf(entry: TimelineEntry): Text {
  const { text, facts } = entry
  if (!isState(entry)) return text
  const en = text.en && `${text.en} (${facts.length} figure${facts.length === 1 ? '' : 's'})`
  return { ...text, zh: `${text.zh}（${facts.length}个数字）`, en }
}

/** Words that begin with a date, each language with its own. */
function after(date: context.Words, { runs }: context.Words): context.Words {
  return {
    runs: runs.map((run) => {
      const own = date.runs.find(({ lang }) => lang === run.lang)
      const colon = plain(run.lang === 'en' ? ': ' : '：')
      return own ? { ...run, parts: [...own.parts, colon, ...run.parts] } : run
    }),
  }
}

/** An organisation's page gives the first clauses of very long ones; the whole stands in the timeline of all. */
const longest = { zh: 60, en: 150 }
