import { parsePage } from './dom.js'
import { opensTail } from './furniture.js'
import { headlineOf, siteInTitle } from './headline.js'
import { isBylineBlock, readBylines } from './html-byline.js'
import { isProse } from './line.js'
import { type Metadata, metadataOf } from './metadata.js'
import { type Block, type Outline, outlineOf } from './outline.js'
import { NO_DATE, type Page } from './page.js'
import { readLines } from './plain-text.js'
import { articleBox, weightOf } from './root.js'
import type { Removals } from './steps.js'

/** A web page: the box that holds the article, the headline before it, what stands between them and right after. */
export function readHtml(html: string, removals: Removals): Page {
  const roots = parsePage(html)
  const metadata = metadataOf(roots, html.slice(0, 2000))
  let outline = outlineOf(roots)
  let root = articleBox(outline)
  if (weightOfBox(outline, root) < 60) {
    // Some pages show their article by script only.
    const all = outlineOf(roots, true)
    const other = articleBox(all)
    if (weightOfBox(all, other) > 2 * weightOfBox(outline, root)) {
      outline = all
      root = other
    }
  }
  for (const text of outline.hidden) removals.add('unseen', text)
  const box = outline.boxes[root]
  return box === undefined ? withoutBox(outline, metadata, removals) : readBox(outline, box, metadata, removals)
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
    .filter((_, i) => i + Math.max(0, index < 0 ? start - 12 : index - 6) !== index)
  const byline = readBylines(index < 0 ? before : [...blocks.slice(index + 1, start), ...before])
  const after = readBylines(blocks.slice(box.end, box.end + 12).filter(isBylineBlock))
  const lines = linesOfBox(outline, start, box.end, removals)
  recordOutside(blocks, { start, end: box.end, index }, removals)
  return {
    title,
    publishedAt: publishedAt(byline.date, after.date, metadata),
    publisher:
      byline.source ??
      metadata.source ??
      after.source ??
      byline.author ??
      siteInTitle(metadata.documentTitle) ??
      metadata.siteName,
    author: byline.author ?? after.author,
    credits: [...byline.credits, ...after.credits],
    lines,
  }
}

function publishedAt(printed: string | null, after: string | null, metadata: Metadata): Page['publishedAt'] {
  if (printed !== null) return { value: printed, basis: 'printed' }
  if (metadata.date !== null) return { value: metadata.date, basis: 'metadata' }
  if (after !== null) return { value: after, basis: 'printed' }
  if (metadata.addressDate !== null) return { value: metadata.addressDate, basis: 'inferred' }
  return NO_DATE
}

function firstRunning(outline: Outline, box: { start: number; end: number }): number {
  for (let i = box.start; i < box.end; i++) {
    const block = outline.blocks[i]
    if (block !== undefined && isProse(block.text) && weightOf(outline, block) > 10) return i
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

function linesOfBox(outline: Outline, start: number, end: number, removals: Removals): Block[] {
  return outline.blocks.slice(start, end).filter((block) => {
    if (outline.boxes[block.box]?.role === 'aside' && !isProse(block.text) && !opensTail(block.text)) {
      removals.add('outside', block.text)
      return false
    }
    if (
      block.linked >= block.text.length * 0.8 &&
      !opensTail(block.text) &&
      !block.text.includes('。') &&
      block.kind !== 'row'
    ) {
      removals.add('linked', block.text)
      return false
    }
    if (isCaption(block)) block.kind = 'caption'
    block.text = block.text.replace(/[（(]?返回[^，。]{1,8}[，,]\s?查看更多[）)]?$/, '').trimEnd()
    return block.text !== ''
  })
}

const CAPTION_NAMES = /caption|(?:pic|img|image|photo|tu)[-_]?(?:desc|note|txt|text|info|title|zhu|shuo|explain)/i
const CREDIT_OF_PICTURE =
  /(?:摄|供图|资料图|配图|制图|截图|图片来源.{0,20}|图\s?[/／|丨:：].{1,12}|摄影[:：/].{1,12}|[（(](?:图片|视频)?(?:来源|图源)[:：].{1,14}|[（(](?:视频截图|视觉中国|网络图|图文无关|图据.{2,12}))\s?[）)】。]?$/
const OPENS_CAPTION = /^(?:图[:：为\d①-⑳一二三四五六]|[▲△↑▼▽↓]|图片[:：]|上图|下图|左图|右图)/

/** What is printed under pictures: named so, or with a photographer at its end, or set apart beside a picture. */
function isCaption(block: Block): boolean {
  const { text } = block
  if (text.length > 160 || block.kind !== 'text' || block.heading > 0) return false
  if (CAPTION_NAMES.test(block.names)) return true
  const opens = OPENS_CAPTION.test(text)
  if (text.length <= 120 && CREDIT_OF_PICTURE.test(text) && (opens || !/。[^（(]/.test(text))) return true
  return block.picture && text.length <= 80 && (block.centered || opens) && !/。./.test(text)
}

function recordOutside(blocks: Block[], kept: { start: number; end: number; index: number }, removals: Removals): void {
  blocks.forEach((block, i) => {
    if (i === kept.index) removals.add('headline', block.text)
    else if (i >= kept.end || i < kept.start)
      removals.add(i > kept.index && i < kept.start && isBylineBlock(block) ? 'byline' : 'outside', block.text)
  })
}
