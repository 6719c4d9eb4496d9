import type { Fact } from '../model/index.js'
import type { Mention, Reading, SentenceReading } from './reading.js'

const strongTotals = /(?:总额|总价值|总值|总计|合计|共计)[\u4e00-\u9fff]*$/
const inside = /^[（(](?:其中|含|包含|包括|内含|分别)/

/**
 * Marks totals and their parts: brackets (含…), 其中 and a total that closes a list. A part has its total's unit, except
 * in brackets that say what a value consists of.
 */
export function markRoles(reading: Reading, facts: Map<Mention, Fact>): void {
  let before: Mention[] = []
  for (const sentence of reading.sentences) {
    const mentions = sentence.mentions.filter((mention) => facts.has(mention))
    markBrackets(reading, mentions, facts)
    markAmong(reading, sentence, mentions, before, facts)
    markSums(reading, mentions, facts)
    markWithin(reading, mentions, facts)
    if (mentions.length > 0) before = mentions
  }
}

function link(total: Fact, part: Fact): void {
  if (part.partOf !== null || part === total || total.partOf === part.id) return
  total.role = total.role === 'part' ? 'part' : 'total'
  part.role = 'part'
  part.partOf = total.id
}

function markBrackets({ plain }: Reading, mentions: Mention[], facts: Map<Mention, Fact>): void {
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1]
    if (!next) continue
    const between = plain.slice(mention.quantity.end, next.quantity.start)
    const open = between.search(/[（(]/)
    if (open < 0 || !inside.test(between.slice(open)) || /[）)]/.test(between.slice(open))) continue
    const from = mention.quantity.end + open
    const close = plain.slice(from, from + 300).search(/[）)]/)
    const total = facts.get(mention)
    for (const part of mentions.slice(index + 1)) {
      if (close >= 0 && part.quantity.start > from + close) break
      const fact = facts.get(part)
      const value = mention.quantity.unitKind === 'money'
      if (total && fact && (value || part.quantity.unit === mention.quantity.unit)) link(total, fact)
    }
  }
}

/** 其中 in a sentence speaks of the number before it; at a sentence's head, of the last one with the unit of its parts. */
function markAmong(
  { plain }: Reading,
  sentence: SentenceReading,
  mentions: Mention[],
  before: Mention[],
  facts: Map<Mention, Fact>,
): void {
  const among = plain.slice(sentence.start, sentence.end).indexOf('其中')
  if (among < 0) return
  const at = sentence.start + among
  const stop = plain.slice(at, sentence.end).search(/[；;]/)
  const until = stop < 0 ? sentence.end : at + stop
  const parts = mentions.filter(({ quantity }) => quantity.start > at && quantity.start < until)
  const ahead = mentions.filter(({ quantity }) => quantity.end <= at)
  const near = ahead.length > 0 ? ahead : before.filter((mention) => mention.sentence.paragraph === sentence.paragraph)
  const sums = new Map<Fact, number>()
  for (const part of parts) {
    const { quantity } = part
    const total = near.findLast(
      (mention) =>
        quantity.unit !== null &&
        sameUnit(mention, part) &&
        quantity.unitKind !== 'share' &&
        mention.quantity.value >= quantity.value &&
        facts.get(mention)?.quantity.per === facts.get(part)?.quantity.per,
    )
    const whole = total && facts.get(total)
    const fact = facts.get(part)
    if (!whole || !fact || sums.get(whole) === whole.quantity.value) continue
    link(whole, fact)
    // 其中A、B，C: what stands behind parts that make up the whole is none of it
    sums.set(whole, Number(((sums.get(whole) ?? 0) + quantity.value).toPrecision(15)))
  }
}

/** Persons are counted by 名, 位 and 人 alike. */
function sameUnit({ quantity: a }: Mention, { quantity: b }: Mention): boolean {
  const persons = /^[名位人]$/
  return a.unit === b.unit || (persons.test(a.unit ?? '') && persons.test(b.unit ?? ''))
}

/** 13个断面中10个达标, 8名队员中，有5名是党员: the second are some of the first. */
function markWithin({ plain }: Reading, mentions: Mention[], facts: Map<Mention, Fact>): void {
  for (const [index, mention] of mentions.entries()) {
    const next = mentions[index + 1]
    const [total, part] = [facts.get(mention), next && facts.get(next)]
    if (!next || !total || !part || !sameUnit(next, mention)) continue
    if (next.quantity.value > mention.quantity.value || mention.quantity.unitKind === 'share') continue
    const between = plain.slice(mention.quantity.end, next.quantity.start)
    if (
      /^[^，；。、\d]{1,16}(?<![其集家国高初])[中里](?![区县市省央共心国级小学医文华外亚东西南北游转介期旬标])，?[^，；。]{0,10}$/.test(
        between,
      )
    )
      link(total, part)
  }
}

/** 口罩…、现金35万元，总额达374.6万元: what stood before with the same unit and is less is part of it. */
function markSums({ plain }: Reading, mentions: Mention[], facts: Map<Mention, Fact>): void {
  for (const mention of mentions) {
    const fact = facts.get(mention)
    if (!fact) continue
    const ahead = plain.slice(mention.clause.start, mention.quantity.start)
    const counts = mention.quantity.unitKind !== 'share' && fact.quantity.per === null
    if (counts && fact.role === 'single' && strongTotals.test(ahead)) {
      fact.role = 'total'
      for (const other of mentions) {
        const part = facts.get(other)
        const less = other.quantity.value < mention.quantity.value && other.quantity.unit === mention.quantity.unit
        if (
          part?.quantity.per === null &&
          less &&
          other.quantity.end <= mention.quantity.start &&
          part.role === 'single'
        )
          link(fact, part)
      }
    }
  }
}
