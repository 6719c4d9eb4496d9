import type { Fact } from '../model/index.js'
import { type ChangeBy, changeBy, type ShareOf, shareOf } from './changes.js'
import type { VerbReading } from './clause.js'
import { listed } from './english.js'
import { verbsIn } from './find-verb.js'
import { type Gauge, gaugeOf } from './gauges.js'
import { type NounReading, nounAround } from './noun-around.js'
import { type Oblique, obliqueOf } from './obliques.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces, renderPlace } from './places.js'
import { helpedTo, usedFor } from './purposes.js'
import { verbOf, verbReading } from './verb-reading.js'
import { keptFor } from './vocabulary.js'

/** How a figure stands in its sentence: what its statement in either language is made of. */
export interface Reading {
  noun: NounReading
  verb: VerbReading | null
  /** 被…采用: who did it. */
  agent: string | null
  /** 被上报…: to whom. */
  receiver: string | null
  /** 前往…: where people went. */
  destination: { zh: string; en: string } | null
  /** What of the counted it was, not they themselves: the deeds (宣传88名职工先进事迹), the work and life; empty else. */
  ofWhat: string
  /** What it was for: 做好…工作, 开展督导. */
  purpose: { zh: string; en: string } | null
  /** True where it is still to be done (预计可完成100台). */
  planned: boolean
  /** What money went to (用于购置医疗设备860万元), with its preposition; empty else. */
  usedFor: string
  /** What the figure measures, where it counts nothing (日产量达…). */
  gauge: Gauge | null
  /** By how much something became more or less (同比增长12%). */
  change: ChangeBy | null
  /** The part of something that a per cent is (失业保险费的50%). */
  share: ShareOf | null
  /** What was done for, to or from the counted (为208户居民送去口罩). */
  oblique: Oblique | null
}

// A space parts a headline from what follows; an opening quotation mark behind it too.
const clauseBreak = /[，,。；;：:！？!?\n\s]/u

/** Characters before and behind a figure that are read for it, in a sentence that goes on and on. */
const reach = 400

const passives = /^(?!的).{0,5}?(?:被|受到)([^，。；]{2,24}?)(采用|采纳|批示|转载|录用|报道|刊发|转发|授予|表彰)/u

const readings = keptFor(() => new WeakMap<Fact['evidence'], Reading>())

/** Reads the clause of a figure, once: where its noun, its verb, its agent and its purpose are. */
export function readFact(fact: Fact): Reading {
  const known = readings()
  const reading = known.get(fact.evidence) ?? read(fact)
  known.set(fact.evidence, reading)
  return reading
}

