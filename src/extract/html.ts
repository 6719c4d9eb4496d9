import { boxedLists } from './boxed-lists.js'
import { breadcrumbIn, levelsOf } from './breadcrumb.js'
import { isToday } from './byline.js'
import { isCaption } from './captions.js'
import { firstDate } from './dates.js'
import { parsePage } from './dom.js'
import { editionDate } from './edition.js'
import { type Embedded, embeddedBody } from './embedded.js'
import { headlineOf, namedHeading, siteInTitle } from './headline.js'
import { type Byline, isBylineBlock, personOf, readBylines } from './html-byline.js'
import { leadsBefore } from './leads.js'
import { isProse } from './line.js'
import { resolved } from './loose-dates.js'
import { type Metadata, metadataOf } from './metadata.js'
import { signedDate } from './one-line.js'
import { type Block, type Outline, outlineOf } from './outline.js'
import { type About, NO_DATE, type Page } from './page.js'
import { readLines } from './plain-text.js'
import { articleBox, weightOf } from './root.js'
import { boxInSeries } from './series.js'
import type { Removals } from './steps.js'

/** A web page: the box that holds the article, the headline before it, what stands between them and right after. */
export function readHtml(html: string, removals: Removals): Page {
  const roots = parsePage(html)
  const metadata = metadataOf(roots, html.slice(0, 2000))
  const showHidden = !removals.applies('unseen')
  let outline = outlineOf(roots, showHidden)
  let root = articleBox(outline)
  if (!showHidden && weightOfBox(outline, root) < 60) {
    // Some pages show their article by script only.
    const all = outlineOf(roots, true)
    const other = articleBox(all)
    if (weightOfBox(all, other) > 2 * weightOfBox(outline, root)) {
      outline = all
      root = other
    }
  }
  for (const text of outline.hidden) removals.take('unseen', text)
  const embedded = weightOfBox(outline, root) < 60 ? embeddedBody(roots) : null
  if (embedded !== null) return readEmbedded(embedded, outline, metadata, removals)
  const box = outline.boxes[inSeries(outline, root, metadata)]
  return box === undefined ? withoutBox(outline, metadata, removals) : readBox(outline, box, metadata, removals)
}

/** The box itself, or that of the page's own article where the page goes on with the next ones. */
function inSeries(outline: Outline, root: number, metadata: Metadata): number {
  const own = boxInSeries(outline, namedHeading(outline.blocks, metadata.documentTitle, metadata.title))
  return own < 0 ? root : own
}

/** The body comes from a script; what the page shows without it is headline, byline and furniture. */
function readEmbedded(own: Embedded, outline: Outline, metadata: Metadata, removals: Removals): Page {
  const { blocks } = outline
  const { title, index } = headlineOf(blocks, metadata.documentTitle, metadata.title ?? own.title, blocks.length)
  const byline = readBylines(blocks.slice(Math.max(0, index), Math.max(0, index) + 12).filter(isBylineBlock))
  const around = { start: blocks.length, end: blocks.length, index, leads: new Set<Block>() }
  const lines = [
    ...keptBlocks(blocks, around, removals),
    ...outlineOf(parsePage(`<article>${own.html}</article>`)).blocks,
  ]
  return {
    title,
    publishedAt: publishedAt(byline, null, metadata, shownAt(blocks, metadata)),
    publisher:
      byline.source ??
      metadata.source ??
      own.source ??
      byline.account ??
      siteInTitle(metadata.documentTitle, title) ??
      metadata.siteName,
    author: byline.author ?? metadata.author,
    credits: byline.credits,
    lines: linesOfBox(lines),
    about: aboutOf(outline, blocks.length, title, metadata),
  }
}

function weightOfBox(outline: Outline, root: number): number {
  const box = outline.boxes[root]
  return box === undefined
    ? 0
    : outline.blocks.slice(box.start, box.end).reduce((sum, block) => sum + weightOf(outline, block), 0)
}

function withoutBox(outline: Outline, metadata: Metadata, removals: Removals): Page {
  const page = readLines(outline.blocks, removals)
  return { ...page, title: metadata.title ?? page.title }
}

