import { plainText } from '../reading/plain.js'
import { type CheckOf, check } from './check.js'

export const outlinePresent: CheckOf = ({ outline }, { headings }) => {
  const titles = new Set(outline.map(({ title }) => plainText(title)))
  const missing = headings.filter((heading) => !titles.has(plainText(heading))).map((heading) => `"${heading}"`)
  const dead = outline.filter(({ leads }) => !leads).map(({ title }) => `"${title}" leads nowhere`)
  const none = outline.length === 0 ? ['there is no outline'] : []
  return check('outline-present', `the outline has ${outline.length} entries`, 'the outline is not complete', [
    ...none,
    ...missing,
    ...dead,
  ])
}
