const block = 512

export interface TarFile {
  name: string
  content: Buffer
}

/** The regular files of a tar archive (ustar; no long names, which the browser's package does not use). */
export function untar(archive: Buffer): TarFile[] {
  const files: TarFile[] = []
  let at = 0
  while (at + block <= archive.length && archive[at] !== 0) {
    const name = text(archive, at, 100)
    const size = Number.parseInt(text(archive, at + 124, 12), 8) || 0
    const type = text(archive, at + 156, 1)
    const content = archive.subarray(at + block, at + block + size)
    if (content.length < size) throw new Error(`archive ends inside ${name}`)
    if (type === '0' || type === '') files.push({ name, content })
    at += block + Math.ceil(size / block) * block
  }
  return files
}

function text(archive: Buffer, start: number, length: number): string {
  return archive
    .toString('latin1', start, start + length)
    .replace(/\0.*$/s, '')
    .trim()
}
