import { linesOf } from './clean.js'
import { splitFrontMatter, withFrontMatter } from './front-matter.js'
import { type Line, textLine } from './line.js'
import type { Page } from './page.js'
import { readLines } from './plain-text.js'
import type { Removals } from './steps.js'

/** Markdown as articles use it: headings, emphasis, links, pictures, lists, quotes, tables. */
export function readMarkdown(text: string, removals: Removals): Page {
  const { body, front } = splitFrontMatter(text)
  const lines = linesOf(body).flatMap(lineOf)
  const page = readLines(lines, removals)
  const headline = /^#\s+(.{2,150})$/m.exec(body.slice(0, 20_000))?.[1]
  const known = withFrontMatter(page, front)
  return headline === undefined ? known : { ...known, title: withoutEmphasis(headline.trim()) }
}

function lineOf(raw: string): Line[] {
  if (/^(?:[-*_=]\s?){3,}$|^```|^\|?[\s:|-]+\|[\s:|-]*$/.test(raw)) return []
  const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(raw)?.[1]
  if (heading !== undefined) return [textLine(withoutEmphasis(heading), { marked: true })]
  if (/^!\[[^\]]*\]\([^)]*\)$/.test(raw)) {
    const caption = /^!\[([^\]]+)\]/.exec(raw)?.[1]
    return caption === undefined ? [] : [textLine(caption, { kind: 'caption' })]
  }
  if (raw.startsWith('|')) return [textLine(cellsOf(raw), { kind: 'row' })]
  const item = /^(?:[-*+]|\d{1,3}[.)])\s+(.+)$/.exec(raw)?.[1]
  if (item !== undefined) return [textLine(withoutEmphasis(raw.replace(/^[-*+]\s+/, '')), { kind: 'item' })]
  const bold = /^(?:\*\*|__)([^*_]{2,50})(?:\*\*|__)$/.exec(raw)?.[1]
  if (bold !== undefined) return [textLine(bold.trim(), { marked: true })]
  const text = withoutEmphasis(raw.replace(/^(?:>\s?)+/, ''))
  return text === '' ? [] : [textLine(text)]
}

function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => withoutEmphasis(cell.trim()))
    .filter((cell) => cell !== '')
    .join('\t')
}

/** Links become their text; emphasis, code marks and escapes go. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^)\s]{0,500}\)/g, '')
    .replace(/\[([^\][]{1,300})\]\([^)\s]{0,500}(?:\s"[^"]{0,200}")?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)\1/g, '$2')
    .replace(/^([*_])(?=\S)([^*_]{1,500})\1$/, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/`([^`]{1,200})`/g, '$1')
    .trim()
}
