import type { VerbReading } from './clause.js'
import { verbsIn } from './find-verb.js'
import type { NounReading } from './noun-around.js'
import { composePhrase } from './phrases.js'
import { isIntransitive } from './verbs.js'

/** 用于医院购置医疗设备860万元 → for hospitals to buy medical equipment; 560万元用于困难职工帮扶. */
export function usedFor(before: string, after: string): string {
  const zh =
    /用于([\p{Script=Han}、]{2,24})$/u.exec(before)?.[1] ?? /^用于([\p{Script=Han}、]{2,24})$/u.exec(after)?.[1]
  if (!zh) return ''
  const whole = composePhrase(zh, 'many')
  if (whole) return ` for ${whole.en}`
  for (const verb of verbsIn(zh)) {
    const object = composePhrase(zh.slice(verb.end), 'many')
    const who = verb.start === 0 ? '' : composePhrase(zh.slice(0, verb.start), 'many')?.en
    if (object && who !== undefined)
      return `${who === '' ? '' : ` for ${who}`} to ${verb.en.bases.join(' and ')} ${object.en}`
  }
  return ''
}

const pivots: Record<string, string> = {
  帮助: 'helped',
  支持: 'helped',
  推动: 'helped',
  协调: 'helped',
  助力: 'helped',
  促进: 'helped',
  带动: 'helped',
  指导: 'guided',
  引导: 'guided',
  督促: 'urged',
  动员: 'mobilised',
  发动: 'mobilised',
}
const pivot = new RegExp(`(${Object.keys(pivots).join('|')})(?:了|\\p{Script=Han}{0,2}内|全[国省市县区])*$`, 'u')

/** 帮助32家企业复工复产: whom somebody moved, and to what. */
export function helpedTo(
  before: string,
  rest: string,
  noun: NounReading,
): { verb: VerbReading; purpose: { zh: string; en: string } } | null {
  const zh = pivot.exec(before)?.[1]
  const [deed] = verbsIn(rest)
  const base = deed?.en.bases.at(-1)
  if (!zh || !noun.behind || !deed || base === undefined || deed.start > 2 || !isIntransitive(deed.en)) return null
  const object = / in$/.test(base) ? composePhrase(rest.slice(deed.end), 'many') : null
  const past = pivots[zh] ?? ''
  const en = `to ${object === null ? base.replace(/ in$/, '') : `${base} ${object.en}`}`
  const verb: VerbReading = {
    zh,
    en: { past, participle: past, asSubject: undefined, bases: ['help'] },
    voice: 'object',
  }
  return { verb, purpose: { zh: rest.slice(0, deed.end) + (object ? rest.slice(deed.end) : ''), en } }
}
