import type { Text } from '../model/index.js'
import { type Home, renderParty } from './names.js'
import { renderItem } from './quantity.js'

const between = ' · '
const towards = '→ '

/** Giver · kind · → receiver, each on its own. */
export function composeQualifier(qualifier: Text, home: Home): Text {
  if (qualifier.en !== '') return qualifier
  const parts = qualifier.zh.split(between).map((part) => {
    if (part.startsWith(towards)) return `${towards}${renderParty(part.slice(towards.length), home).en}`
    return renderItem(part)?.many ?? renderParty(part, home).en.replace(/^the /, '')
  })
  return { zh: qualifier.zh, en: parts.join(between), enBasis: 'composed' }
}
