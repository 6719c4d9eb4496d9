import type { Line } from './line.js'

const NAMES = '[\\p{Script=Han}·]{2,4}(?:[\\s、，,　]{1,3}[\\p{Script=Han}·]{2,4}){0,7}'
const DATELINE = new RegExp(
  `[（(](?:本报|特约|见习|实习)?记者[:：\\s]*(${NAMES})\\s*(?:整合|报道|编译|综合)?[）)]`,
  'u',
)
const WIRE = new RegExp(`^(?:新华社|中新社|本报|[\\p{Script=Han}]{2,6}报)?记者\\s?(${NAMES})$`, 'u')
const CLOSING = new RegExp(
  `[（(][\\p{Script=Han}]{0,8}(?:记者|作者|文|撰稿)[:：\\s/]*(${NAMES})(?:采写|报道|文)?[）)]$`,
  'u',
)
/** A name in brackets after the last full stop: two or three characters that begin with a common surname. */
const ALONE =
  /。[（(]([王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤][\p{Script=Han}]{1,2})[）)]$/u

/** Who wrote it, from the dateline 电（记者某某）, a line 记者某某, or the brackets that close the last sentence. */
export function authorIn(lines: Line[]): string | null {
  for (const { text } of lines.slice(0, 4)) {
    const dateline = DATELINE.exec(text.slice(0, 120))?.[1] ?? WIRE.exec(text.slice(0, 60))?.[1]
    if (dateline !== undefined) return dateline
  }
  const end = lines.at(-1)?.text.slice(-80) ?? ''
  const name = CLOSING.exec(end)?.[1] ?? ALONE.exec(end)?.[1] ?? WIRE.exec(end)?.[1]
  return name ?? null
}
