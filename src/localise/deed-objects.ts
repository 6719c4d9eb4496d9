import { documentName } from './documents.js'
import { composePhrase } from './phrases.js'
import { isOfOne } from './told-clause.js'
import { termsInUse } from './vocabulary.js'

/** What was dealt with, behind its verb: a publication, the noun phrase, or of a longer one its head; null where none is known. */
export function deedObject(text: string): string | null {
  const title = /^《([^》]+)》(\p{Script=Han}{2,6})?/u.exec(text)
  if (title) {
    const kind = title[2] ? inItsNumber(title[2]) : null
    if (kind) return kind
    const { en, enBasis } = documentName(title[1] ?? '')
    return enBasis === 'pinyin' ? null : en
  }
  const zh = text
    .replace(/《[^》]*》?/gu, '')
    .replace(/^“[^”]*”(?=\p{Script=Han})/u, '')
    .replace(/由.+$/u, '')
    .replace(/(?:等|等工作|工作)$/u, '')
    .trim()
  if (zh.length < 2 || zh.length > 40 || /\d/.test(zh)) return null
  const listedBodies = /、.*(?:小组|指挥部|专班|委员会)$/u.test(zh)
  if (listedBodies) return headOf(zh)
  const phrase = inItsNumber(zh) ?? inItsNumber(`${zh}工作`)
  if (phrase) return phrase
  // Behind another verb stands that verb's object.
  return /提供|开展|进行|办理|制定|发放|出台|实施/u.test(zh) ? null : headOf(zh)
}

/** Behind its verb a thing of which there is one takes its article: held a symposium. */
export function withIndefinite(object: string): string {
  if (!isOfOne(object) || !/^\p{Ll}/u.test(object) || /^(?:an?|the) /.test(object)) return object
  return `${/^[aeiou]/.test(object) ? 'an' : 'a'} ${object}`
}

/** People and goods are many; of a notice, a meeting or a group there is one where the text gives no number. */
export function inItsNumber(zh: string): string | null {
  const one = composePhrase(zh, 'one')?.en
  return one !== undefined && isOfOne(one) ? one : (composePhrase(zh, 'many')?.en ?? null)
}

/** Of a longer object only its head, at least three characters that say what it is. */
function headOf(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 20); size > 2; size--) {
    const head = termsInUse().find(zh.slice(-size), 'noun', 'name')
    if (head?.domain === 'epidemic' && head.pos === 'noun' && !/[组队部]$/u.test(head.zh)) return null
    if (head) return head.pos === 'name' ? head.en : inItsNumber(head.zh)
  }
  return null
}
