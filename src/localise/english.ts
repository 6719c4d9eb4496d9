/** English inflection for the terms' nouns and verbs: regular rules; what is irregular stands in the term's forms. */

const irregularPlurals: Record<string, string> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  foot: 'feet',
  analysis: 'analyses',
  series: 'series',
}

/** The plural of a noun phrase: its head is the word before the first preposition, else the last. */
export function plural(phrase: string): string {
  const match = /^(.*?)( (?:of|for|in|on|at|to|from|with|by|who|sent|against|abroad|overseas)\b.*)$/.exec(phrase)
  const head = match?.[1] ?? phrase
  return pluralWord(head) + (match?.[2] ?? '')
}

function pluralWord(phrase: string): string {
  const at = phrase.lastIndexOf(' ') + 1
  const before = phrase.slice(0, at)
  const word = phrase.slice(at)
  const irregular = irregularPlurals[word.toLowerCase()]
  if (irregular) return before + irregular
  const compound = /^(\w*?)(man|woman|child)$/.exec(word)
  if (compound && word.length > 5 && !/human|german/i.test(word)) {
    return before + (compound[1] ?? '') + (irregularPlurals[compound[2] ?? ''] ?? '')
  }
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${before}${word}es`
  if (/[^aeiou]y$/.test(word)) return `${before}${word.slice(0, -1)}ies`
  return `${before}${word}s`
}

const irregularPasts: Record<string, string> = {
  be: 'was|been',
  begin: 'began|begun',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  come: 'came|come',
  deal: 'dealt',
  do: 'did|done',
  draw: 'drew|drawn',
  fall: 'fell|fallen',
  find: 'found',
  get: 'got',
  give: 'gave|given',
  go: 'went|gone',
  grow: 'grew|grown',
  hand: 'handed',
  have: 'had',
  hold: 'held',
  hang: 'hung',
  stand: 'stood',
  spend: 'spent',
  win: 'won',
  lose: 'lost',
  choose: 'chose|chosen',
  dig: 'dug',
  drive: 'drove|driven',
  cut: 'cut',
  wear: 'wore|worn',
  catch: 'caught',
  fight: 'fought',
  feed: 'fed',
  seek: 'sought',
  speak: 'spoke|spoken',
  keep: 'kept',
  lay: 'laid',
  lead: 'led',
  leave: 'left',
  lend: 'lent',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  put: 'put',
  read: 'read',
  rise: 'rose|risen',
  run: 'ran|run',
  see: 'saw|seen',
  sell: 'sold',
  show: 'showed|shown',
  shut: 'shut',
  sow: 'sowed|sown',
  send: 'sent',
  set: 'set',
  take: 'took|taken',
  teach: 'taught',
  withdraw: 'withdrew|withdrawn',
  write: 'wrote|written',
}
// British: a final l is doubled too.
const doubled =
  /^(?:plan|stop|ship|fit|set up|drop|equip|submit|refer|transfer|commit|admit|swab|control|cancel|counsel|enrol|fulfil|label|model|travel|tunnel)$/

/** `donate` → `donated`; only the first word of `set up` changes. */
export function past(verb: string): string {
  return pastForms(verb).past
}

export function participle(verb: string): string {
  return pastForms(verb).participle
}

function pastForms(verb: string): { past: string; participle: string } {
  const joint = /^(.+?)( and | or )(.+)$/.exec(verb)
  if (joint) {
    const [first, second] = [pastForms(joint[1] ?? ''), pastForms(joint[3] ?? '')]
    return { past: first.past + joint[2] + second.past, participle: first.participle + joint[2] + second.participle }
  }
  const [first = '', ...rest] = verb.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const [past, participle] = (irregularPasts[first] ?? regularPast(first)).split('|')
  return { past: `${past}${tail}`, participle: `${participle ?? past}${tail}` }
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  return doubled.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`
}

/** `carry out` → `carrying out`. */
export function gerund(verb: string): string {
  const joint = /^(.+?)( and | or )(.+)$/.exec(verb)
  if (joint) return gerund(joint[1] ?? '') + joint[2] + gerund(joint[3] ?? '')
  const [first = '', ...rest] = verb.split(' ')
  const stem = /[^eo]e$/.test(first) && first !== 'be' ? first.slice(0, -1) : first
  const doubling = doubled.test(first) || /^(?:run|put|get|set|cut|dig|win)$/.test(first) ? stem.at(-1) : ''
  return [`${stem}${doubling}ing`, ...rest].join(' ')
}

/** `a, b and c`. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** The first letter large, whatever it is; `sentenceCase` looks behind quotation marks and brackets. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function sentenceCase(text: string): string {
  return text.replace(/^([“"‘([]*)(\p{Ll})/u, (_, opening: string, letter: string) => opening + letter.toUpperCase())
}

/** Names of bodies take the article, names of companies, hospitals, schools and papers do not. */
export function withArticle(name: string): string {
  if (/^(?:the|a|an) /i.test(name) || !takesArticle(name)) return name
  return `the ${name}`
}

const bodies =
  /\b(?:Committee|Federation|Department|Commission|Office|Bureau|Party|Society|Branch|Association|Group|Centre|Government|Court|Administration|Ministry|Congress|Conference|Council|League|Union|Chamber|Station|Corps|Team|Headquarters|Foundation|Command|Board|Agency|Academy|Institute|Brigade|Detachment|Procuratorate|Working Committee|Armed Police|CPPCC|Institution|Cooperative|Company|committee|federation|department|commission|office|bureau|government|centre|headquarters)\b/

function takesArticle(name: string): boolean {
  // municipal Central Hospital: a name that is half description.
  if (/^(?:municipal|provincial|county|district|prefectural|regional|township|town|village) /.test(name)) return true
  if (/Group$/.test(name) && !/(?:Leading|Working|Steering|Coordination|Expert) Group$/.test(name)) return false
  if (
    /Co\., Ltd|Hospital|University|School|Daily|News\b|Xinhua|Subdistrict$|Corporation$/.test(name) &&
    !/ of /.test(name)
  )
    return false
  return bodies.test(name)
}
