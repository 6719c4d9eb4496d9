import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { compareText } from '../language/order.js'

export interface FoundFile {
  path: string
  /** Where the path leads once links are followed: one file is read once. */
  real: string
}

/** In a folder the ending says what is worth opening; what it is, its content says. */
const ENDINGS = new Set(
  '.txt .html .htm .xhtml .shtml .md .markdown .mhtml .mht .docx .eml .pdf .jsonl .ndjson'.split(' '),
)

/** Articles in a folder and below, sorted; hidden names and node_modules are passed over, each folder entered once. */
export async function filesBelow(folder: string): Promise<FoundFile[]> {
  const files: FoundFile[] = []
  const entered = new Set<string>()
  const pending = [folder]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const found = await lookAt(path)
    if (found === undefined || entered.has(found.real)) continue
    if (found.kind === 'file') {
      files.push({ path, real: found.real })
      continue
    }
    entered.add(found.real)
    const inside = path
    const names = found.names.filter((name) => !name.startsWith('.') && name !== 'node_modules')
    // A stack: the last in is looked at first.
    pending.push(
      ...names
        .sort(compareText)
        .reverse()
        .map((name) => join(inside, name)),
    )
  }
  return files
}

type Found = { kind: 'file'; real: string } | { kind: 'folder'; real: string; names: string[] }

/** Undefined for what is not an article: other endings, devices, dangling links, folders that may not be opened. */
async function lookAt(path: string): Promise<Found | undefined> {
  try {
    const status = await stat(path)
    if (status.isDirectory()) return { kind: 'folder', real: await realpath(path), names: await readdir(path) }
    if (!status.isFile() || !ENDINGS.has(extname(path).toLowerCase())) return undefined
    return { kind: 'file', real: await realpath(path) }
  } catch {
    return undefined
  }
}
