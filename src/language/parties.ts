import { endsAsOrganisation } from './organisations.js'
import { endsAsPerson, findPersons } from './persons.js'
import { isPlace } from './places.js'

/** Common nouns for bodies and circles of people that no organisation's name ends with. */
const circle =
  /(?:“?两委”?|系统|单位|企业|机关|部门|机构|组织|队伍?|小组|组|中心|家庭|各界|各地|社团|团体|全体|力量|成员|基层|[省市县区]委办?|[省市县区]?[政府]府办|[省市县区村镇社院部所厂站店馆校局户]|[省市县区乡]级?财政|中央财政|共青团|.中央|[省市县区镇乡](?:第?[一二三四五六七八九十]+[中小]|中心校))$/

/** True where a noun phrase names or describes somebody who can do something: a body, a circle of people, a person. */
export function isParty(text: string): boolean {
  if (circle.test(text) || endsAsOrganisation(text) || endsAsPerson(text) || isPlace(text)) return true
  if (text.length < 4) return false
  const named = findPersons(text).at(-1)
  return named !== undefined && named.start + named.name.length === text.length
}
