const NAMES = '[\\p{Script=Han}·]{2,4}(?:[\\s、，,　]{1,3}[\\p{Script=Han}·]{2,4}){0,7}'
const DATELINE = new RegExp(
  `[（(](?:本报|特约|见习|实习)?记者[:：\\s]*(${NAMES})\\s*(?:整合|报道|编译|综合)?[）)]`,
  'u',
)
const WIRE = new RegExp(`^(?:新华社|中新社|本报|[\\p{Script=Han}]{2,6}报)?记者\\s?(${NAMES})$`, 'u')
const CLOSING = new RegExp(
  `[（(](?:[\\p{Script=Han}]{0,8}记者|作者|文|撰稿)?[:：\\s/]*(${NAMES})(?:采写|报道|文)?[）)]$`,
  'u',
)

/** Who wrote it, from the dateline 电（记者某某）, a line 记者某某, or the brackets that close the last sentence. */
export function authorIn(first: string, last: string): string | null {
  const dateline = DATELINE.exec(first.slice(0, 120))?.[1] ?? WIRE.exec(first.slice(0, 60))?.[1]
  if (dateline !== undefined) return dateline
  const end = last.slice(-80)
  const marked = /[（(](?:[\p{Script=Han}]{0,8}记者|作者)/u.test(end)
  return marked ? (CLOSING.exec(end)?.[1] ?? null) : null
}
