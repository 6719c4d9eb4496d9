import type { Fact } from '../model/index.js'
import { withArticle } from './english.js'
import { type Home, shortName } from './home.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { leadingPlaces, renderPlace } from './places.js'
import { termsInUse } from './vocabulary.js'

const clauseEnds = /[，,；;：:]/u

/** Where a clause has no subject of its own it carries the one before: it begins with a verb, an adverb or a preposition. */
const carriesOn =
  /^(?:并|还|也|又|再|先后|共|累计|已|同时|其中|包括|陆续|及时|积极|主动|迅速|第一时间|目前|截[至止]|今年|近日|日前|此后|随后|从|在|向|为|对|给|通过|围绕|依托|针对|按照|根据|联合|会同|用于|[\d一二两三四五六七八九十]|\p{Script=Han}{0,4}(?:月|日|期间|以来|后)$)/u

const ofBodies =
  /\b(?:Federation|Committee|Red Cross|Association|Union|Society|League|Bureau|Commission|Department|Government|Centre|Office|Administration|Group|Company|Hospital|School|University|Court|Procuratorate|Subdistrict|County|District|Branch)\b/g

/** How a body is called where it has been named in full: the Federation. */
export function shortEnglish({ en }: Home): string {
  if (/^Red Cross/.test(en)) return 'the Red Cross'
  const words = en.match(ofBodies) ?? []
  const word = / of /.test(en) ? words[0] : words.at(-1)
  return word && !/^(?:County|District|Subdistrict)$/.test(word) && en.length > 20 ? `the ${word}` : withArticle(en)
}

/**
 * The home body, or another that is named, as the printed subject of a figure's sentence: 市总工会向…送去, and the clauses
 * behind that carry it on. Null where another subject stands between, or where it is not printed.
 */
export function bodyDoes({ evidence }: Fact, home: Home): { zh: string; en: string } | null {
  if (home.zh === '' || home.en === '') return null
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  const clauses = before.split(clauseEnds)
  for (let index = clauses.length - 1; index >= 0; index--) {
    const clause = (clauses[index] ?? '').replace(
      /^.*(?:[年月日号]|期间|以来|以后|目前|近日|[。！？\s])(?=\p{Script=Han}{2})/u,
      '',
    )
    const zh = subjectIn(clause, home)
    if (zh) return { zh, en: shortEnglish(home) }
    const other = bodyIn(clause) ?? bodyIn(clauses[index] ?? '')
    if (other) return other
    if (clause !== '' && !carriesOn.test(clause) && !beginsWithVerb(clause)) return null
  }
  return null
}

/** 锦江国际集团调动…: another body that is named at the beginning and goes on with what it did. */
function bodyIn(clause: string): { zh: string; en: string } | null {
  for (let size = Math.min(clause.length - 2, 16); size > 3; size--) {
    const zh = clause.slice(0, size)
    if (!goesOn(clause.slice(size))) continue
    const isCompany = /^(?![已有共各全多])\p{Script=Han}+(?:公司|集团|银行)$/u.test(zh)
    const isKnown = termsInUse().find(zh, 'name') !== undefined
    const body = isKnown || isCompany ? composeOrganisation(zh, { loose: isCompany }) : null
    if (body && !/\p{L}{17}/u.test(body.en)) return { zh, en: withArticle(body.en) }
  }
  return null
}

function goesOn(rest: string): boolean {
  return (
    /^(?:为|向|给|已|累计|共|还|先后|免费|紧急|积极|主动|第一时间|除夕|春节|截[至止]|自|从|于|\d)/u.test(rest) ||
    beginsWithVerb(rest)
  )
}

/** 市妇联 or its full name at the beginning, behind at most 以来 and the like, and not as the first part of a longer name. */
function subjectIn(clause: string, home: Home): string | null {
  const text = clause.replace(/^(?:由|同时|此外|目前|另外|其中|一是|二是|三是|四是|[一二三四五六]、)/u, '')
  for (const name of [home.zh, shortName(home), home.zh.slice(-3)]) {
    if (name.length < 3 || !text.startsWith(name)) continue
    const rest = text.slice(name.length)
    return rest === '' || !ofIts.test(rest) ? name : null
  }
  return null
}

/** What makes the name only a part of the subject: 市妇联干部, 省委会机关, 市总工会主席. */
const ofIts =
  /^(?:机关|领导|党|主席|副|书记|干部|工作人员|班子|会长|主委|委员|成员|系统|专职|各|所属|下属|下设|的|和|与|及|、|办公室|局|负责人|组织部|宣传)/u

function beginsWithVerb(clause: string): boolean {
  const terms = termsInUse()
  for (let size = Math.min(4, clause.length); size > 1; size--) {
    const word = clause.slice(0, size)
    if (terms.find(word, 'verb')) return true
    if (terms.find(word, 'noun', 'kind', 'name')) return false
  }
  return false
}

/** 确诊病例中，男性272例: among whom people are told apart. */
export function among({ evidence }: Fact): string {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  const zh = /(?:^|[。；;，])在?(\p{Script=Han}{2,10}?)(?:当中|中)[，,][^。；;]*$/u.exec(before)?.[1] ?? ''
  const phrase = zh === '' ? null : composePhrase(zh, 'many')
  return phrase && /^(?:person|epidemic|mass)$/.test(phrase.domain) ? ` among ${phrase.en}` : ''
}

/** 寿光共有温室…: where what is counted is, said at the beginning of its clause or of the list's first. */
export function placeOf({ evidence }: Fact): string {
  const before = evidence.sentence.slice(0, evidence.start - evidence.sentenceStart)
  const clauses = before.split(clauseEnds)
  // 分别是万州区102例、江北区25例
  const right = /(?:是|为|、)(\p{Script=Han}{2,8})$/u.exec(clauses.at(-1) ?? '')?.[1] ?? ''
  if (right !== '' && leadingPlaces(right).length === right.length) return ` in ${renderPlace(right)}`
  for (const clause of clauses.slice(-3).reverse()) {
    const text = clause.replace(/^(?:目前|截[至止].{2,12}|如今|现在)/u, '')
    const { length } = leadingPlaces(text, { shortCounties: true })
    if (length > 0) {
      return /^(?:$|\d{1,4}\p{Script=Han}{1,8}?(?:共|现)?有|(?:共|现|已|总共|累计)?(?:建?有|拥有|现存|尚有|建成|新增))/u.test(
        text.slice(length),
      )
        ? ` in ${renderPlace(text.slice(0, length))}`
        : ''
    }
  }
  return ''
}
