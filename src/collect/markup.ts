/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)
}

/** A page that holds an article and nothing else. `blocks` are HTML. */
export function pageOf(title: string | undefined, blocks: string[]): string {
  const head = title === undefined ? '' : `<title>${escaped(title)}</title>`
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head><body><article>\n${blocks.join('\n')}\n</article></body></html>\n`
}

/** Each line of a text as a paragraph. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line.trim())}</p>`)
}
