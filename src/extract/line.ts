/** A line of a page: a paragraph, heading, list item or table row, with what its making tells about it. */
export interface Line {
  text: string
  kind: 'text' | 'item' | 'row' | 'caption'
  /** Set apart by its maker: a heading element, all bold, a Markdown heading. */
  marked: boolean
  /** Characters of the text that stand in links. */
  linked: number
  /** In a part of the page that is named as something beside the article: sharing, ranking, related news. */
  aside: boolean
}

export function textLine(text: string, extra: Partial<Line> = {}): Line {
  return { text, kind: 'text', marked: false, linked: 0, aside: false, ...extra }
}

const SENTENCE_END = /[。！？!?；;…][”’"」』）)]*$/
const COMMAS = /[，,、；;]/

/** Running text: it ends as a sentence does, holds one, or is too long for anything else. */
export function isProse(text: string): boolean {
  if (text.length >= 60) return true
  return text.includes('。') || (text.length >= 15 && SENTENCE_END.test(text) && COMMAS.test(text))
}

/** Number of Chinese characters. */
export function countChinese(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) count++
  }
  return count
}