function readBox(outline: Outline, box: { start: number; end: number }, metadata: Metadata, removals: Removals): Page {
  const { blocks } = outline
  const firstText = firstRunning(outline, box)
  const { title, index } = headlineOf(blocks, metadata.documentTitle, metadata.title, firstText)
  const start = bodyStart(blocks, box, index)
  const before = blocks
    .slice(Math.max(0, index < 0 ? start - 12 : index - 6), start)
    .filter((block) => block !== blocks[index] && !isToday(block.text))
  const byline = readBylines(index < 0 ? before : [...blocks.slice(index + 1, start), ...before])
  const after = readBylines(blocks.slice(box.end, box.end + 12).filter(isBylineBlock))
  const lists = boxedLists(outline, { start, end: box.end })
  const body = { start, end: box.end, index, leads: leadsBefore(outline, { start, end: box.end, index }) }
  const kept = keptBlocks(blocks, body, removals)
  const lines = linesOfBox(kept.filter((block) => !lists.has(block) || !removals.take('linked', block.text)))
  const date = byline.date ?? editionDate(blocks)
  const published = publishedAt({ ...byline, date }, after.date, metadata, shownAt(blocks, metadata))
  return {
    title,
    publishedAt: published.value === null ? signedDate(lastOf(lines)) : published,
    publisher:
      byline.source ??
      metadata.source ??
      after.source ??
      byline.account ??
      siteInTitle(metadata.documentTitle, title) ??
      metadata.siteName ??
      byline.author,
    author: byline.author ?? after.author ?? personOf(metadata.person),
    credits: [...byline.credits, ...after.credits],
    lines,
    about: aboutOf(outline, start, title, metadata),
  }
}

/** The last lines of a body, where notices are signed. */
function lastOf(lines: Block[]): string {
  return lines
    .slice(-3)
    .map(({ text }) => text.slice(-60))
    .join(' ')
}

function aboutOf({ blocks, hidden }: Outline, start: number, title: string | null, metadata: Metadata): About {
  const above = [...blocks.slice(0, start).map(({ text }) => text), ...hidden]
  const printed = above.map((text) => breadcrumbIn(text)).find((levels) => levels.length > 0)
  const breadcrumb = levelsOf(printed ?? metadata.breadcrumb, title)
  return {
    address: metadata.address,
    breadcrumb,
    column: metadata.column ?? breadcrumb.at(-1) ?? null,
    site: siteInTitle(metadata.documentTitle, title) ?? metadata.siteName,
  }
}

function publishedAt(
  { date, loose }: Byline,
  after: string | null,
  metadata: Metadata,
  shown: string | null,
): Page['publishedAt'] {
  // Where the page prints the day alone, its metadata often holds the minute.
  const minute = date?.length === 10 && metadata.date?.startsWith(`${date}T`) && !metadata.date.endsWith('T00:00')
  if (date !== null) return minute ? { value: metadata.date, basis: 'metadata' } : { value: date, basis: 'printed' }
  const near = metadata.date ?? after ?? metadata.addressDate ?? metadata.addressMonth
  const inferred = loose && resolved(loose, { shown, near })
  // Metadata often holds the day only, where the line on the page holds the minute.
  const finer = inferred !== null && inferred.length > 10 && inferred.slice(0, 10) === metadata.date
  if (metadata.date !== null && !finer) return { value: metadata.date, basis: 'metadata' }
  if (after !== null) return { value: after, basis: 'printed' }
  const value = inferred ?? metadata.addressDate
  return value === null ? NO_DATE : { value, basis: 'inferred' }
}

/** When the page was shown: as its scripts were told, else as its head prints it with the day of the week. */
function shownAt(blocks: Block[], metadata: Metadata): string | null {
  return (
    metadata.shown ??
    blocks.slice(0, 60).flatMap(({ text }) => (isToday(text) ? (firstDate(text) ?? []) : []))[0] ??
    null
  )
}

function firstRunning(outline: Outline, box: { start: number; end: number }): number {
  for (let i = box.start; i < box.end; i++) {
    const block = outline.blocks[i]
    if (block !== undefined && isProse(block.text) && !isBylineBlock(block) && weightOf(outline, block) > 10) return i
  }
  return box.start
}

/** The first block of the box behind the headline, if it stands in it, and behind the bylines. */
function bodyStart(blocks: Block[], box: { start: number; end: number }, headline: number): number {
  const inside = headline >= box.start && headline < box.end - 1
  let start = inside ? headline + 1 : box.start
  while (start < box.end - 1) {
    const block = blocks[start]
    if (block === undefined || !isBylineBlock(block)) break
    start++
  }
  return start
}

/** Marks captions, and takes off the way back to the site that some print behind the last sentence. */
function linesOfBox(blocks: Block[]): Block[] {
  return blocks.filter((block) => {
    if (isCaption(block)) block.kind = 'caption'
    block.text = block.text.replace(/[（(]?返回[^，。]{1,8}[，,]\s?查看更多[）)]?$/, '').trimEnd()
    return block.text !== ''
  })
}

/** Places of blocks: the body from `start` to before `end`, the headline at `index`. */
interface Body {
  start: number
  end: number
  index: number
}

/** The blocks of the body, and those around it whose step is switched off. */
function keptBlocks(
  blocks: Block[],
  { start, end, index, leads }: Body & { leads: ReadonlySet<Block> },
  removals: Removals,
): Block[] {
  return blocks.filter((block, i) => {
    if ((i >= start && i < end) || leads.has(block)) return true
    if (i === index) return !removals.take('headline', block.text)
    const byline = i > index && i < start && isBylineBlock(block)
    return !removals.take(byline ? 'byline' : 'outside', block.text)
  })
}
