import {
  isAction,
  isPlace,
  nounAfter,
  nounBefore,
  type Phrase,
  type PhraseBefore,
  perOf,
  type Span,
  startsNounPhrase,
  verbAt,
  withoutCounter,
} from '../language/index.js'
import type { Matcher } from './matcher.js'
import type { Mention, Reading, SentenceReading } from './reading.js'

/** What a number counts, in the article's own words. */
export interface Item {
  zh: string
  per: string | null
  /** The verb before the number; in a list that of its first number. */
  verb: string | null
  /** Where the noun stands, if it stands right before or after the number. */
  place: Span | null
}

const holder =
  /(?:党员|会员|机关|组织|单位|部门|公司|企业|集团|职工|干部|群众|市民|居民|学生|医院|学校|我们|他们|人士|女士|先生|老人|协会|商会|委员会|委会|妇联|工会|政府|省|市|县|区|镇|村|系统)$/
const aside =
  /^(?:[能会可要想须应再只每一卖买收用花产销交送运来去前较比就人共同者]|医用|民用|家用)*$|时间$|^[\d半每其零这那该]|以[来后前]$/

/** The items of all numbers, in text order; those that have none of their own take it over from an earlier one. */
export function findItems(reading: Reading, matcher: Matcher): Map<Mention, Item> {
  const items = new Map<Mention, Item>()
  const finder = new ItemFinder(reading, matcher, items)
  for (const sentence of reading.sentences) {
    for (const mention of sentence.mentions) items.set(mention, finder.itemOf(mention))
  }
  return items
}

class ItemFinder {
  private readonly earlier: Mention[] = []

  constructor(
    private readonly reading: Reading,
    private readonly matcher: Matcher,
    private readonly items: Map<Mention, Item>,
  ) {}

  itemOf(mention: Mention): Item {
    const { plain } = this.reading
    const { quantity, clause } = mention
    const from = this.from(mention)
    const per = perOf(plain, Math.max(clause.start, this.previous(mention)?.quantity.end ?? 0), quantity)
    const before = nounBefore(plain, from, quantity.start)
    const zh = this.shared(mention) ?? this.brief(this.own(mention, before))
    const lent = zh === undefined ? this.carried(mention, before, per !== null) : undefined
    this.earlier.push(mention)
    if (this.earlier.length > 60) this.earlier.shift()
    const previous = this.previous(mention)
    const listed = previous?.clause === clause ? (this.items.get(previous)?.verb ?? null) : null
    const place = zh === undefined ? null : this.placeOf(mention, zh)
    return {
      zh: zh ?? lent?.zh ?? '',
      per: per ?? lent?.per ?? null,
      verb: before.verb && isAction(before.verb) ? before.verb : listed,
      place,
    }
  }

  /** The count before in the same sentence. */
  private previous({ index, sentence }: Mention): Mention | undefined {
    for (let i = index - 1; i >= 0; i--) {
      const other = sentence.mentions[i]
      if (other?.figure && other.quantity.unitKind !== 'duration') return other
    }
    return undefined
  }

  /** Where the words that may belong to a number begin: after the clause's start, a date, another count. */
  private from(mention: Mention): number {
    const { quantity, clause, sentence } = mention
    const date = sentence.dates.findLast(({ end }) => end <= quantity.start)
    return Math.max(clause.start, date?.end ?? 0, this.previous(mention)?.quantity.end ?? 0)
  }

  /** A phrase of many words is cut to the noun of the lens that it ends with. */
  private brief(zh: string | undefined): string | undefined {
    if (zh === undefined || zh.length <= 10) return zh
    return this.matcher.nouns.find(({ noun }) => noun.length >= 3 && zh.endsWith(noun))?.noun ?? zh
  }

  private placeOf({ quantity, clause, sentence }: Mention, zh: string): Span | null {
    const { plain } = this.reading
    const after = plain.slice(quantity.end, sentence.end).indexOf(zh)
    if (after >= 0 && after < 40) return { start: quantity.end + after, end: quantity.end + after + zh.length }
    const before = plain.slice(clause.start, quantity.start).lastIndexOf(zh)
    return before < 0 ? null : { start: clause.start + before, end: clause.start + before + zh.length }
  }

