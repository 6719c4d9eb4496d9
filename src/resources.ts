import { fileURLToPath } from 'node:url'

/** Absolute path of a file that ships with the program: `resourcePath('assets', 'lenses')`. */
export function resourcePath(...parts: string[]): string {
  // src/ and dist/ both stand one level below the package's root.
  return fileURLToPath(new URL(['..', ...parts].join('/'), import.meta.url))
}
