import type { BriefingOrganisation, Person, Summary, Text } from '../model/index.js'

/** `铜仁市妇联 ` and `“铜仁市妇联”` are one name: width, spaces and quotation marks do not tell organisations apart. */
export function normalisedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’«»《》()[\]【】·.]/g, '')
    .toLowerCase()
}

export interface GroupedOrganisations {
  organisations: BriefingOrganisation[]
  /** Organisation id of each summary, in input order. */
  idOf: string[]
}

/**
 * Organisations in order of first appearance, one for all articles that bear the same name. An article whose
 * organisation could not be named stands alone: two unknowns are never taken for one.
 */
export function groupOrganisations(summaries: readonly Summary[]): GroupedOrganisations {
  const byName = new Map<string, Member>()
  const idOf: string[] = []
  summaries.forEach((summary, index) => {
    const name = normalisedName(summary.organisation.zh)
    const key = name === '' ? `#${index}` : name
    let member = byName.get(key)
    if (member === undefined) {
      member = newMember(`o${byName.size + 1}`, summary)
      byName.set(key, member)
    }
    join(member, `s${index + 1}`, summary)
    idOf.push(member.organisation.id)
  })
  return { organisations: [...byName.values()].map(finished), idOf }
}

interface Member {
  organisation: BriefingOrganisation
  people: Map<string, Person>
  documents: Map<string, Text>
}

function newMember(id: string, summary: Summary): Member {
  const organisation = { ...summary.organisation, id, sources: [], people: [], documents: [] }
  return { organisation, people: new Map(), documents: new Map() }
}

function join(member: Member, source: string, summary: Summary): void {
  const { organisation, people, documents } = member
  const found = summary.organisation
  organisation.sources.push(source)
  organisation.place ??= found.place
  if (organisation.kind === 'other') organisation.kind = found.kind
  if (organisation.en === '' && found.en !== '') {
    organisation.en = found.en
    organisation.enBasis = found.enBasis
  }
  for (const person of summary.people) {
    const known = people.get(person.zh)
    people.set(person.zh, known === undefined ? person : { ...known, role: known.role ?? person.role })
  }
  for (const document of summary.documents) if (!documents.has(document.zh)) documents.set(document.zh, document)
}

function finished({ organisation, people, documents }: Member): BriefingOrganisation {
  return { ...organisation, people: [...people.values()], documents: [...documents.values()] }
}
