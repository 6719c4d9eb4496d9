import { isAbsolute, relative, resolve, sep } from 'node:path'

/** A path as a reader would write it: relative to `cwd` with forward slashes where it lies inside, else as given. */
export function displayUri(path: string, cwd: string): string {
  const inside = relative(cwd, resolve(cwd, path))
  const outside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  return (outside ? path : inside).split(sep).join('/')
}
