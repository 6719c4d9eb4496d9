import type { Text } from '../model/index.js'
import { giverOf } from './givers.js'
import type { Home } from './home.js'
import { renderParty } from './names.js'
import { renderItem } from './quantity.js'

const between = ' · '
/** Between the items of a sum of ours. */
const plus = ' + '
const towards = '→ '

/** Giver · kind · → receiver, each on its own. */
export function composeQualifier(qualifier: Text, home: Home): Text {
  if (qualifier.en !== '') return qualifier
  const parts = qualifier.zh.split(between).map((part) =>
    part
      .split(plus)
      .map((one) => englishOf(one, home))
      .join(plus),
  )
  return { zh: qualifier.zh, en: parts.join(between), enBasis: 'composed' }
}

function englishOf(part: string, home: Home): string {
  if (part.startsWith(towards))
    return `${towards}${renderParty(part.slice(towards.length), home).en.replace(/^the /, '')}`
  const giver = giverOf(part, home)
  const item = giver === null || giver === part ? renderItem(part) : null
  if (item && !/[和与、]/u.test(part)) return item.many
  const party = renderParty(giver ?? part, home)
  // 市总工会为柳湾市: a clause cut short whose doer is the home body.
  return (giver === null && party.basis === 'pinyin' && home.en !== '' ? home.en : party.en).replace(/^the /, '')
}
