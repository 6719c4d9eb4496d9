import type { Element } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

/** What a screen reader needs: a structure tree with headings, the mark that it is there, the language. */
export const tagged: CheckOf = ({ structure, marked, lang }) => {
  const failures: string[] = []
  if (structure === null) failures.push('no structure tree')
  else if (!hasHeading(structure)) failures.push('no heading in the structure tree')
  if (!marked) failures.push('not marked as tagged')
  if (lang === '') failures.push('no language')
  return check(
    'tagged',
    'the file is tagged and names its language',
    'the file is not tagged as it should be',
    failures,
  )
}

function hasHeading({ type, children }: Element): boolean {
  return /^H[1-6]?$/.test(type) || children.some(hasHeading)
}
