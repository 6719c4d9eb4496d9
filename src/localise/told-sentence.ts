import { deedObject, inItsNumber, withIndefinite } from './deed-objects.js'
import { listed, sentenceCase } from './english.js'
import { type FoundVerb, verbsIn } from './find-verb.js'
import type { Home } from './home.js'
import { renderParty } from './names.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { adverbs, clauseSubject, leadingAdverbs, movedTo, pivots } from './told-clause.js'
import { isIntransitive, recipientPreposition, renderVerb, type Verb } from './verbs.js'
import { termsInUse } from './vocabulary.js'

/** Whether a clause tells what was done, what others are asked for, or what is still to come. */
type Mood = 'done' | 'asked' | 'planned'

interface Told {
  en: string
  mood: Mood
  /** Deeds count more than attitudes, whole clauses more than parts. */
  weight: number
  at: number
}

const clauseEnds = /[，,。；;：:！!？?\n](?![^《]*》)/u
/** Clauses told of one sentence. */
const most = 2

/**
 * What a sentence says was done, asked for or planned, as far as verb and object are covered; who did it where the clause
 * names somebody whom the terms cover. Null for questions and where no clause is covered.
 */
export function tellSentence(zh: string, home: Home): string | null {
  if (/[？?]”?$/u.test(zh)) return null
  let mood: Mood = 'done'
  const told: Told[] = []
  for (const [at, clause] of zh.split(clauseEnds).entries()) {
    const text = withoutLead(clause)
    mood = moodOf(text, mood)
    const one = tellClauseLoosely(text, home)
    if (!one) continue
    const own = moodBefore(one.before, one.hasSubject ? moodOf(text, 'done') : mood)
    const en = own === 'done' ? one.en : one.toCome
    if (!told.some((other) => other.en === en)) told.push({ en, weight: one.weight, mood: own, at })
  }
  return joined(told)
}

function joined(told: readonly Told[]): string | null {
  const best = [...told].sort((a, b) => rank(b) - rank(a) || a.at - b.at)
  const { mood } = best[0] ?? {}
  if (mood === undefined) return null
  const chosen = best
    .filter((one) => one.mood === mood)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
  const text = chosen.map(({ en }) => en).join('; ')
  const heading = { done: '', asked: 'Called for: ', planned: 'Planned: ' }[mood]
  return `${heading === '' ? sentenceCase(text) : heading + text}.`
}

function rank({ weight, mood }: Told): number {
  return weight + (mood === 'done' ? 10 : mood === 'planned' ? 5 : 0)
}

const lead =
  /^(?:”|“|——|[一二三四五六七八九十]是|第[一二三四五六]|首先|其次|同时|与此同时|此外|另外|其中|目前|日前|近日|近期|当前|连日来|期间|随后|据了解|据悉|截至目前|今年以来|并且?|还|也|而|但|\p{Script=Han}{2}期间|\p{Script=Han}{2}发生(?:以来|[后後])|\d{1,2}月\d{1,2}日(?:上午|下午|晚|起|以来)?)+/u

