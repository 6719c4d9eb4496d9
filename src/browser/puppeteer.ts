import type { Browser, ConnectOptions } from 'puppeteer'

interface Connector {
  connect(options: ConnectOptions): Promise<Browser>
}

/**
 * Puppeteer without its launcher: the entry it documents for use without Node's modules. We start the browser
 * ourselves, and it loads in half the time.
 */
export async function loadPuppeteer(): Promise<Connector> {
  const entry: unknown = await import('puppeteer-core/internal/puppeteer-core-browser.js')
  return entry as Connector
}
