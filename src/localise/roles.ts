import type { Text } from '../model/index.js'
import { describedPeople } from './described.js'
import { listed } from './english.js'
import { expandHome, type Home, isHome } from './home.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { romanised } from './pinyin.js'
import { leadingPlaces, renderPlace } from './places.js'
import { plainOwner, readPost } from './posts.js'
import { termsInUse } from './vocabulary.js'

/** 市妇联党组书记、主席 → Secretary of the Leading Party Members' Group and Chairperson, municipal Women's Federation. */
export function renderRole(zh: string, home: Home): Text {
  const parts = expandHome(zh, home)
    .split(/[、，]|(?<=[长席记任委员理人裁])兼(?!职)/u)
    .filter((part) => part !== '')
  const read = parts.map((part) => onePost(part, home))
  if (read.every((post) => post === null)) {
    const whole = composePhrase(zh, 'one')
    return whole ? { zh, en: whole.en, enBasis: whole.basis } : { zh, en: romanised(zh), enBasis: 'pinyin' }
  }
  const posts = read.flatMap((post) => post ?? [])
  const owner = posts.find((post) => post.owner !== '')?.owner ?? ''
  const names = posts.map((post) => post.post)
  const list = listed(names)
  return { zh, en: owner === '' ? list : `${list}, ${owner}`, enBasis: 'composed' }
}

function onePost(zh: string, home: Home): { post: string; owner: string } | null {
  // 省三八红旗手, 湘籍企业家: no post of a body's.
  const described = describedPeople(zh, 'one', composePhrase)
  if (described) return { post: described.en, owner: '' }
  const read = postOf(zh.replace(/^(?:该|本|我)(?=公司|局|院|校|厅|委|中心|集团)/u, ''), home)
  // Only the Ministries have ministers; the head of any other 部 is its head.
  if (!read || /^Ministry/.test(read.owner)) return read
  return { ...read, post: read.post.replace(/Vice-Minister$/, 'Deputy Head').replace(/Minister$/, 'Head') }
}

function postOf(zh: string, home: Home): { post: string; owner: string } | null {
  const read = readPost(zh)
  if (!read) return null
  const { head } = read
  const post = read.en
  if (head === '') return { post, owner: '' }
  if (isHome(head, home)) return { post, owner: home.en }
  const where = placeOf(head)
  if (where) return { post: composePhrase(zh.slice(where.length), 'one')?.en ?? post, owner: renderPlace(where) }
  const body =
    composeOrganisation(head) ??
    (/(?:公司|合作社|医院|学校|工厂|[院厂店])$/u.test(head) ? composeOrganisation(head, { loose: true }) : null)
  if (body) return { post, owner: body.en }
  const plain = plainOwner(head)
  if (plain) return 'owner' in plain ? { post, owner: plain.owner } : { post: about(post, plain.about), owner: '' }
  const owner = partOwner(head) ?? composeOrganisation(head, { loose: true })
  if (owner) return { post, owner: owner.en }
  const { length } = leadingPlaces(head, { shortCounties: true })
  const isPlace = length === head.length || /[省市县区州镇乡村]$/u.test(head)
  // Syllables of a body that nothing is known of tell less than the post alone.
  return { post, owner: isPlace && head.length <= 8 ? renderPlace(head) : '' }
}

/** 项目负责人: Person in Charge (project). */
function about(post: string, thing: string): string {
  return `${post} (${thing})`
}

/** 桐渡县 of 桐渡县巾帼志愿者: the place before a plain description; null where a body's name goes on. */
function placeOf(head: string): string | null {
  const place = /^\p{Script=Han}{2,3}[省市县区镇乡村]/u.exec(head)?.[0]
  if (!place || composeOrganisation(head)) return null
  const rest = head.slice(place.length)
  return rest === '' || composePhrase(rest, 'one') || termsInUse().find(rest, 'adjective') ? place : null
}

/** The body at the beginning, else at the end, of a longer description: 国家发改委产业发展司 → the commission. */
function partOwner(zh: string): { en: string } | null {
  for (let size = zh.length - 1; size > 2; size--) {
    const start = composeOrganisation(zh.slice(0, size))
    if (start) return start
  }
  for (let size = zh.length - 1; size > 3; size--) {
    const end = composeOrganisation(zh.slice(-size))
    if (end) return end
  }
  return null
}