  private own(mention: Mention, before: PhraseBefore): string | undefined {
    const { plain } = this.reading
    const { quantity, sentence, clause } = mention
    const noun = before.noun && !weak(before.noun, plain, before.verb) ? before.noun : undefined
    if (quantity.unitKind === 'share') {
      const share = shareOf(plain, clause.start, quantity.start, quantity.unit)
      if (share) return share
    }
    const after = nounAfter(plain, quantity.end, sentence.end, quantity.unitKind)
    if (after && takesAfter(plain, mention, after, noun)) return after.text
    if (quantity.unitKind === 'duration') return subject(plain, clause.start, quantity.start) ?? noun?.text
    if (quantity.unitKind === 'action' && (!noun || holder.test(noun.text))) {
      const object = nounBefore(plain, quantity.end, clause.end).noun
      if (object && object.text.length <= 10) return object.text
    }
    if (quantity.unitKind === 'money' && (!noun || holder.test(noun.text))) {
      return verbAfter(plain, quantity.end) ?? (noun && !before.verb ? noun.text : undefined)
    }
    return noun?.text
  }

  /** 口罩、防护服产量分别增至2倍、3倍: the first number to the first noun, and so on. */
  private shared({ quantity, clause, sentence, index }: Mention): string | undefined {
    const { plain } = this.reading
    const at = plain.slice(clause.start, quantity.start).indexOf('分别')
    if (at < 0) return undefined
    const row = sentence.mentions
      .slice(Math.max(0, index - 8), index + 8)
      .filter(
        (other) =>
          other.clause === clause && other.quantity.start > clause.start + at && other.quantity.unit === quantity.unit,
      )
    if (row.length < 2) return undefined
    const ahead = plain.slice(Math.max(sentence.start, clause.start - 60), clause.start + at)
    const list = ahead.match(/[^，。；：]+[，]?$/)?.[0] ?? ''
    const names = list
      .replace(/等[^、]*$/, '')
      .replace(/[，]$/, '')
      .split(/[、和]/)
    if (names.length !== row.length || names.some((name) => name.length > 12 || isPlace(name))) return undefined
    const name = names[row.findIndex((other) => other.quantity === quantity)]
    return name === undefined ? undefined : withoutCounter(name.trim()) || undefined
  }

  private carried(
    mention: Mention,
    before: PhraseBefore,
    rate: boolean,
  ): { zh: string; per: string | null } | undefined {
    const { plain } = this.reading
    const { quantity, sentence } = mention
    if (before.noun && isPlace(before.noun.text)) {
      const noun = this.lensNoun(mention, true)
      if (noun) return { zh: noun, per: null }
    }
    if (before.counter) {
      const noun = this.lensNoun(mention)
      if (noun) return { zh: noun, per: null }
    }
    const twin = this.twin(mention)
    const lent = twin && this.items.get(twin)
    if (
      lent &&
      twin.sentence === sentence &&
      !this.known(lent.zh) &&
      /^[有无为系]/.test(plain.slice(quantity.end, quantity.end + 1))
    ) {
      const topic = this.lensNoun(mention, true)
      if (topic) return { zh: topic, per: null }
    }
    if (lent) return { zh: lent.zh, per: twin.sentence === sentence ? lent.per : null }
    if (rate) {
      const noun = this.lensNoun(mention)
      if (noun) return { zh: noun, per: null }
    }
    const clauseBefore = sentence.clauses.findLast(({ end }) => end <= mention.clause.start)
    const linked = clauseBefore && nounBefore(plain, clauseBefore.start, clauseBefore.end).noun
    const bare = before.verb === undefined || /^(?:有|达|共|为|是|超|约|含|近)/.test(before.verb)
    if (linked && bare && !isPlace(linked.text) && !/\d/.test(linked.text)) return { zh: linked.text, per: null }
    const predicate = /^(?:正在|已|都|均|全部)?([\u4e00-\u9fff]{2,8})/.exec(
      plain.slice(quantity.end, quantity.end + 12),
    )?.[1]
    const verb = before.verb !== undefined && /[\u4e00-\u9fff]{2}/.test(before.verb) ? before.verb : undefined
    const noun = verb ?? (predicate && !/^[被向将把从对为]/.test(predicate) ? predicate : before.noun?.text)
    const neighbour = this.previous(mention)
    const same = noun === undefined && neighbour ? this.items.get(neighbour)?.zh : undefined
    return { zh: noun ?? same ?? before.verb ?? '', per: null }
  }

  /** True where the lens has a noun for it. */
  private known(zh: string): boolean {
    for (let i = 0; i < zh.length; i++) if (this.matcher.nounLexicon.at(zh, i) !== undefined) return true
    return false
  }

