import { carriesLevel } from './kind-wording.js'
import { describePlace, type Leading, leadingPlaces, type Place } from './places.js'
import type { Term } from './terms.js'
import { termsInUse } from './vocabulary.js'

/** Bodies of a neighbourhood, called by its name alone: 翠苑派出所. */
const local = /^(?:派出所|司法所|居委会|居民委员会|村委会|村民委员会|办事处|税务所|供电所)$/u

export function wholePlace(zh: string): readonly Place[] | null {
  const { places, length } = leadingPlaces(zh, { shortCounties: true })
  if (places.length > 0 && length === zh.length) return places
  // A place that no list has (a new city, an invented one): by its ending alone.
  return /^\p{Script=Han}{2,4}(?:省|市|县|区|镇|乡|街道|社区|村)$/u.test(zh) &&
    !/^[全各本我该]/u.test(zh) &&
    !beginsWithName(zh)
    ? [describePlace(zh)]
    : null
}

/** 国网天台县, 民盟云岫市: a body's name and a place. */
function beginsWithName(zh: string): boolean {
  const terms = termsInUse()
  for (let size = zh.length - 1; size > 1; size--) if (terms.find(zh.slice(0, size), 'name')) return true
  return false
}

/** 江岭 + 省委: a place that no list has, its level said by the kind. */
export function unlistedPlace(zh: string, kind: Term): readonly Place[] | null {
  if (
    !(carriesLevel.test(kind.zh) || local.test(kind.zh)) ||
    !/^\p{Script=Han}{2,3}$/u.test(zh) ||
    termsInUse().get(zh).length > 0
  )
    return null
  return [describePlace(zh)]
}

/** The places that a name begins with; of one that no list has (江城市…) its ending. */
export function placesBefore(head: string): Leading {
  const known = leadingPlaces(head)
  const own = known.length > 0 ? undefined : /^\p{Script=Han}{2,3}?[省市县区镇乡](?=\p{Script=Han})/u.exec(head)?.[0]
  return own && !/^[全各本我该]/u.test(own) ? { places: [describePlace(own)], length: own.length } : known
}
