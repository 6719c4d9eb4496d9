import { escapeHtml } from '../markup.js'

/** A page that holds an article and nothing else. `blocks` are HTML. */
export function pageOf(title: string | undefined, blocks: string[]): string {
  const head = title === undefined ? '' : `<title>${escapeHtml(title)}</title>`
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head><body><article>\n${blocks.join('\n')}\n</article></body></html>\n`
}

/** Each line of a text as a paragraph. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line.trim())}</p>`)
}
