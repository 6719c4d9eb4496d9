import { findOrganisations, normalise, type OrganisationMention, placeOf } from '../language/index.js'
import { type Article, type Organisation, zhOnly } from '../model/index.js'

/** Whose article it is: named in the title, else the source in the credits, else the one the text names most in its beginning. */
export function organisationOf(article: Article, mentions: OrganisationMention[]): Organisation {
  const counts = new Map<string, number>()
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const titled = findOrganisations(normalise(article.title.zh))
  const chosen =
    pick(titled, counts) ??
    pick(findOrganisations(normalise(article.credits.来源 ?? '')), counts) ??
    pick(
      mentions.filter(({ start }) => start < 400),
      counts,
    )
  if (!chosen) return { zh: '', en: '', enBasis: 'none', kind: 'other', place: null }
  const place = placeOf(chosen.text)
  return { zh: chosen.text, en: '', enBasis: 'none', kind: chosen.kind, place: place === null ? null : zhOnly(place) }
}

/** The one the text names most; of equals the first. */
function pick(mentions: OrganisationMention[], counts: Map<string, number>): OrganisationMention | undefined {
  let best: OrganisationMention | undefined
  for (const mention of mentions) {
    if (!best || (counts.get(mention.text) ?? 0) > (counts.get(best.text) ?? 0)) best = mention
  }
  return best
}
