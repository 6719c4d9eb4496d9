import type { Text } from '../../model/index.js'

/** A text cut to at most so many characters in each language, after a clause or a word where there is one, with `…`. */
export function shortened(text: Text, most: { zh: number; en: number }): Text {
  return {
    ...text,
    zh: cut(text.zh, most.zh, /[，。；、][^，。；、]*$/),
    en: cut(text.en, most.en, /\s\S*$/),
  }
}

function cut(text: string, most: number, ends: RegExp): string {
  if (text.length <= most) return text
  const room = [...text.slice(0, most)].join('').replace(/[\ud800-\udbff]$/, '')
  const end = room.search(ends)
  return `${room.slice(0, end > most / 3 ? end : room.length).trimEnd()}…`
}
