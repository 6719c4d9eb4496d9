import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { digestOf } from './digest.js'
import { ExitCode, messageOf, UserError } from './errors.js'
import { EarlierBriefing } from './model/index.js'
import { attachedFiles, readPdf } from './pdf/index.js'

/** A briefing that was made before, as it lies on the disk. */
export interface MadeFile {
  /** Absolute path. */
  path: string
  /** `sha256:` of its bytes. */
  digest: string
  /** Its model, not checked yet. */
  model: string
  /** Null where the file is the model itself. */
  pdf: { bytes: Uint8Array; files: Map<string, Buffer> } | null
}

/** Reads a briefing's PDF with the model inside it, or the model. Throws a `UserError` (exit 3) where it is neither. */
export async function readMade(file: string, cwd: string): Promise<MadeFile> {
  const path = resolve(cwd, file)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw refused('briefing-unreadable', `${file} cannot be read: ${messageOf(cause)}`, cause)
  })
  const digest = digestOf(bytes)
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { path, digest, model: bytes.toString('utf8'), pdf: null }
  const files = filesInside(bytes, file)
  const model = files.get('briefing.json')
  if (!model) {
    throw refused(
      'not-a-briefing',
      `${file} holds no briefing.json: it was not made by jianbao, or its files were taken out`,
    )
  }
  return { path, digest, model: model.toString('utf8'), pdf: { bytes, files } }
}

/** An earlier edition, as far as a later one is compared with it. Throws as `readMade`, and where its model is another. */
export async function readEarlier(file: string, cwd: string): Promise<EarlierBriefing> {
  return parseModel(EarlierBriefing, await readMade(file, cwd), file)
}

/** The model of a briefing. Throws `not-a-briefing` or `briefing-other-version` (exit 3). */
export function parseModel<Schema extends z.ZodType>(
  schema: Schema,
  { model }: MadeFile,
  file: string,
): z.output<Schema> {
  const value = asJson(model, file)
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : undefined
  if (version === undefined) throw refused('not-a-briefing', `${file} is no briefing: it has no schemaVersion`)
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const where = version === 1 ? `: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` : ''
  throw refused(
    'briefing-other-version',
    `the model in ${file} (version ${String(version)}) is not one that this version of jianbao reads${where}`,
    checked.error,
    ['make that edition again from its sources with this version'],
  )
}

function filesInside(bytes: Uint8Array, file: string): Map<string, Buffer> {
  try {
    return attachedFiles(readPdf(bytes))
  } catch (cause) {
    throw refused('not-a-briefing', `${file} is damaged or no PDF that can be read: ${messageOf(cause)}`, cause)
  }
}

function asJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw refused('not-a-briefing', `${file} is neither a briefing's PDF nor its JSON: ${messageOf(cause)}`, cause)
  }
}

function refused(code: string, message: string, cause?: unknown, next?: string[]): UserError {
  const steps = next ?? ['name a PDF that jianbao made, or a briefing.json written with --format json']
  return new UserError({ code, exitCode: ExitCode.input, message, next: steps, cause })
}
