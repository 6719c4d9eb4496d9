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
    read: read(desk, source),
    alsoAt: alsoAt(desk, source),
  }))
}

function read(desk: Desk, { charactersRead, charactersDropped, facts, addsTo }: BriefingSource): context.Words {
  const [body, around, found] = [charactersRead, charactersDropped, facts].map(digits)
  const fuller = desk.briefing.sources.findIndex(({ source }) => source.uri === addsTo) + 1
  const [onlyZh, onlyEn] =
    addsTo === undefined
      ? ['', '']
      : [`此文转载来源${fuller}的报道，只取其新增内容。`, ` It retells source ${fuller}: only what it adds is told.`]
  return fixed(
    desk,
    `读取正文${body}字，略去页面其余${around}字，得数字${found}个。${onlyZh}`,
    `${body} characters of body read, ${around} of the page around it left out, ${found} ${facts === 1 ? 'figure' : 'figures'} found.${onlyEn}`,
  )
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
