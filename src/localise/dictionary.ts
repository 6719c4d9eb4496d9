import { plural } from './english.js'
import type { Item } from './quantity.js'
import { dictionaryInUse, keptFor } from './vocabulary.js'

/** What was looked up, and the text itself once a noun needs it. */
const lookedUp = keptFor(() => ({ known: new Map<string, Item | null>(), text: null as string | null }))

/** True for the text of CC-CEDICT: comments with #, then `傳統 传统 [pin1 yin1] /gloss/gloss/`. */
export function isDictionary(content: string): boolean {
  return /^(?:#.*\r?\n)*\S+ \S+ \[[^\]]*\] \/.*\//.test(content.slice(0, 5000))
}

/** A noun of two characters or more by its first gloss that is a noun; null where the dictionary has none or is not there. */
export function dictionaryItem(zh: string): Item | null {
  const read = dictionaryInUse()
  if (read === null || !/^\p{Script=Han}{2,8}$/u.test(zh)) return null
  const memory = lookedUp()
  const found = memory.known.get(zh)
  if (found !== undefined) return found
  memory.text ??= read()
  const item = lookUp(memory.text, zh)
  memory.known.set(zh, item)
  return item
}

function lookUp(dictionary: string, zh: string): Item | null {
  for (let at = dictionary.indexOf(` ${zh} [`); at >= 0; at = dictionary.indexOf(` ${zh} [`, at + 1)) {
    const end = dictionary.indexOf('\n', at)
    const line = dictionary.slice(at, end < 0 ? undefined : end)
    const noun = line
      .slice(line.indexOf('/'))
      .split('/')
      .map(nounOf)
      .find((gloss) => gloss !== null)
    if (noun) return itemOf(noun)
  }
  return null
}

const noNoun =
  /^(?:to |CL:|see |also |abbr\.|variant|old variant|surname|classifier|\(?onom|used |lit\.|fig\.|idiom|not |very )|\[|\b(?:sth|sb|variant of|abbr\. for)\b/i
const longestGloss = 40

/** `(husked) rice` → rice; null for verbs, references and explanations. */
function nounOf(gloss: string): string | null {
  if (noNoun.test(gloss)) return null
  const [first = ''] = gloss.replace(/\([^)]*\)/g, ' ').split(/[;,]/)
  const noun = first
    .replace(/\s+/g, ' ')
    .replace(/^(?:an?|the) /, '')
    .trim()
  return noun === '' || noun.length > longestGloss || !/^[\p{Script=Latin}' -]+$/u.test(noun) ? null : noun
}

const uncountable =
  /\b(?:rice|pork|beef|mutton|meat|oil|flour|water|milk|salt|sugar|tea|coal|sand|cement|steel|iron|paper|cloth|clothing|equipment|furniture|food|bread|fruit|alcohol|soap|gas|fuel|petrol|gasoline|grain|wheat|corn|wool|cotton|feed|fodder|wine|liquor|honey|\w+ware|\w+wear|\w+stuff)$/

function itemOf(noun: string): Item {
  const isMass = uncountable.test(noun)
  return {
    one: noun,
    many: isMass || noun.endsWith('s') ? noun : plural(noun),
    uncountable: isMass,
    domain: '',
    fromDictionary: true,
  }
}
