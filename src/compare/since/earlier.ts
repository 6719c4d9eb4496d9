import { squeeze } from '../../language/squeeze.js'
import {
  type Briefing,
  type BriefingOrganisation,
  type EarlierBriefing,
  type EarlierFigure,
  printedUnit,
  type Text,
} from '../../model/index.js'
import { normalisedName } from '../organisations.js'
import type { Known } from './keys.js'

const none: Text = { zh: '', en: '', enBasis: 'none' }

/** A figure of the earlier edition in that edition's words: its row, its organisation and its source are not here. */
export function earlierFigure(
  { facts: [fact], row, time }: Known,
  { organisations, sources }: EarlierBriefing,
): EarlierFigure {
  const { quantity, number, item, statement } = fact
  const source = sources.find(({ id }) => id === fact.source)
  return {
    number,
    organisation: nameOf(organisations.find(({ id }) => id === fact.organisation)),
    source: { uri: source?.source.uri ?? '', title: source?.title ?? none },
    label: row?.label ?? item,
    unit: printedUnit(row, quantity.unit),
    per: quantity.per,
    value: quantity.value,
    upper: quantity.upper,
    approximation: quantity.approximation,
    time,
    statement,
  }
}

export function nameOf(organisation: BriefingOrganisation | undefined): Text {
  return organisation ? { zh: organisation.zh, en: organisation.en, enBasis: organisation.enBasis } : none
}

/** The same organisation in this briefing; null where it is not in it. */
export function sameOrganisation(name: string, organisations: Briefing['organisations']): string | null {
  const key = normalisedName(name)
  return (key && organisations.find(({ zh }) => normalisedName(zh) === key)?.id) || null
}

/** Whether the source of an earlier figure, by its address or its title, is among those of this briefing. */
export function isReadAgain({ source: { uri, title } }: EarlierFigure, sources: Briefing['sources']): boolean {
  const wanted = squeeze(title.zh).text
  return sources.some((own) => own.source.uri === uri || (wanted !== '' && squeeze(own.title.zh).text === wanted))
}
