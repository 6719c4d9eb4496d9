import type { Act, Lens, Text } from '../model/index.js'
import { documentText } from './documents.js'
import { sentenceCase, withArticle } from './english.js'
import { verbsIn } from './find-verb.js'
import { gistOf } from './gist.js'
import { givingAlternatives, isGiving, saysGift } from './giving.js'
import { expandHome, type Home, renderParty } from './names.js'
import { composePhrase } from './phrases.js'
import { termsInUse } from './terms.js'
import { isOfOne, tellClause } from './told-clause.js'
import { isIntransitive, recipientPreposition, renderVerb } from './verbs.js'

/** What was done, without a figure: the first clause whose verb and object the terms cover, else what it speaks of, else its category, both marked. */
export function actText(act: Pick<Act, 'category' | 'text'>, lens: Lens, home: Home): Text {
  const done = doneIn(expandHome(act.text.zh, home), home)
  if (done) return { zh: act.text.zh, en: done, enBasis: 'composed' }
  const gist = gistOf(act.text.zh, lens)
  if (gist !== '') return { zh: act.text.zh, en: `[Reported: ${gist}]`, enBasis: 'composed' }
  const label = lens.categories.find(({ id }) => id === act.category)?.label.en ?? 'activity'
  return { zh: act.text.zh, en: `[Reported: ${label}]`, enBasis: 'composed' }
}

/** Verbs that tell a deed; the many others (加强, 落实, 贯彻) tell an attitude. */
const otherDeeds =
  '成立|组建|发布|发出|召开|举办|举行|制定|出台|印发|张贴|悬挂|制作|发放|慰问|走访|看望|表彰|通报表扬|设立|开通|开设|推送|派出|选派|抽调|招募|采购|配送|开展|发起|建立|推出|转载|播放|编写|编印|拍摄|启动|公布|送去|收到'

let kept: { giving: string; pattern: RegExp } | undefined

function deeds(): RegExp {
  const giving = givingAlternatives(2)
  if (kept?.giving !== giving) kept = { giving, pattern: new RegExp(`(?:${giving}|${otherDeeds})了?`, 'u') }
  return kept.pattern
}

/** Words before a verb that make it no deed: demanded, called for or planned. */
const notDone =
  /要求|应当|必须|计划|准备|号召|倡议|鼓励|引导|呼吁|督促|推动|希望|旨在|用于|对于?|抓紧|加快|尽快|不得|可以?$|[要请需应将]|的$/u

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
  const who = subjectOf(before)
  // 踊跃捐款; 捐款账户 is no deed
  if (saysGift(match[0])) return who && (rest === '' || verbsIn(rest)[0]?.start === 0) ? `${who} ${verb.past}` : null
  const object = objectOf(rest)
  // A receipt for a gift, its giver: a noun, no deed.
  if (!object || (isGiving(match[0].replace('了', '')) && /者|人$|收据|票据|金额|支出/u.test(rest))) return null
  const receiver = /[向给为](\p{Script=Han}{2,20}?)(?:及时|迅速|首先|再次|免费|集中)*$/u.exec(before)?.[1]
  const party = receiver ? renderParty(receiver, home) : null
  const to = party && !party.isRaw && party.basis !== 'pinyin' ? ` ${recipientPreposition(verb)} ${party.en}` : ''
  return who ? `${who} ${verb.past} ${object}${to}` : `${object} ${verb.participle}${to}`
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
  return `${told.subject} ${past} ${told.object}${told.tail}`
}

/** 全市职工踊跃: persons or bodies of a kind that the terms cover; the home body is not named again. */
function subjectOf(before: string): string | null {
  const zh = before.replace(/[向给为].*$/u, '').replace(/(?:踊跃|积极|主动|自发|纷纷|先后|还|也|及时|迅速)+$/u, '')
  if (!/^(?:全[省市县区国]|广大|各)/u.test(zh)) return null
  const phrase = composePhrase(zh, 'many')
  return phrase && /^(?:person|organisation|mass)$/.test(phrase.domain) ? phrase.en : null
}

function objectOf(text: string): string | null {
  const title = /^《([^》]+)》(\p{Script=Han}{2,6})?/u.exec(text)
  if (title) {
    const kind = title[2] ? inItsNumber(title[2]) : null
    if (kind) return kind
    const { en, enBasis } = documentText(title[1] ?? '')
    return enBasis === 'pinyin'
      ? null
      : en.replace(/^\[(.*), original title in Chinese\]$/, '$1').replace(/^\[(.*)\]$/, '$1')
  }
  const zh = text
    .replace(/《[^》]*》?/gu, '')
    .replace(/^“[^”]*”(?=\p{Script=Han})/u, '')
    .replace(/由.+$/u, '')
    .replace(/(?:等|等工作|工作)$/u, '')
    .trim()
  if (zh.length < 2 || zh.length > 40 || /\d/.test(zh)) return null
  const listedBodies = /、.*(?:小组|指挥部|专班|委员会)$/u.test(zh)
  if (listedBodies) return headOf(zh)
  const phrase = inItsNumber(zh) ?? inItsNumber(`${zh}工作`)
  return phrase ?? headOf(zh)
}

/** People and goods are many; of a notice, a meeting or a group there is one where the text gives no number. */
function inItsNumber(zh: string): string | null {
  const one = composePhrase(zh, 'one')?.en
  return one !== undefined && isOfOne(one) ? one : (composePhrase(zh, 'many')?.en ?? null)
}

/** Of a longer object only its head, at least three characters that say what it is. */
function headOf(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 20); size > 2; size--) {
    const head = termsInUse().find(zh.slice(-size), 'noun', 'name')
    if (head?.domain === 'epidemic' && head.pos === 'noun' && !/[组队部]$/u.test(head.zh)) return null
    if (head) return head.pos === 'name' ? head.en : inItsNumber(head.zh)
  }
  return null
}
