import type { Briefing, BriefingFact, Language, Text } from '../../model/index.js'
import { type Ledger, openLedger } from '../columns.js'
import { organisationName } from '../words.js'
import { both } from './text.js'

/** What every section is written from. */
export interface Page {
  briefing: Briefing
  ledger: Ledger
  languages: readonly Language[]
  /** A text in the languages of the page, escaped. */
  say(text: Pick<Text, 'zh' | 'en'>, between?: string): string
  /** Name of an organisation. */
  name(id: string): string
  /** Footnotes of facts, each to its sentence. */
  notes(facts: readonly string[]): string
}

export function openPage(briefing: Briefing, languages: readonly Language[]): Page {
  const ledger = openLedger(briefing)
  const say: Page['say'] = (text, between = ' ') => both(text, languages, between)
  return {
    briefing,
    ledger,
    languages,
    say,
    name: (id) => {
      const at = briefing.organisations.findIndex((organisation) => organisation.id === id)
      return say(organisationName(briefing.organisations[at] ?? { zh: '', en: '' }, at + 1))
    },
    notes: (facts) => factsOf(ledger, facts).map(footnote).join(''),
  }
}

export function factsOf({ facts }: Ledger, ids: readonly string[]): BriefingFact[] {
  return ids.flatMap((id) => facts.get(id) ?? [])
}

export function footnote({ number }: BriefingFact): string {
  return `[^${number}]`
}

/** A heading in the languages of the page. */
export function heading({ say }: Page, level: number, zh: string, en: string): string {
  return `${'#'.repeat(level)} ${say({ zh, en })}`
}
