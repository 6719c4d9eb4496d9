import { cssString } from './style.js'
import type { Desk } from './view/desk.js'

/** What only code can write into the style sheet: the paper and the running head with this briefing's title. */
export function pageRules(
  { briefing, languages }: Pick<Desk, 'briefing' | 'languages'>,
  paper: 'A4' | 'Letter',
): string {
  const titles = languages.map((language) => briefing.title[language] || briefing.title.zh).filter(Boolean)
  const head = [...new Set(titles)].map((title) => (title.length > 60 ? `${title.slice(0, 58)}…` : title))
  return [
    `@page{size:${paper} portrait}`,
    `@page{@top-left{content:${cssString(head[0] ?? '')}}@top-right{content:${cssString(head[1] ?? '')}}}`,
    `@page{@bottom-left{content:${cssString(briefing.date ?? '')}}}`,
    '@page :first{@top-left{content:none}@top-right{content:none}}',
  ].join('\n')
}
