import { existsSync, readFileSync } from 'node:fs'
import { extname, join, relative, resolve } from 'node:path'
import type { TemplateFolder } from './template/folder.js'

const mediaTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/** A file that a style sheet names: `url(logo.svg)`. */
export interface StyleReference {
  target: string
  line: number
  /** Absolute path; null where it leaves the folder or is no file of it. */
  path: string | null
}

const urls = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g

export function styleReferences(folder: TemplateFolder): StyleReference[] {
  return [...folder.style.text.matchAll(urls)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    if (target.startsWith('data:') || target.startsWith('#')) return []
    const line = folder.style.text.slice(0, match.index).split('\n').length
    return [{ target, line, path: fileOf(folder, target) }]
  })
}

/** The template's style sheet with its files inside it: the page is read without a folder and without a network. */
export function inlineStyle(folder: TemplateFolder): string {
  return folder.style.text.replace(urls, (whole, double?: string, single?: string, bare?: string) => {
    const target = double ?? single ?? bare ?? ''
    if (target.startsWith('data:') || target.startsWith('#')) return whole
    const path = fileOf(folder, target)
    if (!path) return 'none'
    return `url(data:${mediaTypes[extname(path).toLowerCase()]};base64,${readFileSync(path).toString('base64')})`
  })
}

function fileOf({ directory }: TemplateFolder, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return null
  const path = resolve(directory, target)
  const inside = !relative(directory, path).startsWith('..')
  return inside && existsSync(join(path)) && extname(path).toLowerCase() in mediaTypes ? path : null
}

/** A text as a CSS string. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"<>\p{Cc}]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`
}
