import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { z } from 'zod'
import { ExitCode, messageOf, UserError } from '../../errors.js'
import { compiledPath } from '../../resources.js'

/** `template.yaml`. */
export const Manifest = z.strictObject({
  name: z.string().min(1),
  version: z.union([z.string(), z.number()]).transform(String),
  label: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  description: z.strictObject({ zh: z.string(), en: z.string() }),
  paper: z.enum(['A4', 'Letter']).default('A4'),
})
export type Manifest = z.infer<typeof Manifest>

export interface TemplateFile {
  /** Path below the template's folder. */
  file: string
  text: string
}

export interface TemplateFolder {
  directory: string
  manifest: Manifest
  index: TemplateFile
  /** By name: `partials/cover.hbs` is `cover`. */
  partials: ReadonlyMap<string, TemplateFile>
  style: TemplateFile
}

const required = ['template.yaml', 'index.hbs', 'style.css']

/** Reads a template's folder. Throws `UserError` where it is none. */
export async function readTemplate(directory: string): Promise<TemplateFolder> {
  const lacking = required.filter((file) => !existsSync(join(directory, file)))
  if (lacking.length) throw notATemplate(directory, `it has no ${lacking.join(', no ')}`)
  const read = (file: string): TemplateFile => ({ file, text: readFileSync(join(directory, file), 'utf8') })
  // The last line break of a file is the editor's: in running text it would be a space between two words.
  const partial = (file: string): TemplateFile => ({ file, text: read(file).text.replace(/\r?\n$/, '') })
  const partials = globSync('partials/**/*.hbs', { cwd: directory }).sort()
  return {
    directory,
    manifest: await readManifest(directory),
    index: read('index.hbs'),
    partials: new Map(partials.map((file) => [file.slice('partials/'.length, -'.hbs'.length), partial(file)])),
    style: read('style.css'),
  }
}

async function readManifest(directory: string): Promise<Manifest> {
  const text = readFileSync(join(directory, 'template.yaml'), 'utf8')
  let content: unknown
  try {
    content = readCompiled(text) ?? (await import('yaml')).parse(text)
  } catch (cause) {
    throw notATemplate(directory, `template.yaml cannot be read: ${messageOf(cause).split('\n')[0]}`, cause)
  }
  const parsed = Manifest.safeParse(content)
  if (parsed.success) return parsed.data
  throw notATemplate(directory, `template.yaml: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
}

function readCompiled(text: string): unknown {
  const path = compiledPath([text], 'json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function notATemplate(directory: string, why: string, cause?: unknown): UserError {
  return new UserError({
    code: 'template-invalid',
    exitCode: ExitCode.usage,
    message: `${directory} is not a template: ${why}`,
    next: ['make one that works: jianbao template eject briefing --out DIR', 'see the others: jianbao template list'],
    cause,
  })
}
