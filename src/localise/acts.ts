import type { Act, Lens, Text } from '../model/index.js'
import { sentenceCase } from './english.js'
import { documentText } from './headings.js'
import { expandHome, type Home } from './names.js'
import { composePhrase } from './phrases.js'
import { romanised } from './pinyin.js'
import { shippedTerms } from './terms.js'
import { renderVerb } from './verbs.js'

/** What was done, without a figure: the first clause whose verb and object the terms cover, else the category, marked. */
export function actText(act: Pick<Act, 'category' | 'text'>, lens: Lens, home: Home): Text {
  const done = doneIn(expandHome(act.text.zh, home))
  if (done) return { zh: act.text.zh, en: done, enBasis: 'composed' }
  const label = lens.categories.find(({ id }) => id === act.category)?.label.en ?? 'activity'
  return { zh: act.text.zh, en: `[Reported: ${label}]`, enBasis: 'composed' }
}

/** Verbs that tell a deed; the many others (加强, 落实, 贯彻) tell an attitude. */
const deeds =
  /(?:成立|组建|发布|发出|召开|举办|举行|制定|出台|印发|张贴|悬挂|制作|发放|捐赠|捐献|募集|筹集|慰问|走访|看望|表彰|设立|开通|推送|派出|选派|抽调|招募|采购|配送|开展|建立|推出|转载|播放|编写|拍摄)了?/u

function doneIn(sentence: string): string | null {
  const clauses = sentence.split(/[，,。；;：:](?![^《]*》)/u)
  for (const clause of clauses) {
    const match = deeds.exec(clause)
    if (!match) continue
    const object = objectOf(clause.slice(match.index + match[0].length))
    const verb = renderVerb(match[0].replace('了', ''))
    if (object && verb) return `${sentenceCase(object)} ${verb.participle}.`
  }
  return null
}

function objectOf(text: string): string | null {
  const title = /^《([^》]+)》/u.exec(text)
  if (title) {
    const { en, enBasis } = documentText(title[1] ?? '', romanised)
    return enBasis === 'pinyin' || en.startsWith('[') ? null : en
  }
  const zh = text
    .replace(/《[^》]*》?/gu, '')
    .replace(/由.+$/u, '')
    .replace(/(?:等|等工作|工作)$/u, '')
    .trim()
  if (zh.length < 2 || zh.length > 40 || /\d/.test(zh)) return null
  const listedBodies = /、.*(?:小组|指挥部|专班|委员会)$/u.test(zh)
  const phrase = listedBodies ? null : (composePhrase(zh, 'many') ?? composePhrase(`${zh}工作`, 'many'))
  return phrase ? phrase.en : headOf(zh)
}

/** Of a longer object only its head, at least three characters that say what it is. */
function headOf(zh: string): string | null {
  for (let size = Math.min(zh.length - 1, 20); size > 2; size--) {
    const head = shippedTerms().find(zh.slice(-size), 'noun', 'name')
    if (head)
      return head.pos === 'name'
        ? head.en
        : (composePhrase(head.zh, head.domain === 'person' ? 'many' : 'one')?.en ?? null)
  }
  return null
}