  /** An earlier number of the paragraph with the same unit, or, after 其中, the one whose unit was lost. */
  private twin({ quantity, sentence }: Mention): Mention | undefined {
    const near = this.earlier.filter(
      (other) =>
        other.sentence.paragraph === sentence.paragraph &&
        quantity.numberStart - other.quantity.end < 260 &&
        other.quantity.unitKind !== 'duration' &&
        (this.items.get(other)?.zh ?? '') !== '',
    )
    return (
      near.findLast(
        (other) => other.quantity.unit === quantity.unit && (other.figure || other.sentence === sentence),
      ) ??
      near.findLast((other) => other.sentence === sentence && !other.figure && other.quantity.value === 1) ??
      (quantity.unitKind === 'thing'
        ? near.findLast((other) => other.quantity.unit === null && other.figure)
        : undefined)
    )
  }

  /** The last (or first) word before the number in its sentence that a measure of the lens counts in this unit. */
  private lensNoun({ quantity, sentence }: Mention, first = false): string | undefined {
    const ahead = this.reading.plain.slice(sentence.start, quantity.start)
    let best: string | undefined
    let at = -1
    for (const { noun, measure } of this.matcher.nouns) {
      if (quantity.unit === null || !measure.units.includes(quantity.unit)) continue
      if (!first && measure.family !== 'supplies') continue
      const found = first ? ahead.indexOf(noun) : ahead.lastIndexOf(noun)
      if (found < 0) continue
      const rank = first ? 1000 - found : found + noun.length
      if (rank > at) {
        at = rank
        best = noun
      }
    }
    return best
  }
}

/** A number follows its noun in lists (防护服2500套、), precedes it elsewhere (3名干部). */
function takesAfter(
  plain: string,
  { quantity, sentence, index }: Mention,
  after: Phrase,
  noun: Phrase | undefined,
): boolean {
  const next = plain[quantity.end]
  if (after.text.length === 1 && !/[人车船床树书花米菜药餐蛋]/.test(after.text)) return false
  if (quantity.unit === null) return true
  if (quantity.unitKind === 'share') return next === '的' && quantity.unit === '%'
  if (after.relative && next !== '的' && (noun || quantity.unitKind === 'money')) return false
  if (noun && next === ' ') return false
  return !(noun && precedesNumber(plain, sentence, index, after))
}

/** 医师8名护士12名。: the noun after the unit belongs to the next number, which has none behind it. */
function precedesNumber(plain: string, sentence: SentenceReading, index: number, after: Phrase): boolean {
  const next = sentence.mentions[index + 1]
  if (!next || next.quantity.start < after.end) return false
  if (!next || next.quantity.start > after.end + 1) return false
  return !startsNounPhrase(plain.slice(next.quantity.end, next.quantity.end + 4))
}

function weak(phrase: Phrase, plain: string, verb: string | undefined): boolean {
  if (aside.test(phrase.text) || isPlace(phrase.text)) return true
  return verb === undefined && verbAt(plain, phrase.start) === phrase.end - phrase.start && phrase.text.length <= 2
}

function verbAfter(plain: string, at: number): string | undefined {
  return /^(?:全部|都|已|被)?(捐赠|捐献|捐给|捐|赠送|奖励|补助|资助|支持|救助)/.exec(plain.slice(at, at + 8))?.[1]
}

/** What a share is a share of: the last 率 or 比例 of the clause, or its subject. */
function shareOf(plain: string, from: number, at: number, unit: string | null): string | undefined {
  const ahead = plain.slice(from, at)
  const rate = /([\u4e00-\u9fffA-Z0-9]{0,10}(?:率|比例|占比|比重))(?=[^率]*$)/.exec(ahead)?.[1]
  if (rate) return nounBefore(rate, 0, rate.length).noun?.text ?? rate
  if (unit !== '倍' && /的$/.test(ahead)) return subject(plain, from, at)
  const base =
    unit === '倍' ? /^(.{2,}?)(?:约为|大约是|大概是|已经是|将是|是|为|相当于)[^，]{0,8}$/.exec(ahead)?.[1] : undefined
  if (base) return nounBefore(base, 0, base.length).noun?.text
  return undefined
}

/** The noun phrase that the clause begins with. */
function subject(plain: string, from: number, at: number): string | undefined {
  const phrase = nounAfter(plain, from, at, null)
  return phrase && phrase.end <= at ? phrase.text.split('的').at(-1) : undefined
}
