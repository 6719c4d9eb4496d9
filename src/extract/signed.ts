import type { Credit } from './byline.js'

const LABEL =
  /^(?:[\p{Script=Han}]{2,6}[报网台社]|本报|本网|本台|本刊|特约|见习|实习|全媒体|融媒体?|首席|新华社)*(记者|通讯员|作者|撰文|撰稿|供稿|采写|摄影|摄像|文|图|图文|编辑|校对|审核)[:：/]?$/u
const NAME = /^[\p{Script=Han}·]{2,5}$/u
const OFFICE = /^[\p{Script=Han}]{1,12}(?:[部处室科院局委办会社台站网报厅馆校组队]|中心|集团|公司|政府|支部)$/u
const BRACKETS = /^[（(【[]\s*(.{2,56}?)\s*[）)】\]]$/

/** A line that is nothing but who made the article, without colons: `本报记者 某某 通讯员 某某`, `（宣传科 某某）`. */
export function signedCredits(text: string): Credit[] {
  if (text.length > 60) return []
  const inside = BRACKETS.exec(text)?.[1]
  const words = (inside ?? text).split(/[\s、，,/／]+/).filter((word) => word !== '')
  const credits: Credit[] = []
  let label: string | null = null
  for (const word of words) {
    const named = LABEL.exec(word)?.[1]
    if (named !== undefined) label = named
    else if (!NAME.test(word)) return []
    else if (label !== null) add(credits, label, word)
    else if (inside !== undefined && words.length >= 2 && OFFICE.test(word)) {
      label = '供稿'
      add(credits, label, word)
    } else return []
  }
  return credits
}

function add(credits: Credit[], label: string, name: string): void {
  const last = credits.at(-1)
  if (last?.label === label) last.value += ` ${name}`
  else credits.push({ label, value: name })
}
