import {
  isAction,
  isPlace,
  lastPerson,
  nounBefore,
  type PhraseBefore,
  verbAt,
  withoutCounter,
} from '../language/index.js'
import { deedItem, grantedEach, respectively } from './deed-items.js'
import { givingOf } from './giving.js'
import type { Item } from './item.js'
import type { Matcher } from './matcher.js'
import { isLabel, ofThose, ownItem, subject } from './own-items.js'
import { type Mention, previousCount, type Reading } from './reading.js'
import { against, sinceBefore, timesOfBase } from './share-items.js'

type Lent = Pick<Item, 'zh' | 'per'>

/** Lends a number that has no noun of its own the noun of an earlier one, of the clause before, of the lens. Ask in text order. */
export class CarriedItems {
  private readonly earlier: Mention[] = []

  constructor(
    private readonly reading: Reading,
    private readonly matcher: Matcher,
    private readonly items: Map<Mention, Item>,
  ) {}

  /** Takes note of a number whose item is known. */
  remember(mention: Mention): void {
    this.earlier.push(mention)
    if (this.earlier.length > 60) this.earlier.shift()
  }

  /** `rate`: the number is per day or the like. */
  of(mention: Mention, before: PhraseBefore, rate: boolean): Lent {
    const sum = this.summed(mention) ?? this.beside(mention) ?? this.converted(mention)
    if (sum) return sum
    const labelled = before.noun !== undefined && isLabel(before.noun.text)
    const named = labelled || before.counter ? this.lensNoun(mention, labelled) : undefined
    if (named) return { zh: named, per: null }
    const { plain } = this.reading
    const alike = respectively(plain, mention)
    const told =
      (alike && this.items.get(alike)?.zh) ||
      (grantedEach(plain, mention, this.items) ?? deedItem(plain, mention, before))
    if (told) return { zh: told, per: null }
    const lent =
      this.limited(mention, before) ??
      this.parcelled(mention) ??
      this.grown(mention, before) ??
      this.changed(mention) ??
      this.headless(mention) ??
      this.deed(mention, before) ??
      this.following(mention) ??
      this.persons(mention) ??
      this.object(mention, before) ??
      this.fromTwin(mention, before)
    if (lent) return lent
    const zh =
      (rate ? this.lensNoun(mention) : undefined) ?? this.linked(mention, before) ?? this.spoken(mention, before)
    return { zh, per: null }
  }

  /** 给予30%的补助，[最高不超过]50万元: a limit of what the clause before ends with. */
  private limited(mention: Mention, before: PhraseBefore): Lent | undefined {
    const { quantity, clause } = mention
    const ahead = this.reading.plain.slice(clause.start, quantity.start)
    if (quantity.approximation !== 'atMost' || !/^(?:[且但并]?(?:单[个户笔])?(?:最高|最多|累计)?)$/.test(ahead))
      return undefined
    const last = mention.sentence.clauses[mention.sentence.clauses.indexOf(clause) - 1]
    const counted = previousCount(mention)?.quantity.end ?? 0
    const given = last && nounBefore(this.reading.plain, Math.max(last.start, counted), last.end)
    const zh = given?.noun?.text ?? given?.verb ?? this.linked(mention, before)
    return zh === undefined ? undefined : { zh, per: null }
  }

  /** 捐款30万元、物资折价8万元，[合计]38万元: of unlike things only their sum is told. */
  private summed({ quantity, clause, sentence, index }: Mention): Lent | undefined {
    const word = /^(?:两项|三项|以上)?(合计|共计|总计|总共|共)(?:达|约|为|近|超)*$/.exec(
      this.reading.plain.slice(clause.start, quantity.start),
    )?.[1]
    const parts = sentence.mentions.slice(0, index).filter(({ quantity: { unit } }) => unit === quantity.unit)
    const kinds = new Set(parts.map((part) => this.items.get(part)?.zh))
    return word && kinds.size > 1 ? { zh: word === '共' ? '共计' : word, per: null } : undefined
  }

