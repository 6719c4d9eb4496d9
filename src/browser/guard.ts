import type { Page } from 'puppeteer'

/** A page that is shut in. `refused` fills with what it asked for in vain. */
export interface GuardedPage {
  page: Page
  refused: Set<string>
}

// Everything that leaves the page. What it carries itself (`data:`) is let through unseen: a look at its fonts, a
// megabyte that would pass the pipe three times, costs a tenth of a second.
const outside = ['http', 'https', 'ws', 'wss', 'ftp', 'file', 'chrome', 'chrome-extension', 'devtools', 'view-source']

/** Shuts a page in: its scripts do not run and nothing is fetched but what it carries itself. */
export async function guard(page: Page): Promise<GuardedPage> {
  const refused = new Set<string>()
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    refused.add(request.url)
    // A page that is closed meanwhile asks for nothing any more.
    session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined)
  })
  // Chromium itself refuses `file:` before any request is made.
  page.on('console', (message) => {
    const local = /Not allowed to load local resource: (\S+)/.exec(message.text())
    if (local?.[1] !== undefined) refused.add(local[1])
  })
  const patterns = outside.map((scheme) => ({ urlPattern: `${scheme}:*` }))
  await Promise.all([page.setJavaScriptEnabled(false), session.send('Fetch.enable', { patterns })])
  return { page, refused }
}
