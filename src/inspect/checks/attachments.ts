import { digestOf } from '../../digest.js'
import { plainText } from '../reading/plain.js'
import { type CheckOf, check } from './check.js'

/** The files inside are those that were put in, and a digest that a page prints behind a file's name is that file's. */
export const attachmentsPresent: CheckOf = ({ attachments, plain }, { attachments: expected = [] }) => {
  const whole = plain.join('')
  const failures = expected.flatMap(({ name, text }) => {
    const found = attachments.get(name)
    if (found === undefined) return [`${name} is missing`]
    const digest = digestOf(text)
    if (found !== digest) return [`${name} is not what was put in`]
    return printedDigests(whole, name).every((printed) => printed === digest) ? [] : [`${name} has another digest`]
  })
  const passes = `${expected.length} files are inside, as they were put in`
  return check('attachments-present', passes, 'files inside are not as they should be', failures)
}

function printedDigests(text: string, name: string): string[] {
  const before = plainText(name)
  return text
    .split(before)
    .slice(1)
    .flatMap((after) => /^sha256:[0-9a-f]{64}/.exec(after)?.[0] ?? [])
}