  /**
   * 受灾5万人，[转移安置]8000人: a deed that the lens counts in this unit, or where the number before it counts a deed as
   * well (收案90件，[结案]80件), and not what was done to the thing before it.
   */
  private deed({ quantity, clause, index, sentence }: Mention, { verb }: PhraseBefore): Lent | undefined {
    if (verb === undefined || verb.length < 2) return undefined
    const { plain } = this.reading
    const ahead = plain.slice(Math.max(clause.start, sentence.mentions[index - 1]?.quantity.end ?? 0), quantity.start)
    const at = ahead.lastIndexOf(verb) + verb.length
    const counted = (noun: string): boolean =>
      (this.matcher.measuresOf.get(noun) ?? []).some(
        ({ units }) => quantity.unit !== null && units.includes(quantity.unit),
      )
    for (let from = Math.max(0, at - 6); from <= at - 2; from++) {
      const noun = ahead.slice(from, at)
      if (quantity.unitKind === 'person' && counted(noun)) return { zh: noun, per: null }
    }
    const last = sentence.mentions[index - 1]
    const before = last && last.quantity.unit === quantity.unit ? this.items.get(last)?.zh : undefined
    return before !== undefined && verbAt(before, 0) === before.length && verbAt(verb, 0) === verb.length
      ? { zh: verb, per: null }
      : undefined
  }

  /** 采购棉被200床，[分三批]运到: the lots are of what was counted before. */
  private parcelled(mention: Mention): Lent | undefined {
    const { quantity, clause } = mention
    if (!/分(?:成|为)?$/.test(this.reading.plain.slice(clause.start, quantity.start))) return undefined
    const last = previousCount(mention)
    const zh = (last && this.items.get(last)?.zh) ?? this.ofNext(mention, /^[^，；。\d]{0,14}$/)
    return zh ? { zh, per: null } : undefined
  }

  /** 派出[6批]共152名医生, 首批[15车]、350吨蔬菜: the noun of the number that follows. */
  private following(mention: Mention): Lent | undefined {
    const zh = this.ofNext(mention, /^(?:[、，和及]?(?:共|合计|共计|计|总计)?)$/)
    return zh === undefined ? undefined : { zh, per: null }
  }

  private ofNext({ quantity, sentence, index, clause }: Mention, joint: RegExp): string | undefined {
    const next = sentence.mentions[index + 1]
    if (!next?.figure || !/^(?:thing|person|physical)$/.test(next.quantity.unitKind ?? '')) return undefined
    if (quantity.unitKind === 'share' || quantity.unitKind === 'money' || next.clause !== clause) return undefined
    const { plain } = this.reading
    if (!joint.test(plain.slice(quantity.end, next.quantity.start))) return undefined
    return ownItem(plain, next, nounBefore(plain, quantity.end, next.quantity.start), givingOf(this.matcher.lens))
  }

  /** 安排一线医师疗养8批，[不少于90人]: persons without a noun are those whom the clause before speaks of. */
  private persons({ quantity, clause, sentence }: Mention): Lent | undefined {
    const last = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
    if (quantity.unitKind !== 'person' || last === undefined || quantity.start - clause.start > 4) return undefined
    const { plain } = this.reading
    const end = last.start + lastPerson(plain.slice(last.start, last.end))
    // 案件9件[31人]: the unit of a number is no noun
    if (sentence.mentions.some((other) => other.quantity.start < end && other.quantity.end >= end)) return undefined
    const counted = sentence.mentions.findLast(
      (other) => other.quantity.start >= last.start && other.quantity.end < end,
    )
    const from = counted?.quantity.end ?? last.start
    const noun = end > last.start ? nounBefore(plain, from, end).noun?.text : undefined
    return noun && !/\d/.test(noun) ? { zh: noun, per: null } : undefined
  }

  /** 编写手册，免费[发放]1.5万册: the object of the clause before, where the lens counts it in this unit. */
  private object({ quantity, clause, sentence }: Mention, { verb }: PhraseBefore): Lent | undefined {
    const last = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
    if (verb === undefined || !isAction(verb) || last === undefined || quantity.unit === null) return undefined
    const noun = nounBefore(this.reading.plain, last.start, last.end).noun?.text
    const { unit } = quantity
    const counted =
      noun && this.matcher.nouns.some((one) => noun.endsWith(one.noun) && one.measure.units.includes(unit))
    return counted ? { zh: noun, per: null } : undefined
  }

