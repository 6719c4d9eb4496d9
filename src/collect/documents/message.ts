import PostalMime, { type Email } from 'postal-mime'
import { messageOf } from '../../errors.js'
import type { Collected, Hints } from '../../model/index.js'
import { recordDate } from '../dates.js'
import { decode } from '../encoding.js'
import { collected, type Material, refusal } from '../material.js'
import { documentDamaged, documentEmpty } from '../problems.js'

const HEADER = /^([a-z][a-z\d-]{1,60}):[ \t]?.*$/i
const KNOWN =
  /^(?:mime-version|content-type|content-transfer-encoding|from|to|cc|date|subject|message-id|received|return-path|reply-to|delivered-to|snapshot-content-location|x-[\w-]+)$/i

/** A message (RFC 5322) or a web page saved as one (RFC 2557): header lines first, two of them well known. */
export function isMessage(bytes: Buffer): boolean {
  const lines = bytes.subarray(0, 16_384).toString('latin1').replace(/^ï»¿/, '').split(/\r?\n/)
  const names = new Set<string>()
  for (const line of lines) {
    if (/^[ \t]/.test(line) && names.size > 0) continue
    const name = HEADER.exec(line.slice(0, 400))?.[1]?.toLowerCase()
    if (name === undefined) break
    if (KNOWN.test(name)) names.add(name)
  }
  const decisive = ['mime-version', 'message-id', 'received', 'return-path', 'content-type']
  return names.size >= 2 && decisive.some((name) => names.has(name))
}

/** An e-mail (.eml): its HTML, else its text. A saved page (.mhtml): the page. */
export async function readMessage(material: Material): Promise<Collected> {
  const { uri, bytes } = material
  try {
    const message = await parse(bytes)
    const html = message.html?.trim() ?? ''
    const text = message.text?.trim() ?? ''
    if (!/\p{L}/u.test(html + text)) return refusal(uri, documentEmpty(uri, 'message'))
    const hints = isSavedPage(message) ? pageHints(message) : mailHints(message)
    return collected(
      material,
      html === '' ? { text, mediaType: 'text/plain', hints } : { text: html, mediaType: 'text/html', hints },
    )
  } catch (error) {
    return refusal(uri, documentDamaged(uri, 'message', messageOf(error)))
  }
}

const LIMITS = { maxNestingDepth: 50, maxRfc822NestingDepth: 3 }

/** Where nothing names the encoding, the message is taken for UTF-8; if that fails, for what its bytes look like. */
async function parse(bytes: Buffer): Promise<Email> {
  const message = await PostalMime.parse(bytes, LIMITS)
  if (damage(message) === 0) return message
  const again = await PostalMime.parse(decode(bytes).text, LIMITS)
  return damage(again) < damage(message) ? again : message
}

function damage({ html = '', text = '', subject = '' }: Email): number {
  return (html + text + subject).split('\ufffd').length - 1
}

function header(message: Email, name: string): string | undefined {
  return message.headers.find(({ key }) => key === name)?.value.trim()
}

function isSavedPage(message: Email): boolean {
  const saved = /^<?Saved by/i.test(header(message, 'from') ?? '')
  return saved || header(message, 'snapshot-content-location') !== undefined || isBarePage(message)
}

/** Older browsers write neither: a page is related parts that nobody sent to anybody. */
function isBarePage(message: Email): boolean {
  const related = /^multipart\/related|^text\/html/i.test(header(message, 'content-type') ?? '')
  return related && message.to === undefined && header(message, 'received') === undefined && !message.messageId
}

/** The date of a saved page is that of saving it: it says nothing of the article. */
function pageHints(message: Email): Hints {
  const url = header(message, 'snapshot-content-location') ?? header(message, 'content-location')
  return { ...(url !== undefined && /^https?:/i.test(url) && { url }), stated: false }
}

function mailHints(message: Email): Hints {
  const title = message.subject?.replace(/^(?:\s*(?:re|fwd?|aw|wg|回复|答复|转发|转)\s*[:：])+\s*/i, '').trim() ?? ''
  const sent = recordDate(message.date ?? '')
  return {
    ...(title !== '' && { title }),
    ...(sent !== null && { publishedAt: { value: sent, basis: 'metadata' as const } }),
    stated: false,
  }
}
