import { type Article, type Note, type Outcome, outcome, type Source, zhOnly } from '../model/index.js'
import { trimBody } from './body.js'
import { authorOf, type Credit, sourceOf } from './byline.js'
import { onOneLine, printed } from './clean.js'
import { leadsOn } from './furniture.js'
import { namesBeside, withHints } from './hints.js'
import { readHtml } from './html.js'
import { isListPage } from './list-page.js'
import { readMarkdown } from './markdown.js'
import { mojibakeNotes } from './mojibake.js'
import { addressOf, originOf } from './origin.js'
import type { About, Page } from './page.js'
import { readPlainText } from './plain-text.js'
import { holdsChinese } from './script.js'
import { compose } from './sections.js'
import { authorIn } from './signature.js'
import { Removals, type StepId } from './steps.js'

export { mergeReprints } from './reprints.js'
export { STEPS, stepsNamed } from './steps.js'

export interface ExtractOptions {
  /** Steps that are switched off. */
  without?: ReadonlySet<StepId>
  /** Whether removals are on record step by step only, not line by line. */
  inBulk?: boolean
}

/** What on a page is the article. The value is null, with a note `no-article`, where there is none. */
export function extract(source: Source, { without, inBulk = false }: ExtractOptions = {}): Outcome<Article | null> {
  const removals = new Removals(without)
  const page = withHints(readPage(source, removals), source.hints)
  const { lines, credits } = trimBody(page.lines, removals)
  const { text, sections } = compose(lines, page.title)
  if (!/\p{L}/u.test(text)) return outcome(null, [noArticle(source)])
  if (!holdsChinese(`${page.title ?? ''}\n${text}`)) return outcome(null, [notChinese(source)])
  if (isListPage(lines)) return outcome(null, [listPage(source)])
  const all = [...page.credits, ...credits]
  const beside = namesBeside(source.hints)
  const article: Article = {
    id: source.digest,
    source: { uri: source.uri, mediaType: source.mediaType },
    title: zhOnly(onOneLine(printed(page.title ?? firstPhrase(text)))),
    publishedAt: page.publishedAt,
    publisher: page.publisher ?? sourceOf(credits) ?? beside.publisher,
    author: page.author ?? authorOf(credits) ?? authorIn(lines) ?? beside.author,
    credits: creditRecord(all),
    sections,
    text,
    removed: removals.inOrder(),
  }
  const found = { ...article, ...placed(article, page.about, all, source) }
  const notes = [
    ...mojibakeNotes(source, text),
    ...(page.lines.some((line) => leadsOn(line.text)) ? [furtherPages(source)] : []),
  ]
  return outcome(inBulk ? { ...found, removed: removals.inBulk() } : found, notes)
}

/** Where the article stands and where it came from; keys are absent where the page does not tell. */
function placed(article: Article, about: About | undefined, credits: Credit[], source: Source): Partial<Article> {
  const url = addressOf(about?.address ?? '', source.hints?.url ?? source.uri)
  const origin = originOf(article, credits, about?.site ?? null)
  const column = about?.column ?? columnOf(article.publisher)
  return {
    ...(url !== null && { url }),
    ...(about !== undefined && about.breadcrumb.length > 0 && { breadcrumb: about.breadcrumb }),
    ...(column !== null && { column }),
    ...(origin !== null && { origin }),
  }
}

/** `东篱网-地方频道`, `溪狐新闻·溪狐号·政务`: what follows the outlet's own name. */
function columnOf(publisher: string | null): string | null {
  return /^[^·\-—]{2,12}[·\-—]([^\s]{2,20})$/.exec(publisher ?? '')?.[1] ?? null
}

function readPage(source: Source, removals: Removals): Page {
  if (source.mediaType === 'text/html') return readHtml(source.text, removals)
  if (source.mediaType === 'text/markdown') return readMarkdown(source.text, removals)
  return readPlainText(source.text, removals)
}

/** Later credits, printed under the article, say more than those of its byline. */
function creditRecord(credits: Credit[]): Record<string, string> {
  const record: Record<string, string> = {}
  for (const { label, value } of credits) record[label] = value
  return record
}

function firstPhrase(text: string): string {
  const line = text.slice(0, Math.max(0, text.indexOf('\n')) || 200).trim()
  const end = line.search(/[。！？]/)
  return (end > 0 ? line.slice(0, end) : line).slice(0, 60)
}

function listPage(source: Source): Note {
  return {
    severity: 'error',
    code: 'no-article',
    message: `"${source.uri}" leads to articles and is none itself.`,
    hint: 'Name the pages of the articles.',
    source: source.uri,
  }
}

function furtherPages(source: Source): Note {
  return {
    severity: 'warning',
    code: 'further-pages',
    message: `"${source.uri}" is one of several pages: what stands on the others was not read.`,
    hint: 'Name the other pages too, or the page that shows the whole text.',
    source: source.uri,
  }
}

function notChinese(source: Source): Note {
  return {
    severity: 'error',
    code: 'not-chinese',
    message: `"${source.uri}" is not in Chinese.`,
    hint: 'Only Chinese is read: name the Chinese original of it.',
    source: source.uri,
  }
}

function noArticle(source: Source): Note {
  return {
    severity: 'error',
    code: 'no-article',
    message: `No article was found in "${source.uri}".`,
    hint: 'Check that the file holds the text of the article; pages that load it later must be saved from a browser.',
    source: source.uri,
  }
}