  /** 销售收入300万元，同比[增长10%]: the share of a change speaks of the number before it. */
  private grown(mention: Mention, { noun }: PhraseBefore): Lent | undefined {
    const { quantity, clause } = mention
    const ahead = this.reading.plain.slice(clause.start, quantity.start)
    const since = sinceBefore.test(ahead)
    const share =
      quantity.unitKind === 'share' &&
      (since || against.test(ahead) || !noun || /^[同环]比翻?$/.test(noun.text) || timesOfBase.test(noun.text))

    const last = share || since ? this.outside(mention) : undefined
    const zh = last && this.items.get(last)?.zh
    return zh && (share || last?.quantity.unit === quantity.unit) ? { zh, per: null } : undefined
  }

  private changed(mention: Mention): Lent | undefined {
    const twin = this.twin(mention)
    const zh = twin?.clause === mention.clause ? undefined : this.changing(mention)
    return zh === undefined ? undefined : { zh: withoutCounter(zh), per: null }
  }

  /** 走访群众600户[1800人], 现金3万欧元和[500美元]: nothing stands between the two but 和. */
  private beside(mention: Mention): Lent | undefined {
    const { quantity, clause, sentence, index } = mention
    const last = sentence.mentions[index - 1]
    if (!last?.figure || last.quantity.unitKind === 'share' || quantity.unitKind === 'share') return undefined
    const between = this.reading.plain.slice(last.quantity.end, quantity.start)
    const money = quantity.unitKind === 'money' && last.quantity.unitKind === 'money'
    const joined = money ? /^[和与及、]?(?:人民币)?$/.test(between) : between === '' && last.clause === clause
    const zh = this.items.get(last)?.zh
    return joined && zh ? { zh, per: null } : undefined
  }

