import type { Expectations, Language } from '../model/index.js'

/** A briefing in some of its languages: its page and what must be found again in it. */
export interface Part {
  html: string
  contents: string[]
  expectations: Expectations
}

/**
 * One page of two parts, one language after the other: the second with ids of its own, so that every link stays within
 * its language.
 */
export function inSequence([first, second]: readonly [Part, Part], language: Language): Part {
  const own = (id: string): string => `${language}-${id}`
  const body = bodyOf(second.html)
    .replace(/\s(id|data-page-of|aria-labelledby)="([^"]+)"/g, (_, name: string, id: string) => ` ${name}="${own(id)}"`)
    .replace(/\shref="#([^"]+)"/g, (_, id: string) => ` href="#${own(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`)
  const lang = language === 'zh' ? 'zh-Hans' : 'en'
  const html = first.html.replace(/<\/body>(?![\s\S]*<\/body>)/, () => {
    return `<div lang="${lang}" style="break-before:page">\n${body}\n</div>\n</body>`
  })
  const [a, b] = [first.expectations, second.expectations]
  return {
    html,
    contents: [...first.contents, ...second.contents.map(own)],
    expectations: {
      ...a,
      // The sentences of the evidence are Chinese, its numbers digits, in both parts.
      languages: [...new Set([...a.languages, ...b.languages])],
      figures: [...a.figures, ...b.figures.map((figure) => ({ ...figure, anchor: own(figure.anchor) }))],
      charts: [...a.charts, ...b.charts.map(({ id, labels }) => ({ id: own(id), labels }))],
      anchors: [...a.anchors, ...b.anchors.map(own)],
      headings: [...a.headings, ...b.headings.map(own)],
    },
  }
}

function bodyOf(html: string): string {
  const start = html.indexOf('>', html.indexOf('<body')) + 1
  return html.slice(start, html.lastIndexOf('</body>')).trim()
}
