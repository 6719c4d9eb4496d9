import { escapeHtml } from '../../markup.js'
import { n } from './path.js'
import type { State } from './svg-state.js'
import { anchors, baselineShift, fontOf, languageOf } from './svg-text.js'
import { identity, transformAttribute, translated } from './transform.js'

export function fillPaint(state: State): string {
  return `fill="${escapeHtml(state.fillStyle)}"${opacity(state)}`
}

export function strokePaint(state: State): string {
  const { strokeStyle, lineWidth, lineCap, lineJoin, dash, lineDashOffset } = state
  const dashes = dash.length
    ? ` stroke-dasharray="${dash.map(n).join(' ')}" stroke-dashoffset="${n(lineDashOffset)}"`
    : ''
  const ends = `${lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`}${lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`}`
  return `fill="none" stroke="${escapeHtml(strokeStyle)}" stroke-width="${n(lineWidth)}"${ends}${dashes}${opacity(state)}`
}

/** A path with its paint, cut where the state says so. */
export function pathMarkup(d: string, paint: string, { clip, transform }: State): string {
  const cut = clip ? ` clip-path="url(#${clip})"` : ''
  const path = `<path d="${d}" ${paint}${transformAttribute(transform)}/>`
  // The clip stands in the outer system of coordinates, so it must not be moved with the path.
  return cut && transform !== identity ? `<g${cut}>${path}</g>` : path.replace('/>', `${cut}/>`)
}

export function clipMarkup(id: string, d: string, { clip, transform }: State): string {
  const outer = clip ? ` clip-path="url(#${clip})"` : ''
  return `<clipPath id="${id}"${outer}><path d="${d}"${transformAttribute(transform)}/></clipPath>`
}

/** A text at its place, in its font and language, leading to `link` where there is one. */
export function textMarkup(text: string, x: number, y: number, state: State, link: string | null): string {
  const { size, weight } = fontOf(state.font)
  const anchor = anchors[state.textAlign]
  const [left, top, transform] = translated(state.transform, x, y + baselineShift(state.textBaseline) * size)
  const attributes = [
    `x="${n(left)}" y="${n(top)}"`,
    `font-size="${n(size)}" font-weight="${weight}"${languageOf(text)}`,
    `fill="${escapeHtml(state.fillStyle)}"${opacity(state)}`,
    anchor === 'start' ? '' : `text-anchor="${anchor}"`,
  ]
  const markup = `<text ${attributes.filter(Boolean).join(' ')}${transform}>${escapeHtml(text)}</text>`
  return link ? `<a href="${escapeHtml(link)}">${markup}</a>` : markup
}

function opacity({ globalAlpha }: State): string {
  return globalAlpha < 1 ? ` opacity="${n(globalAlpha)}"` : ''
}