  /** 奖金10万美元（[约合]70万元）: the same sum once more. */
  private converted(mention: Mention): Lent | undefined {
    const { quantity, clause, sentence, index } = mention
    const { plain } = this.reading
    if (
      quantity.unitKind !== 'money' ||
      !/(?:[约折]合|相当于|合)(?:人民币|约)*$/.test(plain.slice(clause.start, quantity.start))
    )
      return undefined
    const last = sentence.mentions[index - 1]
    const near = last?.quantity.unitKind === 'money' && /^[(（，]/.test(plain.slice(last.quantity.end, quantity.start))
    const lent = near ? this.items.get(last) : undefined
    return lent ? { zh: lent.zh, per: lent.per } : undefined
  }

  /** 959座煤矿中，正常生产的[56座]: those of the number before it. */
  private headless(mention: Mention): Lent | undefined {
    const { quantity, clause } = mention
    const ahead = this.reading.plain.slice(clause.start, quantity.start)
    if (!ofThose(mention, ahead)) return undefined
    const last = previousCount(mention)
    const zh = last?.quantity.unit === quantity.unit ? this.items.get(last)?.zh : undefined
    return zh ? { zh, per: null } : undefined
  }

  /** The count before a number, not one in brackets that were closed since. */
  private outside(mention: Mention): Mention | undefined {
    const last = previousCount(mention)
    if (!last) return undefined
    const between = this.reading.plain.slice(last.quantity.end, mention.quantity.start)
    return /^[^（(]*[)）]/.test(between) ? previousCount(last) : last
  }

  private gives(verb: string | undefined): boolean {
    return verb !== undefined && this.matcher.lens.giving.verbs.some((one) => verb.startsWith(one))
  }

  private fromTwin(mention: Mention, { verb }: PhraseBefore): Lent | undefined {
    const twin = this.twin(mention)
    const lent = twin && this.items.get(twin)
    if (!lent) return undefined
    // a sum that is given or spent is no sum of an earlier sentence
    const gives = /^(?:投|支出|贷|减免|拨)/.test(verb ?? '') || this.gives(verb)
    const spent = mention.quantity.unitKind === 'money' && (gives || (verb !== undefined && isAction(verb)))
    if (spent && twin.sentence !== mention.sentence) return undefined
    const { quantity, sentence } = mention
    const here = twin.sentence === sentence
    const describes = /^(?:[有无为系]|病情|体温|身体|情况)/.test(
      this.reading.plain.slice(quantity.end, quantity.end + 2),
    )
    const topic = here && describes && !this.known(lent.zh) ? this.lensNoun(mention, true) : undefined
    const again = here && (twin.clause === mention.clause || verb === undefined || !isAction(verb))
    return topic ? { zh: topic, per: null } : { zh: lent.zh, per: again ? lent.per : null }
  }

  /** 企业已从零增至6家: what changes is the subject. */
  private changing({ clause, quantity }: Mention): string | undefined {
    const { plain } = this.reading
    const ahead = plain.slice(Math.max(clause.start, quantity.start - 40), quantity.start)
    const behind = plain.slice(quantity.end, quantity.end + 4)
    const starts = /[从由][^，]{0,12}$/.test(ahead) && /^[增升降减扩提涨]/.test(behind)
    if (!starts && !/[从由].{0,12}[增升降减扩提涨].{0,3}[至到为]?[^，]{0,2}$/.test(ahead)) return undefined
    const topic = subject(plain, clause.start, quantity.start)
    return topic && topic.length > 1 && !isPlace(topic) ? topic : undefined
  }

  /** 很多是重症专业的护士，有70多名: the noun that the clause before ends with. */
  private linked({ sentence, clause }: Mention, before: PhraseBefore): string | undefined {
    const bare = before.verb === undefined || !isAction(before.verb)
    const last = sentence.clauses[sentence.clauses.indexOf(clause) - 1]
    const noun = bare && last ? nounBefore(this.reading.plain, last.start, last.end).noun?.text : undefined
    return noun &&
      noun.length > 1 &&
      !isPlace(noun) &&
      !/\d|[一二三四五六七八九十]成|^[一二两三四五六七八九十百几]+(?:个|多)*[天年月日周夜晚]/.test(noun)
      ? noun
      : undefined
  }

  /** The verb, or what is said of those counted: 400人[返厂复工]. */
  private spoken(mention: Mention, before: PhraseBefore): string {
    const { end } = mention.quantity
    const said = /^(?:正在|已|都|均|全部)?([\u4e00-\u9fff]{2,8})/.exec(this.reading.plain.slice(end, end + 12))?.[1]
    const verb = before.verb !== undefined && before.verb.length >= 2 && isAction(before.verb) ? before.verb : undefined
    const named =
      before.noun && before.noun.text.length > 1 && !/^每/.test(before.noun.text) && !isLabel(before.noun.text)
        ? before.noun.text
        : undefined
    const predicate = said !== undefined && !/^[被获向将把从对为增升降减]/.test(said) ? said : named
    const neighbour = previousCount(mention)
    // 动员30人[参加植树]: who they are is what they did
    const did = mention.quantity.unitKind === 'person' && said && !/^[被向将把从对为]/.test(said) ? said : undefined
    if (did && verb && /^(?:组织|动员|发动|吸引|带动|安排|引导)$/.test(verb))
      return did.replace(/^(?:参加|参与|投入)(?=..)/, '')
    return verb ?? predicate ?? (neighbour && this.items.get(neighbour)?.zh) ?? before.verb ?? ''
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
        sentence.paragraph - other.sentence.paragraph <= 2 &&
        quantity.numberStart - other.quantity.end < 300 &&
        (other.quantity.unitKind !== 'duration') === (quantity.unitKind !== 'duration') &&
        (this.items.get(other)?.zh ?? '') !== '',
    )
    return (
      near.findLast(
        (other) => other.quantity.unit === quantity.unit && (other.figure || other.sentence === sentence),
      ) ??
      (quantity.unitKind === 'money'
        ? undefined
        : near.findLast((other) => other.sentence === sentence && !other.figure && other.quantity.value === 1)) ??
      (quantity.unitKind === 'person'
        ? near.findLast((other) => other.sentence === sentence && other.quantity.unitKind === 'person')
        : undefined) ??
      (quantity.unit === null
        ? near.findLast(
            (other) =>
              other.sentence === sentence && other.figure && /^(?:thing|action)$/.test(other.quantity.unitKind ?? ''),
          )
        : undefined) ??
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
