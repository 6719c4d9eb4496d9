import type { Verification } from '../verification.js'
import type { VerifiedFigure } from '../verify/index.js'

const mostFigures = 40

/** What still stands of a briefing, what does not, and whether its PDF is what was printed. */
export function describeVerification(verification: Verification, { verbose }: { verbose: boolean }): string {
  const { title, digest, document, counts, figures, unread } = verification
  const failed = document?.checks.filter(({ passed }) => !passed) ?? []
  const told = figures.filter(({ status }) => verbose || status === 'changed' || status === 'gone')
  const shown = verbose ? told : told.slice(0, mostFigures)
  return [
    `${title.zh}  ${title.en}`,
    digest,
    ...(document?.passed ? ['✓ the PDF says what its model says, and holds the files that were put in'] : []),
    ...failed.map(({ message, details }) => `✗ the PDF was changed: ${[message, ...details].join('; ')}`),
    `${counts.holds} hold, ${counts.moved} moved, ${counts.changed} changed, ${counts.gone} gone${counts.unread ? `, ${counts.unread} not read` : ''}`,
    ...shown.map(describeFigure),
    ...(told.length > shown.length ? [`(${told.length - shown.length} more: --verbose)`] : []),
    ...unread.map(({ uri, reason }) => `not read: ${uri}: ${reason}`),
  ].join('\n')
}

function describeFigure({ status, number, printed, now, source, sentence }: VerifiedFigure): string {
  return `${status.padEnd(7)} ${number}  ${printed}${now ? ` → ${now.printed}` : ''}  ${source}\n        ${sentence.replace(/\s+/g, ' ')}`
}