function read(fact: Fact): Reading {
  const { sentence, sentenceStart, start, end } = fact.evidence
  const at = start - sentenceStart
  const earlier = sentence.slice(Math.max(0, at - reach), at)
  const before = earlier.split(clauseBreak).at(-1) ?? ''
  const behind = sentence.slice(end - sentenceStart, end - sentenceStart + reach).split(clauseBreak)[0] ?? ''
  // A bracket that lists parts (含转产14家) is no part of the clause.
  const after = behind.split(/[（(](?:含|其中|包括|不含)/u)[0] ?? ''
  const noun = nounAround(fact, before, after)
  const rest = noun.behind ? after.slice(noun.zh.length) : after
  const none = {
    noun,
    agent: null,
    receiver: null,
    destination: null,
    purpose: null,
    gauge: null,
    change: null,
    share: null,
    oblique: null,
    ofWhat: ofWhat(rest, noun),
    planned: isPlanned(before),
    usedFor: usedFor(before, after),
  }
  const upward = /^(?!的).{0,5}?被(?:上报|报送|报)(?:至|到|给)?(.+?)$/u.exec(rest)
  if (upward) return { ...none, receiver: upward[1] ?? null, verb: verbReading('上报', 'passive') }
  const passive = passives.exec(rest)
  if (passive) return { ...none, agent: passive[1] ?? null, verb: verbReading(passive[2] ?? '', 'passive') }
  const sent = /^被(?=\p{Script=Han}{2})/u.test(rest) ? verbsIn(rest.slice(1))[0] : undefined
  if (sent?.start === 0) return { ...none, verb: verbReading(sent.zh, 'passive') }
  const share = shareOf(fact, before, after, noun)
  if (share) return { ...none, verb: null, share }
  const verb = verbOf(fact, { earlier, before, after, noun })
  // 价值30万元的物资, 接收款物价值30万元: what is worth that much is what was counted
  const value = /(\p{Script=Han}{2})?总?价值(?:人民币|约|近|超过?|逾|达)*$/u.exec(before)
  const worth = value !== null && (value[1] !== undefined || /^的(?=\p{Script=Han})/u.test(after))
  const gauge = worth ? null : gaugeOf(fact, before, earlier)
  if (gauge) return { ...none, verb, gauge }
  const change = changeBy(before, earlier, noun)
  if (change) return { ...none, verb: null, change }
  const helped = helpedTo(before, rest, noun)
  if (helped) return { ...none, ...helped }
  const oblique = obliqueOf(before, after, noun)
  if (oblique) return { ...none, verb, oblique }
  return {
    ...none,
    verb,
    receiver: verb?.receiver ?? null,
    destination: destinationOf(after),
    purpose: purposeOf(after, verb),
  }
}

/** 将 before a verb or a receiver is the future; before a thing it only puts it first (将5万元捐给). */
function isPlanned(before: string): boolean {
  if (/(?:预计|拟(?![写定订稿办人])于?|(?<!免疫|活动|工作)计划(?=\p{Script=Han})|力争|有望|争取|即将)/u.test(before))
    return true
  const at = before.lastIndexOf('将')
  const rest = at < 0 ? '' : before.slice(at + 1)
  return (
    /^(?:继续|陆续|再|分批|全部)?(?:[向为在于].|新增|推出|达)/u.test(rest) ||
    (rest !== '' && verbsIn(rest)[0]?.start === 0)
  )
}

const conditions: Record<string, string> = {
  工作: 'work',
  生活: 'life',
  学习: 'studies',
  思想: 'thinking',
  健康: 'health',
  身体: 'health',
}

function ofWhat(rest: string, noun: NounReading): string {
  if (/^的?[^，\d]{0,12}(?:事迹|典型|故事)/u.test(rest)) return 'deeds'
  const match = /^的?((?:工作|生活|学习|思想|健康|身体|和|、)+)(?:情况|状况)/u.exec(rest)
  const words = match?.[1]?.match(/工作|生活|学习|思想|健康|身体/gu) ?? []
  if (words.length > 0) return listed(words.map((word) => conditions[word] ?? ''))
  // 办结1户企业的申报: bodies and people are not what was dealt with; goods are (捐赠口罩的信息).
  const isOwner = /^(?:person|organisation|region)$/.test(noun.item?.domain ?? '')
  const owned = isOwner && /^的(\p{Script=Han}{2,12})/u.exec(rest)?.[1]
  for (let size = owned ? owned.length : 0; size > 1; size--) {
    const thing = composePhrase(owned ? owned.slice(0, size) : '', 'many')
    if (thing && !/^(?:person|organisation|region)$/.test(thing.domain)) return thing.en
  }
  return ''
}

const journeys = /(?:前往|奔赴|赶赴|赴|进驻)([\p{Script=Han}、]{2,20}?)(?=开展|进行|做|参|支|协|从|$|[，。])/u

/** 前往石阡、沿河 → to Shiqian and Yanhe. */
function destinationOf(after: string): Reading['destination'] {
  const match = journeys.exec(after)
  const parts = (match?.[1] ?? '').split(/[、和]/u).filter((part) => part !== '')
  const places = parts.map((part) => leadingPlaces(part, { shortCounties: true }))
  if (!match || parts.length === 0 || places.some(({ length }, index) => length !== parts[index]?.length)) return null
  return { zh: match[0], en: `to ${listed(parts.map((part) => renderPlace(part)))}` }
}

const purposeVerbs =
  /(?:做好|参与|参加|投入到?|从事|助力|支持|开展|担任|负责|用于|进行)([\p{Script=Han}“”、]{2,24}?)(?:工作|活动)?(?=$|[，。；]|并)/u

/** 组织30名志愿者做好疫情防控工作 → for epidemic control work; only where the terms cover it. */
function purposeOf(after: string, verb: VerbReading | null): Reading['purpose'] {
  const match = purposeVerbs.exec(after)
  if (!match || verb?.object) return null
  const zh = match[1] ?? ''
  if (verbsIn(zh).some((found) => found.zh === zh)) return null
  const phrase = composePhrase(`${zh}工作`, 'many') ?? composePhrase(zh, 'many')
  return phrase ? { zh: match[0], en: `for ${phrase.en}` } : null
}