function withoutLead(clause: string): string {
  return clause.replace(/[“”"‘’【】\s]/gu, '').replace(lead, '')
}

const demanding =
  /(?<!工作|有关|相关|的|重要|政策|具体)(?:要求|强调|指出)(?=\p{Script=Han}{2})|(?<![主必需重首紧次扼摘只想])要(?![求点素闻么是务员件害塞道领约强职])|应(?:当|按|该|及时|做好|加强|严格)|希望[您各广大]|请[您各广大]/u
const asking = /号召|呼吁|提醒|督促|应当|必须|需要/u
const planning = /下一步|计划(?:于|在)|拟于|力争|预计|即将|将(?=进一步|继续|全力|全面|认真|[向在于为对从]|逐步)/u

/** What is demanded or to come holds for all that follows in the sentence. */
function moodOf(text: string, before: Mood): Mood {
  if (demanding.test(text)) return 'asked'
  return planning.test(text) ? 'planned' : before
}

function moodBefore(before: string, mood: Mood): Mood {
  const text = before.replace(trailingAdverbs, '')
  if (/(?:要|应|须|需|请)$/u.test(text) || asking.test(text)) return 'asked'
  return /(?:将|拟|准备|计划)$/u.test(text) ? 'planned' : mood
}

/** Clauses that say what for, when, why or how, and those that only say who speaks. */
const aside =
  /^(?:为了?(?:确保|保证|打赢|防止|进一步|更好|切实|全力|有效|加强|解决|应对|避免|做好|加快|让|使|把)|旨在|以便|从而|由于|因为?|如果|只要|只有|随着|虽然|即使|当(?!好|起)|无论|不管|让|使|令|是(?!否)|通过|依托|利用|按照|根据|以|凭借|借助|结合|围绕|针对|立足|(?:主要)?包括|例如|比如|除了|如有|若|确保|保证|做到|其目的)|(?:说|表示|介绍说?|告诉记者|认为|时|后|後|中|下|期间|以来|基础上|方面|同时|的)$/u

/** One clause as it would read if done, and if still to be done. */
interface LooseClause {
  en: string
  toCome: string
  weight: number
  hasSubject: boolean
  before: string
}

/** Words that stand like prepositions before the verb of the clause. */
const coverbs = /^(?:利用|运用|结合|联合|会同|前往|深入|来到|走进|根据|按照|优先)$/u

/** What comes about or is noticed, and verbs with where they lead to. */
const noDeeds = /^(?:发现|找到|看到|出现|产生|造成|导致|接受|通过.*)$|[到至往]$/u

function tellClauseLoosely(text: string, home: Home): LooseClause | null {
  if (
    text.length < 4 ||
    aside.test(text) ||
    (/^为了?/u.test(text) && verbsOf(text.replace(/^为了?/u, ''))[0]?.start === 0)
  )
    return null
  const marked = dealtWith(text)
  if (marked) return marked
  const verbs = verbsOf(text).filter(({ zh }) => !coverbs.test(zh))
  for (const [index, verb] of verbs.entries()) {
    // Behind the first verb stands its object: verbs in that are no deeds, unless all before them is who or for whom.
    const before = withoutAdverbs(text.slice(0, verb.start))
    if (index > 0 && !isForWhom.test(before) && !clauseSubject(before, home)) continue
    const told = noDeeds.test(verb.zh) ? null : withVerb(text, verb, home)
    if (told) return told
  }
  return null
}

const isForWhom = /^(?:\p{Script=Han}{0,8})[为向给](?!了)[^的]{2,16}$/u

function withoutAdverbs(before: string): string {
  return before
    .replace(trailingAdverbs, '')
    .replace(/(?:要|应|须|需|请|将|拟)$/u, '')
    .replace(trailingAdverbs, '')
}

/** 对往来车辆进行登记: what was dealt with stands before its verb. */
function dealtWith(text: string): LooseClause | null {
  const match =
    /[对将把](\p{Script=Han}[\p{Script=Han}、]{1,20}?)(?:进行|开展|实施|实行|予以|给予)了?(?:全面|逐一|逐个|逐户|重点|集中|严格|定期|每日|科学|统一)*的?(\p{Script=Han}{2,4})$/u.exec(
      text,
    )
  const verb = match ? renderVerb(match[2] ?? '') : null
  const object = verb && !isIntransitive(verb) ? composePhrase(match?.[1] ?? '', 'many') : null
  if (!match || !verb || !object) return null
  const done = participleOf(match[2] ?? '', verb)
  const shared = { weight: 3, hasSubject: false, before: text.slice(0, match.index) }
  return { ...shared, en: `${object.en} ${done}`, toCome: `${object.en} to be ${done}` }
}

/** Verbs whose object may be a body. */
const ofBodies =
  /走访|慰问|看望|调研|考察|联合|联系|邀请|指导|组织|动员|发动|号召|协调|支援|支持|帮助|检查|督促|引导|鼓励|成立|组建|设立/u

/** 推动企业复工: whom somebody moved to do something was helped. */
const helping: Record<string, string> = { 推动: 'helped', 支持: 'helped', 促进: 'helped' }

/** Of work and duties these say another thing than of goods. */
const ofWork: Record<string, string> = { 落实: 'put into effect', 配备: 'provided' }

function participleOf(zh: string, { participle }: Verb): string {
  return ofWork[zh] ?? participle
}

/** 帮助解决: the second tells the deed. 完善配送|体系, 提供上门服务: without a link the second may belong to the noun. */
function ofRun(verb: FoundVerb): FoundVerb {
  if (/[并和或、]/u.test(verb.zh) || termsInUse().find(verb.zh, 'verb')) return verb
  const helps = /^(?:帮助|协助|协调|组织|统筹|参与)+(?=\p{Script=Han}{2})/u.exec(verb.zh)?.[0] ?? ''
  const second = helps === '' ? null : renderVerb(verb.zh.slice(helps.length))
  if (second) return { ...verb, zh: verb.zh.slice(helps.length), en: second }
  const zh =
    termsInUse()
      .wordsAt(verb.zh, 0)
      .find((word) => termsInUse().find(word, 'verb')) ?? ''
  const first = renderVerb(zh)
  return first ? { ...verb, zh, en: first, end: verb.start + zh.length } : verb
}

/** The verbs that a clause may turn on, those of attitude among them. */
function verbsOf(text: string): FoundVerb[] {
  const found = verbsIn(text).map(ofRun)
  const terms = termsInUse()
  for (let at = 0; at < text.length; at++) {
    const zh = terms.wordsAt(text, at)[0] ?? ''
    const en = zh.length > 1 && terms.find(zh, 'verb')?.domain === 'attitude' ? renderVerb(zh) : null
    if (en) found.push({ zh, en, start: at, end: at + zh.length })
    at += Math.max(0, zh.length - 1)
  }
  return found.sort((a, b) => a.start - b.start)
}

const trailingAdverbs = new RegExp(`(?:${adverbs})+$`, 'u')

function withVerb(text: string, verb: FoundVerb, home: Home): LooseClause | null {
  const before = text.slice(0, verb.start)
  const stem = withoutAdverbs(before)
  if (verb.zh.length < 2 || !mayStandBefore(before, stem)) return null
  const rest = text.slice(verb.end).replace(/^[了过着出好]/u, '')
  const subject = stem === '' ? null : clauseSubject(stem, home)
  if (stem !== '' && !subject && !looksLikeDoer.test(stem) && !isForWhom.test(stem)) return null
  const isAttitude = termsInUse().find(verb.zh, 'verb')?.domain === 'attitude'
  const shared = { weight: (isAttitude ? 1 : 3) + (subject ? 0.5 : 0), hasSubject: subject !== null, before }
  const bases = listed(verb.en.bases)
  if (isIntransitive(verb.en)) {
    const object = / (?:in|of|to|for|on)$/.test(bases) ? objectOf(rest, verb) : ''
    if (!subject || object === null || (object === '' && rest !== '')) return null
    const behind = object === '' ? '' : ` ${object}`
    return { ...shared, en: `${subject.en} ${verb.en.past}${behind}`, toCome: `${subject.en} to ${bases}${behind}` }
  }
  const moved = pivots.test(verb.zh) ? whomMoved(verb.zh, rest) : null
  const object = moved?.people ?? (pivots.test(verb.zh) && isAttitude ? null : objectOf(rest, verb))
  if (!object || (!ofBodies.test(verb.zh) && isBody(rest))) return null
  const done = (moved && helping[verb.zh]) ?? participleOf(verb.zh, verb.en)
  const to = moved?.tail ?? receiverIn(stem, verb, home)
  return {
    ...shared,
    en: subject
      ? `${subject.en} ${ofWork[verb.zh] ?? verb.en.past} ${withIndefinite(object)}${to}`
      : `${object} ${done}${to}`,
    toCome: `${object} to be ${done}${to}`,
  }
}

function isBody(zh: string): boolean {
  return composePhrase(zh, 'many')?.domain === 'organisation' || composeOrganisation(zh) !== null
}

/** The end of a body, a place or people, and words of place and manner before a verb. */
const looksLikeDoer =
  /(?:[局委会部处院校心道区镇乡村县市省员门位业者组队府关行们地联司厅党团社协店厂方内中上下]|^(?:在|对|与|同|由|从|针对).*)$/u

/** Before the verb may stand who did it, for whom, how or where: no modifier, nothing denied, no other deed. */
function mayStandBefore(before: string, stem: string): boolean {
  if (/(?:[的之所被不未没无勿莫别非和与及、等或]|没有|无法|难以|可以?|能够?|如何|怎样|是否)$/u.test(before))
    return false
  return stem.length <= 30 && !/[将把、的]|可以|可能|能够|会(?=$|有|对|在)|严禁|禁止|不得|杜绝|避免|防止/u.test(stem)
}

function receiverIn(stem: string, { en }: FoundVerb, home: Home): string {
  const zh = /[向给为](\p{Script=Han}{2,20}?)$/u.exec(stem)?.[1]
  const party = zh ? renderParty(zh, home) : null
  return party && !party.isRaw && party.basis !== 'pinyin' && party.place !== 'scope'
    ? ` ${recipientPreposition(en)} ${party.en}`
    : ''
}

/** What was dealt with: all that follows the verb, its beginning before another word of the clause, or its head. */
function objectOf(rest: string, { zh }: FoundVerb): string | null {
  const force = /^(?:对)?(\p{Script=Han}{2,16}?)的?力度$/u.exec(rest)?.[1]
  const text = (force ?? rest).replace(/(?:等方面|等)?(?:的?(?:工作|活动|任务|情况))?$/u, (tail) =>
    tail === '等' ? '' : tail,
  )
  if (text.length < 2 || /^的|^(?:在|到|至|于)/u.test(text)) return null
  const whole = composePhrase(text, 'many') ? inItsNumber(text) : null
  if (whole) return whole
  if (termsInUse().find(zh, 'verb')?.domain === 'attitude') {
    const owned = text.slice(text.lastIndexOf('的') + 1)
    return owned === text || owned.length < 3 ? null : inItsNumber(owned)
  }
  for (let size = Math.min(text.length - 1, 24); size > 2; size--) {
    if (!endsHere(text, size)) continue
    const part = inItsNumber(text.slice(0, size))
    if (part) return part
  }
  return /[在对向为把将让使]/u.test(text) || verbsIn(text.slice(0, -2)).length > 0 ? null : deedObject(text)
}

/** 组织党员捐款: whom somebody moved, and to what where that is covered. */
function whomMoved(verb: string, text: string): { people: string; tail: string } | null {
  for (let size = Math.min(text.length - 1, 20); size > 1; size--) {
    const rest = text.slice(size).replace(leadingAdverbs, '')
    if (!startsVerb(rest) && !/^(?:围绕|针对|深入|就|到|赴|前往|在|通过|参与)/u.test(rest)) continue
    const people = composePhrase(text.slice(0, size), 'many')
    if (people && /^(?:person|organisation|mass|business)$/.test(people.domain))
      return { people: people.en, tail: movedTo(verb, text.slice(0, size), text.slice(size)) ?? lastDeed(rest) }
  }
  return null
}

/** 围绕防控建言献策: ` to make policy proposals`. */
function lastDeed(zh: string): string {
  const deed = verbsIn(zh).at(-1)
  return deed && deed.end === zh.length && isIntransitive(deed.en) ? ` to ${listed(deed.en.bases)}` : ''
}

/** Of a list the first may be told alone where the last is a thing of its own: in 党中央、国务院决策部署 it is not. */
function endsHere(text: string, size: number): boolean {
  const rest = text.slice(size)
  if (/^(?:(?:工作|活动|任务)(?:$|[、和及])|并(?!发))/u.test(rest)) return true
  if (!/^(?:[、和及与]|以及)/u.test(rest)) return false
  const last =
    rest
      .split(/[、和及与]/u)
      .at(-1)
      ?.replace(/等$/u, '') ?? ''
  return last.length > 1 && last.length < 9 && composePhrase(last, 'many') !== null
}

function startsVerb(text: string): boolean {
  return verbsIn(text)[0]?.start === 0
}
