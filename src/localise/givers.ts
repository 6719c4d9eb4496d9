import { verbsIn } from './find-verb.js'
import { type Home, isHome } from './home.js'
import { composeOrganisation } from './organisations.js'

/** Who did it, without the verb that a clause's subject may carry; null where it is the home body, or those called upon. */
export function giverOf(zh: string, home: Home): string | null {
  if (
    /^(?:据|(?:本报|新华社)?记者|号召|发动|动员|倡议|引导|鼓励|支持|用于|推动|促进|帮助|带动|指导|让|使|为了?|对)/u.test(
      zh,
    )
  )
    return null
  const text = zh
    .replace(/(?<=\p{Script=Han}{4})个人$/u, '')
    .replace(/^(?:紧急|迅速|立即|主动|积极)*(?:联合|会同|[与同和])?(?=\p{Script=Han}{3})/u, '')
  const organised = /^(.{2,}?)(?:机关)?(?:组织|为|向)(?!\p{Script=Han}*(?:联合会|协会)$)/u.exec(text)?.[1]
  if (organised && isHome(organised, home)) return null
  const verb = verbsIn(text).find(({ start, end }) => start > 2 && end < text.length)
  const name =
    verb && (isHome(text.slice(0, verb.start), home) || composeOrganisation(text.slice(0, verb.start)))
      ? text.slice(0, verb.start)
      : text
  return isHome(name, home) ? null : name
}
