import type { Act, Lens, Text } from '../model/index.js'
import { deedObject, withIndefinite } from './deed-objects.js'
import { sentenceCase, withArticle } from './english.js'
import { verbsIn } from './find-verb.js'
import { gistOf } from './gist.js'
import { givingAlternatives, isGiving, saysGift } from './giving.js'
import { expandHome, type Home } from './home.js'
import { renderParty } from './names.js'
import { composePhrase } from './phrases.js'
import { tellClause } from './told-clause.js'
import { tellSentence } from './told-sentence.js'
import { isIntransitive, recipientPreposition, renderVerb } from './verbs.js'
import { keptFor } from './vocabulary.js'

type Told = Pick<Act, 'category' | 'text'>

/** What was done, without a figure: the first clauses whose verb and object the terms cover; null where there are none. */
export function deedText({ text }: Told, home: Home): Text | null {
  const en = doneIn(expandHome(text.zh, home), home)
  return en === null ? null : { zh: text.zh, en, enBasis: 'composed' }
}

/** Of other sentences what was done, asked for or planned in part, else, in brackets, the kind of act and what it speaks of. */
export function actText({ category, text }: Told, lens: Lens, home: Home): Text {
  const told = tellSentence(expandHome(text.zh, home), home)
  if (told) return { zh: text.zh, en: told, enBasis: 'composed' }
  const label = lens.categories.find(({ id }) => id === category)?.label.en ?? 'Activity'
  const gist = gistOf(text.zh, lens, label)
  return { zh: text.zh, en: `[${label}${gist === '' ? '' : `: ${gist}`}]`, enBasis: 'composed' }
}

/** Verbs that tell a deed; the many others (加强, 落实, 贯彻) tell an attitude. */
const otherDeeds =
  '成立|组建|发布|发出|召开|举办|举行|制定|出台|印发|张贴|悬挂|制作|发放|慰问|走访|看望|表彰|通报表扬|设立|开通|开设|推送|派出|选派|抽调|招募|采购|配送|开展|发起|建立|推出|转载|播放|编写|编印|拍摄|启动|公布|送去|收到'

const deeds = keptFor(() => new RegExp(`(?:${givingAlternatives(2)}|${otherDeeds})了?`, 'u'))

/** Words before a verb that make it no deed: demanded, called for or planned. */
const notDone =
  /要求|应当|必须|计划|准备|号召|倡议|鼓励|引导|呼吁|督促|推动|希望|旨在|用于|对于?|抓紧|加快|尽快|不得|严禁|禁止|没有|尚未|如何|可以?$|[未不没无]$|[要请需应将]|的$/u

/** Deeds told of one sentence. */
const most = 2

function doneIn(sentence: string, home: Home): string | null {
  const told: string[] = []
  for (const clause of sentence.split(/[，,。；;：:](?![^《]*》)/u)) {
    const deed = told.length < most ? (deedOf(clause, home) ?? clauseTold(clause, home)) : null
    if (deed && !told.includes(deed)) told.push(deed)
  }
  return told.length === 0 ? null : `${sentenceCase(told.join('; '))}.`
}

/** One clause: who, where it is said and another than the home body, the verb and its object, and to whom. */
function deedOf(clause: string, home: Home): string | null {
  const match = deeds().exec(clause)
  if (!match || notDone.test(clause.slice(0, match.index))) return null
  const verb = renderVerb(match[0].replace('了', ''))
  if (!verb) return null
  const before = clause.slice(0, match.index)
  const rest = clause.slice(match.index + match[0].length)
  if (rest.startsWith('的') && !/^(?:举行|召开|举办)/u.test(match[0])) return null
  const who = subjectOf(before)
  // 踊跃捐款; 捐款账户 is no deed
  if (saysGift(match[0])) return who && (rest === '' || verbsIn(rest)[0]?.start === 0) ? `${who} ${verb.past}` : null
  const object = deedObject(rest)
  // A receipt for a gift, its giver: a noun, no deed.
  if (!object || (isGiving(match[0].replace('了', '')) && /者|人$|收据|票据|金额|支出/u.test(rest))) return null
  const receiver = /[向给为](\p{Script=Han}{2,20}?)(?:及时|迅速|首先|再次|免费|集中)*$/u.exec(before)?.[1]
  const party = receiver ? renderParty(receiver, home) : null
  const to = party && !party.isRaw && party.basis !== 'pinyin' ? ` ${recipientPreposition(verb)} ${party.en}` : ''
  return who ? `${who} ${verb.past} ${withIndefinite(object)}${to}` : `${object} ${verb.participle}${to}`
}

/** Verbs of attitude and of leading, which tell no deed. */
const attitudes =
  /^(?:落实|贯彻|贯彻落实|学习|学习贯彻|坚持|加强|强化|发挥|充分发挥|履行|践行|增强|提高|提升|推进|推动|推动落实|促进|确保|保障|做好|抓好|抓实|抓细|支持|助力|助推|服务|响应|树立|把握|认识|体现|彰显|展现|贡献|凝聚|牢记|担当|积极|关注|关心|重视|打赢|打好|战胜|应对|防控|抗击|需要|进行|开展|实现|完成|取得|获得|形成|看到|介绍|表示|强调|指出|了解|获悉|据悉|说|讲|认为|告诉|减少|避免|防止|引导|鼓励|倡导|倡议|要求|督促|呼吁)$/u

/** A clause that the terms cover whole: who, where it is another than the home body, did what. */
function clauseTold(clause: string, home: Home): string | null {
  const text = clause.replace(
    /^(?:一|二|三|四|五|六)是|^(?:同时|此外|其中|还|并|目前|近日|今年|春节期间|\p{Script=Han}{2}发生(?:以来|后)?)/u,
    '',
  )
  const told = notDone.test(text) ? null : tellClause(text, home)
  if (
    !told?.whole ||
    told.planned ||
    told.object === '' ||
    attitudes.test(told.verb.zh) ||
    isIntransitive(told.verb.en) ||
    /^(?:通过|获评|评为|统筹|被)/u.test(told.verb.zh)
  )
    return null
  const { past, participle } = told.verb.en
  const isHomes = told.subject === withArticle(home.en)
  if (told.subject === '' || isHomes) return `${told.object} ${participle}${told.tail}`
  return `${told.subject} ${past} ${withIndefinite(told.object)}${told.tail}`
}

/** 全市职工踊跃: persons or bodies of a kind that the terms cover; the home body is not named again. */
function subjectOf(before: string): string | null {
  const zh = before.replace(/[向给为].*$/u, '').replace(/(?:踊跃|积极|主动|自发|纷纷|先后|还|也|及时|迅速)+$/u, '')
  if (!/^(?:全[省市县区国]|广大|各)/u.test(zh)) return null
  const phrase = composePhrase(zh, 'many')
  return phrase && /^(?:person|organisation|mass)$/.test(phrase.domain) ? phrase.en : null
}
