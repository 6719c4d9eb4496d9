import type { HTTPRequest, Page } from 'puppeteer'

const own = /^(data|about):/

/** A page that is shut in. `refused` fills with what it asked for in vain. */
export interface GuardedPage {
  page: Page
  refused: Set<string>
}

/** Shuts a page in: its scripts do not run and nothing is fetched but what it carries itself. */
export async function guard(page: Page): Promise<GuardedPage> {
  const refused = new Set<string>()
  page.on('request', (request: HTTPRequest) => {
    const url = request.url()
    if (own.test(url)) return void request.continue().catch(() => undefined)
    refused.add(url)
    request.abort('blockedbyclient').catch(() => undefined)
  })
  // Chromium itself refuses `file:` before any request is made.
  page.on('console', (message) => {
    const local = /Not allowed to load local resource: (\S+)/.exec(message.text())
    if (local?.[1] !== undefined) refused.add(local[1])
  })
  await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true)])
  return { page, refused }
}
