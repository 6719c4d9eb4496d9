import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { withoutEnding } from './config/format.js'
import { notWritable } from './errors.js'

/**
 * Where `--out` leads: an absolute file path; a folder means `briefing.FORMAT` in it. Checked before the work starts.
 */
export async function prepareOutput(out: string, format: string, cwd: string): Promise<string> {
  const path = resolve(cwd, out)
  const isFolder = /[\\/]$/.test(out) || ((await stat(path).catch(() => null))?.isDirectory() ?? false)
  const file = isFolder ? join(path, `briefing.${format}`) : path
  try {
    await mkdir(dirname(file), { recursive: true })
    await access(dirname(file), constants.W_OK)
    return await replaceable(file)
  } catch (cause) {
    throw notWritable(file, cause)
  }
}

/** The file that would be replaced, behind any link; throws where it is no plain file or must not be written. */
async function replaceable(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (found === null) return file
  if (!found.isFile()) throw new Error(found.isDirectory() ? 'it is a folder' : 'it is not a plain file')
  await access(file, constants.W_OK)
  return realpath(file)
}

/** `briefing.pdf` for `html` → `briefing.html`. */
export function siblingPath(file: string, format: string): string {
  return `${withoutEnding(file)}.${format}`
}

/** Writes beside the file, in a folder made for it, and renames it into place: what was there stays until it is complete. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.${randomBytes(4).toString('hex')}.part`)
  try {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw notWritable(file, cause)
  }
}
