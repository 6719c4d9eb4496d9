import { squeeze } from '../../language/squeeze.js'
import type {
  Briefing,
  BriefingOrganisation,
  Difference,
  EarlierBriefing,
  EarlierFigure,
  Lens,
  Since,
} from '../../model/index.js'
import { placeMeasures } from '../measures.js'
import { normalisedName } from '../organisations.js'
import { earlierFigure, isReadAgain, nameOf, sameOrganisation } from './earlier.js'
import type { Known } from './keys.js'
import { pairFigures } from './match.js'
import { figuresTold } from './told.js'

type Present = Pick<Briefing, 'organisations' | 'sources' | 'facts' | 'comparison'>

/** What is new, changed, confirmed and gone in a briefing since an earlier one. The rules are told in docs/since.md. */
export function sinceEdition(present: Present, earlier: EarlierBriefing, lens: Lens): Since {
  const now = knownFigures(present)
  const before = knownFigures(earlier)
  const pairs = pairFigures(now, before, placeMeasures(lens))
  const changed: Difference[] = []
  const added: Difference[] = []
  const confirmed: string[] = []
  for (const known of now) {
    const other = pairs.get(known)
    if (other === undefined) added.push(difference('new', known, null))
    else if (sameValue(known, other)) confirmed.push(known.facts[0].id)
    else changed.push({ ...difference('changed', known, earlierFigure(other, earlier)), ...between(known, other) })
  }
  const paired = new Set(pairs.values())
  const gone = before.filter((known) => !paired.has(known)).map((known) => goneFigure(known, earlier, present))
  return {
    edition: {
      title: earlier.title,
      date: earlier.date,
      figures: earlier.facts.length,
      organisations: earlier.organisations.length,
    },
    items: [...inRowOrder(changed, present), ...added, ...gone].map((item, index) => ({
      ...item,
      id: `d${index + 1}`,
    })),
    confirmed,
    organisations: organisationsThatDiffer(present.organisations, earlier.organisations),
  }
}

/** An organisation without a name is known by its source. */
function knownFigures({ organisations, sources, ...edition }: Present): Known[] {
  const names = new Map(organisations.map(({ id, zh }) => [id, zh]))
  const homes = new Map(sources.map(({ id, source, title }) => [id, [source.uri, squeeze(title.zh).text]]))
  return figuresTold(edition).map((told) => {
    const [{ organisation }] = told.facts
    const name = names.get(organisation) ?? ''
    const own = told.facts.flatMap(({ source }) => homes.get(source)?.filter(Boolean) ?? [])
    return { ...told, name, homes: own, who: normalisedName(name) || `unnamed ${own[0]}` }
  })
}

function sameValue({ facts: [now] }: Known, { facts: [before] }: Known): boolean {
  return now.quantity.value === before.quantity.value && now.quantity.upper === before.quantity.upper
}

function difference(kind: Difference['kind'], { facts }: Known, before: EarlierFigure | null): Difference {
  const ids = facts.map(({ id }) => id)
  const nothing = { by: null, percent: null, approximate: false, readAgain: true }
  return { id: '', kind, organisation: facts[0].organisation, facts: ids, before, ...nothing }
}

function between({ facts: [now] }: Known, { facts: [before] }: Known) {
  const approximate = [now, before].some(({ quantity }) => quantity.approximation !== 'exact')
  if (now.quantity.upper !== null || before.quantity.upper !== null) return { approximate }
  const by = rounded(now.quantity.value - before.quantity.value)
  const percent = before.quantity.value === 0 ? null : rounded((by / before.quantity.value) * 100)
  return { by, percent, approximate }
}

/** Without the noise of binary fractions. */
function rounded(value: number): number {
  return Number(value.toFixed(6))
}

function goneFigure(known: Known, earlier: EarlierBriefing, { organisations, sources }: Present): Difference {
  const before = earlierFigure(known, earlier)
  const organisation = sameOrganisation(known.name, organisations)
  return {
    ...difference('gone', known, before),
    organisation,
    facts: [],
    readAgain: isReadAgain(before, sources),
  }
}

/** As the tables of the briefing list them; what stands in none, last. */
function inRowOrder(changed: readonly Difference[], { comparison }: Present): Difference[] {
  const rows = comparison.flatMap((table) => table.rows)
  const place = new Map<string, number>()
  rows.forEach(({ cells }, index) => {
    for (const { entries } of cells) for (const { facts } of entries) for (const id of facts) place.set(id, index)
  })
  const placeOf = ({ facts: [id = ''] }: Difference): number => place.get(id) ?? rows.length
  return [...changed].sort((a, b) => placeOf(a) - placeOf(b))
}

function organisationsThatDiffer(
  now: readonly BriefingOrganisation[],
  before: readonly BriefingOrganisation[],
): Since['organisations'] {
  const here = new Set(now.map(({ zh }) => normalisedName(zh)))
  const there = new Set(before.map(({ zh }) => normalisedName(zh)))
  return {
    new: now.filter(({ zh }) => zh !== '' && !there.has(normalisedName(zh))).map(({ id }) => id),
    gone: before.filter(({ zh }) => zh !== '' && !here.has(normalisedName(zh))).map(nameOf),
  }
}
