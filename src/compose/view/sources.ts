import { digits, renderDate } from '../../language/render.js'
import type { BriefingSource } from '../../model/index.js'
import type * as context from '../context/index.js'
import type { Desk } from './desk.js'
import { nameOf, sourceTitle } from './names.js'
import { fixed } from './words.js'

export function sources(desk: Desk): context.Source[] {
  return desk.briefing.sources.map((source, index) => ({
    id: source.id,
    number: index + 1,
    title: sourceTitle(desk, source),
    organisation: nameOf(desk, source.organisation),
    organisationHref: `#${source.organisation}`,
    publisher: source.publisher,
    author: source.author,
    published: published(desk, source),
    address: source.source.uri,
    addressHref: webAddress(source.source.uri),
    credits: Object.entries(source.credits).map(([name, value]) => ({ name, value })),
    read: fixed(
      desk,
      `读取正文${digits(source.charactersRead)}字，略去页面其余${digits(source.charactersDropped)}字，得数字${source.facts}个。`,
      `${digits(source.charactersRead)} characters of body read, ${digits(source.charactersDropped)} of the page around it left out, ${digits(source.facts)} ${source.facts === 1 ? 'figure' : 'figures'} found.`,
    ),
    alsoAt: alsoAt(desk, source),
  }))
}

function alsoAt(desk: Desk, { alsoAt: places = [] }: BriefingSource): context.Source['alsoAt'] {
  if (places.length === 0) return null
  return {
    label: fixed(desk, '同一报道另见：', 'The same story also at:'),
    places: places.map(({ uri, publisher, title }) => ({
      name: publisher ?? title,
      address: uri,
      addressHref: webAddress(uri),
    })),
  }
}

function published(desk: Desk, { publishedAt: { value, basis } }: BriefingSource): context.Words {
  if (!value) return fixed(desk, '发布时间未注明', 'No publication date given')
  const inferred = basis === 'inferred'
  const time = value.length > 10 ? ` ${value.slice(11, 16)}` : ''
  return fixed(
    desk,
    `${renderDate(value, 'zh', inferred)}${time}`,
    `${renderDate(value, 'en', inferred)}${time ? `,${time}` : ''}`,
  )
}

/** Only `http:` and `https:` lead anywhere from a PDF; anything else is shown and not linked. */
function webAddress(uri: string): string | null {
  if (!/^https?:\/\//i.test(uri)) return null
  return URL.canParse(uri) ? new URL(uri).href : null
}
