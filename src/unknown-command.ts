import { readFileSync } from 'node:fs'
import { didYouMean } from './errors.js'
import { resourcePath } from './resources.js'

/** What to tell somebody who typed a command that is not there. */
export function unknownCommand(typed: readonly string[]): string {
  const manifest = JSON.parse(readFileSync(resourcePath('oclif.manifest.json'), 'utf8')) as { commands: object }
  const known = Object.keys(manifest.commands).map((id) => id.replaceAll(':', ' '))
  const words = typed.filter((word) => !word.startsWith('-'))
  const name = known.some((id) => id.startsWith(`${words[0]} `)) ? words.slice(0, 2).join(' ') : words[0]
  const near = didYouMean(words.slice(0, 2).join(' '), known) ?? didYouMean(words[0] ?? '', known)
  return [
    `jianbao: there is no command ${name ?? ''} (unknown-command)`,
    ...(near ? [`  → did you mean jianbao ${near}?`] : []),
    '  → jianbao help lists all commands',
    '',
  ].join('\n')
}
