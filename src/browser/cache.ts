import { randomUUID } from 'node:crypto'
import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { isExecutable } from './machine.js'

/** Folders that may hold the unpacked browser, in order; the first that is ours alone and can run programs is used. */
export function cacheFolders(env: NodeJS.ProcessEnv): string[] {
  const own = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? join(env.HOME ?? homedir(), '.cache')
  return [join(own, 'jianbao'), join(tmpdir(), `jianbao-${userName()}`)]
}

/** Makes `folder` (mode 0700); false where it is not ours alone, cannot be written or is mounted `noexec`. */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const found = await lstat(folder)
    if (!found.isDirectory()) return false
    if (process.getuid !== undefined && found.uid !== process.getuid()) return false
    if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) await chmod(folder, 0o700)
    return await runsPrograms(folder)
  } catch {
    return false
  }
}

async function runsPrograms(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  await writeFile(probe, '', { mode: 0o700 })
  const runs = await isExecutable(probe)
  await rm(probe, { force: true })
  return runs
}

function userName(): string {
  return String(process.getuid?.() ?? userInfo().username)
}
