import { Args, Flags } from '@oclif/core'

/** Flags and arguments that several commands have, each said once. */
export const configFlag = Flags.string({
  char: 'c',
  description: 'configuration file (default: jianbao.config.* here)',
  helpValue: 'FILE',
})

export const lensFlag = Flags.string({ description: 'name or file of a lens', helpValue: 'NAME|FILE' })

export const correctionsFlag = Flags.string({
  description: 'file of corrections (default: corrections.yaml beside the sources)',
  helpValue: 'FILE',
})

const crosscheckFlag = Flags.string({
  description: 'language model that reads the articles too: openai; none',
  helpValue: 'NAME|none',
})

export const privateNetworkFlag = Flags.boolean({
  description: 'read addresses of this machine and of its own network too',
  allowNo: true,
})

export const sourcesArgument = Args.string({
  description: 'file, folder, glob, web address, feed or -; several may follow',
  ignoreStdin: true,
})

/** What every command that reads articles can be told. */
export const readingFlags = {
  lens: lensFlag,
  corrections: correctionsFlag,
  crosscheck: crosscheckFlag,
  'allow-private-network': privateNetworkFlag,
  config: configFlag,
}
