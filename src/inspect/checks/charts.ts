import { plainText } from '../reading/plain.js'
import { type Element, elementsBelow, isElement, textOf } from '../reading/structure.js'
import { type CheckOf, check } from './check.js'

export const chartLabelsPresent: CheckOf = ({ plain }, { charts }) => {
  const whole = plain.join('')
  const failures = charts.flatMap(({ id, labels }) =>
    labels.filter((label) => !whole.includes(plainText(label))).map((label) => `${id}: "${label}"`),
  )
  return check(
    'chart-labels-present',
    `the labels of ${charts.length} charts are text`,
    'labels of charts are missing',
    failures,
  )
}

/** Each figure shows something: lines or areas, and text that says what they are. */
export const chartsDrawn: CheckOf = ({ structure }, { charts }) => {
  const figures = structure === null ? [] : [...elementsBelow(structure)].filter(({ type }) => type === 'Figure')
  const failures = figures.flatMap((figure, i) => {
    if (!painted(figure)) return [`figure ${i + 1} has no line and no area`]
    return textOf(figure).trim() === '' ? [`figure ${i + 1} has no text`] : []
  })
  if (figures.length < charts.length) failures.push(`${figures.length} figures for ${charts.length} charts`)
  return check('charts-drawn', `all ${figures.length} figures are drawn`, 'figures are empty', failures)
}

function painted({ content }: Element): boolean {
  return content.some((part) => (isElement(part) ? painted(part) : part.painted))
}
