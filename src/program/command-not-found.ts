import { readFileSync } from 'node:fs'
import { didYouMean, ExitCode } from '../errors.js'
import { resourcePath } from '../resources.js'

/** What oclif calls for a command that is not there: says so, names the nearest one, and ends the process. */
export default async function commandNotFound({ id, argv = [] }: { id: string; argv?: string[] }): Promise<never> {
  process.stderr.write(describe([...id.split(':'), ...argv]))
  process.exit(ExitCode.usage)
}

function describe(typed: readonly string[]): string {
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
