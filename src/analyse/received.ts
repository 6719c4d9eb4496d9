import { isParty } from '../language/index.js'
import type { Giving } from './giving.js'
import type { Mention, Reading } from './reading.js'
import { clean, countedParty, isSpeech, named, opening, subjectOf } from './subjects.js'

/** The sides of what was given, told from the side of those who got it; null where a side is not named. */
export interface Received {
  giver: string | null
  receiver: string | null
}

const receiving =
  // 奖章获得者葛松林 is a person, who gives
  /^(.*?)(?:(?:收到|接收|接到|接受|获得)(?![者方])|(?<![荣缴收抓捕查])获(?![悉评奖批救刑得知准胜取利]))了?([^，。；]*)$/u

/** [总会]共收到[社会各界]捐赠款物600万元, [镇卫生院]获[市总工会]拨付药品. Null where nothing is said to have been received. */
export function receivedIn({ plain }: Reading, mention: Mention, giving: Giving): Received | null {
  const { clause, sentence, quantity } = mention
  const told = receiving.exec(plain.slice(clause.start, quantity.start))
  // 收到溪口中学2316名[师生]捐款: those counted give
  const behind = (told?.[2] ?? '').replace(/^[^，。；\d]*\d[\d.,]*[万余多]*[名位家](?=..)/, '')
  const given = told && giving.given.exec(behind)
  if (!told || !given) return null
  const giver = clean((given[1] ?? '').replace(/^(?:来自|由)/, ''))
  return {
    giver: giver.length > 1 && isParty(giver) ? (named(plain, clause.start, giver) ?? null) : null,
    receiver: receiverIn(plain, mention, told[1] ?? '') ?? subjectBefore(plain, sentence.start, clause.start),
  }
}

function receiverIn(plain: string, { clause }: Mention, head: string): string | undefined {
  const noun = clean(
    countedParty(head.replace(opening, '')) ??
      head.replace(opening, '').replace(/^[一二两三四五六七八九十百千]+[所家个名位](?=..)/, ''),
  )
  // 全县接收: where, not who
  return noun.length > 1 && isParty(noun) && !/^[全我本][省市县区国]$/.test(noun)
    ? named(plain, clause.start, noun)
    : undefined
}

/** Who the clause before speaks of. */
function subjectBefore(plain: string, from: number, to: number): string | null {
  const clauses = plain
    .slice(from, to)
    .split(/[，；]/)
    .filter((text) => text !== '')
  for (const clause of clauses.reverse()) {
    const found = isSpeech(clause) ? null : subjectOf(clause.slice(0, 60))
    if (found) return named(plain, from, found) ?? null
  }
  return null
}
