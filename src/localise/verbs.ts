import { listed, participle, past } from './english.js'
import { remembered } from './remembered.js'
import type { Term } from './terms.js'
import { termsInUse } from './vocabulary.js'

export interface Verb {
  /** `drafted and submitted` after a subject. */
  past: string
  participle: string
  /** Past of those who did it, where that differs (支援: sent, but went to the aid of). */
  asSubject: string | undefined
  /** English base forms, for the preposition of a recipient. */
  bases: string[]
}

const intransitive =
  /^(?:take part|switch|go |go$|work|remain|stand |resume|return|give blood|sign up|respond|be |benefit|rise|die|collapse|arrive|withdraw|graduate|retire|enlist|join |apply to join|come in|move in|find work|reopen|open to traffic|lose |get |compete|set out|assemble|stay|recover and leave|test (?:negative|positive)|start businesses|start work|learn|leave |start$)/

/** The verb of a clause in English (拟写报送 → drafted and submitted); null where a part of it is no known verb. */
export const renderVerb = remembered((zh): Verb | null => {
  const terms = verbTerms(zh) ?? verbTerms(stripped(zh))
  return terms && terms.length > 0 ? inflectedVerb(ofOneKind(terms)) : null
})

/** 慰问奋战…, 参加献血: of a run that mixes both kinds, what was done to others, or the last where that is what all did. */
function ofOneKind(terms: readonly Term[]): readonly Term[] {
  const alone = terms.filter(({ en }) => intransitive.test(en))
  const last = terms.at(-1)
  if (terms.length < 2 || alone.length === 0 || !last) return terms
  return alone.includes(last) && terms.length === alone.length ? [last] : terms.filter((term) => !alone.includes(term))
}

function stripped(zh: string): string {
  return zh
    .replace(/^(?:已经|已|共计|共|累计|先后|分别|又|还|也|再|将|积极|及时|主动|踊跃|陆续)+/u, '')
    .replace(/(?:了|过|到|出|达到|达)$/u, '')
}

function verbTerms(zh: string): Term[] | null {
  if (zh === '') return null
  const terms = termsInUse()
  const found: Term[] = []
  for (let at = 0; at < zh.length; ) {
    const skip = /^(?:并|和|或|、|与)/u.exec(zh.slice(at))
    if (skip) {
      at += 1
      continue
    }
    let size = Math.min(zh.length - at, 12)
    while (size > 0 && !terms.find(zh.slice(at, at + size), 'verb')) size--
    const term = terms.find(zh.slice(at, at + size), 'verb')
    if (!term) return null
    found.push(term)
    at += size
  }
  return found
}

/** Said of those who do it, these are other words than of those who are made to. */
const ofSubjects: Record<string, string> = {
  驰援: 'went to the aid of',
  支援: 'went to the aid of',
  增援: 'went to reinforce',
  下沉: 'were sent down to',
}

function inflectedVerb(terms: readonly Term[]): Verb {
  const pasts = new Set(terms.map((term) => term.forms.split('|')[0] || past(term.en)))
  const participles = new Set(terms.map((term) => term.forms.split('|').at(-1) || participle(term.en)))
  const [only] = terms
  const asSubject = terms.length === 1 && only ? ofSubjects[only.zh] : undefined
  return {
    asSubject,
    past: listed([...pasts]),
    participle: listed([...participles]),
    bases: terms.map((term) => term.en),
  }
}

const givers =
  /^(?:donate|give|deliver|send|hand out|supply|submit|ship|transport|provide|allocate|lend|issue|award|pay|raise and donate|raise or donate|publish)/

/** The preposition before who gets it: `donated to`, `raised for`. */
export function recipientPreposition(verb: Verb | null): string {
  return verb?.bases.some((base) => givers.test(base)) ? 'to' : 'for'
}

/** Verbs whose subject is what was counted (30 volunteers took part): never read as a passive. */
export function isIntransitive(verb: Verb): boolean {
  return verb.bases.some((base) => intransitive.test(base))
}
