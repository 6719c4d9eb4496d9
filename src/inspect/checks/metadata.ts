import { type CheckOf, check } from './check.js'

export const metadataPresent: CheckOf = ({ title, xmp }) => {
  const failures: string[] = []
  if (title.trim() === '') failures.push('no title')
  if (xmp === null) failures.push('no XMP')
  return check('metadata-present', 'title and metadata are there', 'metadata is missing', failures)
}
