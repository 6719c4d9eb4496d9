import type { Note } from '../../model/index.js'

/** Stops one request inside this folder; its door turns it into the problem of one source. */
export class Trouble extends Error {
  /** @param retryAfter milliseconds the server asks to wait; null where it may be tried again soon; else final. */
  constructor(
    readonly note: Note,
    readonly retryAfter?: number | null,
    /** Of HTTP, where there was an answer. */
    readonly status?: number,
  ) {
    super(note.message)
  }
}

function problem(code: string, message: string, hint: string): Note {
  return { severity: 'error', code, message, hint }
}

const PRIVATE = 'If you trust it and mean a server of your own network, add --allow-private-network.'

export function urlRefused(url: string, reason: string, hint = PRIVATE): Note {
  return problem('url-refused', `"${shown(url)}" is not asked: ${reason}.`, hint)
}

export function leadsToRefused(host: string, address: string, reason: string): Note {
  return problem('url-refused', `"${host}" leads to ${address}, which is not asked: ${reason}.`, PRIVATE)
}

export function robotsDisallowed(url: string): Note {
  const hint = 'Read it in a browser, save the page and name the file.'
  return problem('robots-disallowed', `The site does not want programs to read "${shown(url)}" (robots.txt).`, hint)
}

export function robotsUnavailable(url: string, status: number): Note {
  const message = `"${shown(url)}" was not asked: the site's robots.txt answers ${status}, so what it allows is unknown.`
  return problem('robots-disallowed', message, 'Try again later, or save the page from a browser and name the file.')
}

const STATUS_HINT: Record<number, string> = {
  401: 'The page asks for a log-in: save it from a browser and name the file.',
  403: 'The site does not hand the page to programs: save it from a browser and name the file.',
  404: 'Check the address: the page is not there, or no longer.',
  410: 'The page was taken down.',
  429: 'The site asks to come less often: try again later.',
  451: 'The page was taken down for legal reasons.',
}

export function httpStatus(url: string, status: number, wait?: number): Note {
  const later = wait === undefined ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`
  const hint = STATUS_HINT[status] ?? (status >= 500 ? 'The site has trouble: try again later.' : 'Check the address.')
  return problem('http-status', `"${shown(url)}" answers ${status}${later}.`, hint)
}

export function timedOut(url: string, what: string): Note {
  return problem('timed-out', `"${shown(url)}" took too long: ${what}.`, 'Try again later, or save the page.')
}

export function tooLarge(url: string, limit: number, what: 'sent' | 'unpacked'): Note {
  const message = `"${shown(url)}" is too large: more than ${Math.round(limit / 1_000_000)} MB ${what}.`
  return problem('too-large', message, 'Save the article alone, without what is around it.')
}

export function redirectLoop(url: string, hops: number): Note {
  const message = `"${shown(url)}" leads from one address to the next and never to a page (${hops} steps).`
  return problem('redirect-loop', message, 'Open it in a browser and take the address that it ends at.')
}

export function notReached(url: string, reason: string): Note {
  const hint = 'Check the address and whether this machine is connected; try again later.'
  return problem('not-reached', `"${shown(url)}" could not be reached: ${reason}.`, hint)
}

export function badlyPacked(url: string, reason: string): Note {
  const hint = 'Try again later, or save the page from a browser.'
  return problem('badly-packed', `What "${shown(url)}" sends cannot be unpacked: ${reason}.`, hint)
}

/** Addresses may be of any length and hold secrets before the @. */
function shown(url: string): string {
  const bare = url.replace(/^([a-z][a-z\d+.-]*:\/*)[^/?#@]*@/i, '$1…@')
  return bare.length > 200 ? `${bare.slice(0, 200)}…` : bare
}
