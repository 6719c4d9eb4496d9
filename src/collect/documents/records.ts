import { z } from 'zod'
import type { Collected, Hints, Note } from '../../model/index.js'
import { recordDate } from '../dates.js'
import { pageOf, paragraphs } from '../markup.js'
import { collected, type Material, refusal } from '../material.js'
import { lineNotRead } from '../problems.js'

const filled = z.string().trim().min(1)

/** One article as a record. `text` or `html` is needed; the rest says what the page itself may not say. */
const Article = z
  .object({
    title: filled.nullish().catch(null),
    text: filled.nullish().catch(null),
    html: filled.nullish().catch(null),
    publishedAt: z.union([filled, z.number()]).nullish().catch(null),
    publisher: filled.nullish().catch(null),
    author: filled.nullish().catch(null),
    url: filled.nullish().catch(null),
  })
  .refine(({ text, html }) => Boolean(text ?? html), { error: 'it has neither “text” nor “html”' })
type Article = z.infer<typeof Article>

const MOST_LOOKED_AT = 20

/** JSON lines, or a JSON array of such objects: most of the first lines are objects, and one holds an article. */
export function isRecords(text: string): boolean {
  const start = text.trimStart()
  if (start.startsWith('[')) return arrayOf(start)?.some((each) => Article.safeParse(each).success) ?? false
  if (!start.startsWith('{')) return false
  const lines = start.split(/\r?\n/, 200).filter((line) => line.trim() !== '')
  const first = lines.slice(0, MOST_LOOKED_AT)
  const objects = first.filter((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))
  return objects.length * 5 >= first.length * 4 && objects.some((line) => Article.safeParse(parsed(line)).success)
}

export function readRecords(text: string, material: Material): Collected[] {
  const start = text.trimStart()
  if (start.startsWith('['))
    return (arrayOf(start) ?? []).map((value, i) => readRecord(value, JSON.stringify(value) ?? '', i + 1, material))
  return text.split(/\r?\n/).flatMap((line, i) => {
    return line.trim() === '' ? [] : [readRecord(parsed(line), line, i + 1, material)]
  })
}

function arrayOf(text: string): unknown[] | null {
  const value = parsed(text)
  return Array.isArray(value) ? value : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readRecord(value: unknown, line: string, number: number, whole: Material): Collected {
  const place = `${whole.uri}#${number}`
  if (value === undefined) return refusal(place, lineNotRead(place, 'it is not JSON'))
  const { data: article, error } = Article.safeParse(value)
  if (article === undefined)
    return refusal(place, lineNotRead(place, error.issues[0]?.message ?? 'it is not an object'))
  const uri = article.url ?? place
  const { hints, notes } = hintsOf(article, uri)
  const material: Material = { uri, bytes: Buffer.from(line), path: '', hints }
  return { ...collected(material, contentOf(article)), ...(notes.length > 0 && { notes }) }
}

/** A text with a title becomes a page, so that the title is not looked for among its lines. */
function contentOf({ title, text, html }: Article): { text: string; mediaType: 'text/html' | 'text/plain' } {
  if (html) return { text: html, mediaType: 'text/html' }
  if (!title) return { text: text ?? '', mediaType: 'text/plain' }
  const body = paragraphs(text ?? '')
  const [first = ''] = paragraphs(title)
  const heading = `<h1>${first.slice(3, -4)}</h1>`
  return { text: pageOf(title, [heading, ...(body[0] === first ? body.slice(1) : body)]), mediaType: 'text/html' }
}

function hintsOf(article: Article, uri: string): { hints: Hints; notes: Note[] } {
  const { title, publisher, author, url } = article
  const given = article.publishedAt
  const date = given === null || given === undefined ? null : recordDate(given)
  const hints: Hints = {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(author && { author }),
    ...(url && { url }),
    ...(date !== null && { publishedAt: { value: date, basis: 'metadata' } }),
    stated: true,
  }
  const wrong = given !== null && given !== undefined && date === null
  return { hints, notes: wrong ? [dateNotRead(uri, String(given))] : [] }
}

function dateNotRead(source: string, value: string): Note {
  return {
    severity: 'warning',
    code: 'date-not-read',
    message: `"publishedAt" of "${source}" is no date: “${value.slice(0, 60)}”.`,
    hint: 'Write it as 2024-05-12 or 2024-05-12T09:30:00+08:00.',
    source,
  }
}
