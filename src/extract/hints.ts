import type { Hints } from '../model/index.js'
import { dateInAddress } from './metadata.js'
import type { Page } from './page.js'

/** What is known from outside: stated by the source's own record it wins over the page, else it fills gaps. */
export function withHints(page: Page, hints: Hints | undefined): Page {
  if (hints === undefined) return page
  const { title = null, publisher = null, author = null, stated } = hints
  return {
    ...page,
    title: stated ? (title ?? page.title) : (page.title ?? title),
    publishedAt: publishedAt(page.publishedAt, hints),
    ...(stated && { publisher: publisher ?? page.publisher, author: author ?? page.author }),
  }
}

/** Names that fill gaps, once credits under the article were looked at too. */
export function namesBeside(hints: Hints | undefined): { publisher: string | null; author: string | null } {
  return { publisher: hints?.publisher ?? null, author: hints?.author ?? null }
}

/** A date in the page's address is a guess: what a feed says goes before it. */
function publishedAt(found: Page['publishedAt'], { publishedAt: known, url, stated }: Hints): Page['publishedAt'] {
  if (known !== undefined && (stated || found.value === null || found.basis === 'inferred')) return known
  if (found.value !== null || url === undefined) return found
  const date = dateInAddress(url)
  return date === null ? found : { value: date, basis: 'inferred' }
}
