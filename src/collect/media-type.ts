import { extname } from 'node:path'
import type { MediaType } from '../model/index.js'

const OPENING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b/i
const TAG = /<\/?(?:p|div|span|br|a|h[1-6]|table|tr|td|ul|li|img|section|article|script|style|title|meta)\b[^<>]*>/gi

/** What a text is by its content; the ending decides only where the content could be either. */
export function mediaTypeOf(text: string, path: string): MediaType {
  const head = text.slice(0, 200_000)
  if (OPENING.test(head.slice(0, 5000))) return 'text/html'
  const ending = extname(path).toLowerCase()
  const tags = countTags(head)
  if (ending === '.html' || ending === '.htm') return tags > 0 ? 'text/html' : 'text/plain'
  if (ending === '.md' || ending === '.markdown') return 'text/markdown'
  // A scrape may have kept a stray tag or two; a page is tagged throughout.
  return tags >= 10 && tags * 200 >= head.length ? 'text/html' : 'text/plain'
}

function countTags(head: string): number {
  let tags = 0
  for (const _ of head.matchAll(TAG)) tags++
  return tags
}
