import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ExitCode, messageOf, UserError } from '../../errors.js'

/** The files of a model in the form that the engine loads. */
export interface Model {
  model: ArrayBuffer
  shortlist: ArrayBuffer
  vocabs: ArrayBuffer[]
  config: Record<string, string>
}

const unpack = promisify(gunzip)

/**
 * Reads a zh–en model as Firefox Translations publishes them: `model.*.bin`, `lex.*.bin`, `vocab.*.spm` or `srcvocab.*`
 * and `trgvocab.*`, plain or packed (.gz). Throws a UserError (exit 2) that names what is missing.
 */
export async function readModel(folder: string): Promise<Model> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw unusable(folder, messageOf(cause))
  })
  const read = async (pattern: RegExp, what: string): Promise<ArrayBuffer> => {
    const name = names.find((each) => pattern.test(each))
    if (name === undefined) throw unusable(folder, `there is no ${what} in it`)
    const bytes = await readFile(join(folder, name))
    const plain = name.endsWith('.gz') ? await unpack(bytes) : bytes
    return new Uint8Array(plain).buffer
  }
  const hasTwo = names.some((name) => name.startsWith('srcvocab'))
  return {
    model: await read(/^model\..*\.bin(?:\.gz)?$/, 'model.*.bin'),
    shortlist: await read(/^lex\..*\.bin(?:\.gz)?$/, 'lex.*.bin'),
    vocabs: hasTwo
      ? [await read(/^srcvocab\./, 'srcvocab.*'), await read(/^trgvocab\./, 'trgvocab.*')]
      : [await read(/^vocab\./, 'vocab.*.spm')],
    config: names.some((name) => /intgemm8\.bin/.test(name)) ? { 'gemm-precision': 'int8shiftAll' } : {},
  }
}

function unusable(folder: string, problem: string): UserError {
  return new UserError({
    code: 'translator-model-unusable',
    exitCode: ExitCode.usage,
    message: `The model folder ${folder} cannot be used: ${problem}.`,
    next: [
      'Name the folder of an unpacked zh–en model as translate.bergamot.models; docs/translating.md says where to get one.',
    ],
  })
}
