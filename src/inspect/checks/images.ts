import { type CheckOf, check } from './check.js'

/** Charts are vectors with real text: a picture means that one was rasterised. */
export const noImages: CheckOf = ({ images, pages }) => {
  const all = images + pages.reduce((sum, { pictures }) => sum + pictures, 0)
  const failures = all === 0 ? [] : [`${all} ${all === 1 ? 'picture' : 'pictures'}`]
  return check('no-images', 'everything is drawn as vectors', 'there are pictures in the file', failures)
}
