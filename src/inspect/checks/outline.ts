import { plainText } from '../reading/plain.js'
import { type CheckOf, check } from './check.js'

/** Headings are given as their text, or as their id: of an id, the page must be one that the outline leads to. */
export const outlinePresent: CheckOf = ({ outline, destinations }, { headings }) => {
  const titles = new Set(outline.map(({ title }) => plainText(title)))
  const pages = new Set(outline.map(({ page }) => page))
  const inOutline = (heading: string) => {
    if (titles.has(plainText(heading))) return true
    const page = destinations.get(heading)
    return page === undefined ? isId.test(heading) : pages.has(page)
  }
  const missing = headings.filter((heading) => !inOutline(heading)).map((heading) => `"${heading}"`)
  const dead = outline.filter(({ page }) => page === null).map(({ title }) => `"${title}" leads nowhere`)
  const few = outline.length < headings.length ? [`${outline.length} entries for ${headings.length} headings`] : []
  const none = outline.length === 0 ? ['there is no outline'] : []
  const failures = [...none, ...few, ...missing, ...dead]
  return check('outline-present', `the outline has ${outline.length} entries`, 'the outline is not complete', failures)
}

const isId = /^[A-Za-z][\w-]*$/
