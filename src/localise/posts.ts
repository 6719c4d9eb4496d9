import { composePhrase } from './phrases.js'
import { termsInUse } from './vocabulary.js'

/** A post in English, and what stands before it in Chinese: whose it is. */
export interface Post {
  en: string
  head: string
}

const ranks: [string, string][] = [
  ['专职', 'Full-time'],
  ['兼职', 'Part-time'],
  ['驻会', 'Resident'],
  ['挂职', 'Seconded'],
  ['常务', 'Executive'],
  ['执行', 'Executive'],
  ['轮值', 'Rotating'],
  ['名誉', 'Honorary'],
  ['荣誉', 'Honorary'],
  ['代理', 'Acting'],
  ['候任', 'Incoming'],
  ['首席', 'Chief'],
  ['第一', 'First'],
  ['资深', 'Senior'],
  ['高级', 'Senior'],
  ['退休', 'retired'],
  ['前任', 'former'],
  ['时任', 'then'],
  ['现任', ''],
  ['原', 'former'],
  ['前', 'former'],
  ['代', 'Acting'],
]

const grades = ['First', 'Second', 'Third', 'Fourth']

/** 常务副主席, 原副主任, 一级调研员, 院长助理: rank, vice and post, as far as the terms hold the post; null where they do not. */
export function readPost(zh: string): Post | null {
  const assistant = /^(.{2,})助理$/u.exec(zh)
  const chief = assistant ? readPost(assistant[1] ?? '') : null
  if (chief) return { ...chief, en: `Assistant to the ${chief.en}` }
  const base = basePost(zh)
  return base && ranked(base)
}

/** 省人大代表 are deputies to the 省人大. */
const seats: Record<string, { en: string; of: string }> = {
  人大代表: { en: 'Deputy', of: '人大' },
  政协委员: { en: 'Member', of: '政协' },
}

/** The longest title at the end; a level that belongs to the body before it (团市委书记) is none of the post's. */
function basePost(zh: string): Post | null {
  for (let size = zh.length; size > 1; size--) {
    const title = termsInUse().find(zh.slice(-size), 'title')
    const head = zh.slice(0, -size)
    const seat = title && head !== '' ? seats[title.zh] : undefined
    if (seat) return { en: seat.en, head: head + seat.of }
    if (title && !(head.endsWith('团') && /^[省市县区州]/u.test(title.zh))) return { en: title.en, head }
  }
  return null
}

function ranked({ en, head }: Post): Post {
  const grade = /^(.*?)([一二三四])级$/u.exec(head)
  if (grade) return { en: `${grades['一二三四'.indexOf(grade[2] ?? '')]}-rank ${en}`, head: grade[1] ?? '' }
  if (head.endsWith('副')) return ranked({ en: vice(en), head: head.slice(0, -1) })
  for (const [word, rank] of ranks) {
    const rest = head.slice(0, -word.length)
    // 市人民政府原: a word before the post, and not the end of a name.
    if (!head.endsWith(word) || (word.length === 1 && rest !== '' && !/[局院校厅会委府部社团司心]$/u.test(rest)))
      continue
    return ranked({ en: `${rank} ${en}`.trim(), head: rest })
  }
  return { en, head }
}

function vice(en: string): string {
  return /^(?:Chair|President|Mayor|Governor|Minister|Premier|Principal|Chancellor)/.test(en)
    ? `Vice-${en}`
    : `Deputy ${en}`
}

const ownerDomains =
  /^(?:organisation|mass|government|body2?|committee|school|hospital|company|business2?|brand|media|community|charity|party|)$/

/** A plain noun before a post: a body of that kind owns it, another thing is what the post is about. */
export function plainOwner(zh: string): { owner: string } | { about: string } | null {
  const phrase = composePhrase(zh, 'one')
  if (!phrase) return null
  return ownerDomains.test(phrase.domain) ? { owner: phrase.en } : { about: phrase.en }
}
