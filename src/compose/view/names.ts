import type { z } from 'zod'
import type { BriefingSource, OrganisationKind, Text } from '../../model/index.js'
import type { Words } from '../context/index.js'
import type { Desk } from './desk.js'
import { plain } from './parts.js'
import { shortened } from './shorten.js'
import { fixed, langOf, say } from './words.js'

type Kind = z.infer<typeof OrganisationKind>

const kinds: Record<Kind, [zh: string, en: string]> = {
  party: ['政党组织', 'Political party'],
  massOrganisation: ['人民团体', 'Mass organisation'],
  government: ['政府机构', 'Government body'],
  media: ['媒体', 'Media'],
  company: ['企业', 'Company'],
  school: ['学校', 'School'],
  hospital: ['医院', 'Hospital'],
  charity: ['慈善组织', 'Charity'],
  military: ['军队', 'Military'],
  community: ['社区组织', 'Community organisation'],
  other: ['其他组织', 'Organisation'],
}

/** An organisation's name; said to be unnamed where no article named it. */
export function nameOf(desk: Desk, id: string): Words {
  const organisation = desk.organisations.get(id)
  if (organisation && (organisation.zh || organisation.en)) return say(desk, organisation)
  const place = [...desk.organisations.keys()].indexOf(id) + 1
  return fixed(desk, `未具名组织（${place}）`, `Unnamed organisation (${place})`)
}

/** A name longer than this stands whole on its own page, in the contents and in the sources. */
export const longestName = { zh: 28, en: 80 }

/** What an organisation is called where there is little room; a very long name is cut. */
export function shortNameOf(desk: Desk, id: string): Words {
  const name = desk.shortNames.get(id)
  return name && (name.zh || name.en) ? say(desk, shortened(name, longestName)) : nameOf(desk, id)
}

export function kindOf(desk: Desk, kind: Kind): Words {
  return fixed(desk, ...kinds[kind])
}

/** A source's title, or its address where it has none. */
export function sourceTitle(desk: Desk, source: BriefingSource): Words {
  const { title } = source
  if (title.zh || title.en) return say(desk, title)
  const uri = source.source.uri
  return {
    runs: [{ lang: langOf(uri), parts: [plain(uri)], machine: false }],
  }
}

export function categoryLabel(desk: Desk, id: string | null): Words {
  const known = desk.briefing.matrix.categories.find((category) => category.id === id)
  const label = known?.label ?? desk.briefing.comparison.find(({ category }) => category === id)?.label
  return label ? say(desk, label) : fixed(desk, '其他', 'Other')
}

/** A unit for a row's head; null where the text gave none. */
export function unitOf(desk: Desk, unit: Text, per: string | null, told?: Text): Words | null {
  if (!unit.zh && !unit.en && !per) return null
  const each = per ? told?.en || (perWords[per] ?? 'unit') : ''
  return say(desk, {
    zh: per ? `${unit.zh}/${per}` : unit.zh,
    en: per ? `${unit.en} per ${each}`.trim() : unit.en,
    enBasis: unit.enBasis,
  })
}

// What Chinese reports state rates per.
const perWords: Record<string, string> = {
  天: 'day',
  日: 'day',
  周: 'week',
  月: 'month',
  年: 'year',
  小时: 'hour',
  人: 'person',
  户: 'household',
  家: 'unit',
  次: 'time',
  个: 'piece',
  只: 'piece',
  件: 'piece',
  套: 'set',
  吨: 'tonne',
  斤: 'jin',
  公斤: 'kg',
  亩: 'mu',
  平方米: 'm²',
}
