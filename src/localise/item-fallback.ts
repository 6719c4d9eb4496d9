import type { Quantity } from '../model/index.js'
import { verbsIn } from './find-verb.js'
import { composePhrase } from './phrases.js'
import { syllables } from './pinyin.js'
import type { Item } from './quantity.js'
import { renderUnit } from './units.js'
import { termsInUse } from './vocabulary.js'

/**
 * An item that the terms do not cover whole: its head noun alone (活禽经营者 → traders), or for persons the last word for
 * persons in it. Null where it has no known head.
 */
export function headItem(zh: string, quantity: Pick<Quantity, 'unit'>): (Item & { zh: string }) | null {
  const ofPersons = renderUnit(quantity.unit).kind === 'person' || /^[名位]$/u.test(quantity.unit ?? '')
  for (let size = zh.length - 1; size > 1; size--) {
    const head = nounOf(zh.slice(-size))
    if (head && (!ofPersons || head.domain === 'person')) return { ...head, zh: zh.slice(-size) }
  }
  for (let end = zh.length - 1; end > 1; end--) {
    for (let start = 0; start < end - 1; start++) {
      const inner = nounOf(zh.slice(start, end))
      // 窗口开 is a noun with a verb behind it; 应急物资中转站 is no supplies.
      const rest = zh.slice(end)
      const isWhole =
        start === 0 &&
        inner?.domain !== 'epidemic' &&
        (/^(?:之一|对口|[助为获到给让使来去开因由在与即外内中上将被]|申报|新增)/u.test(rest) ||
          verbsIn(rest)[0]?.end === rest.length)
      if (inner && (isWhole || (ofPersons && inner.domain === 'person'))) return { ...inner, zh: zh.slice(start, end) }
    }
  }
  return null
}

function nounOf(zh: string): Item | null {
  const term = termsInUse().find(zh, 'noun')
  const [one, many] = [term && composePhrase(zh, 'one'), term && composePhrase(zh, 'many')]
  return one && many ? { one: one.en, many: many.en, uncountable: many.uncountable, domain: many.domain } : null
}

/** The Chinese noun itself, in pinyin between quotation marks, so that nobody takes it for English. */
export function pinyinItem(zh: string): Item {
  const name = `“${syllables(zh).join(' ').replace(/\s+/g, ' ').trim()}”`
  return { one: name, many: name, uncountable: false, domain: '' }
}
