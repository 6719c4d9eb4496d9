import { plainText } from '../reading/plain.js'
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
