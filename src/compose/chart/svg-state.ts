import type { Align, Baseline } from './svg-text.js'
import { identity, type Matrix } from './transform.js'

/** What a canvas keeps with `save`: how it paints and writes, and where. */
export interface State {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'miter' | 'round' | 'bevel'
  miterLimit: number
  globalAlpha: number
  font: string
  textAlign: Align
  textBaseline: Baseline
  lineDashOffset: number
  dash: readonly number[]
  transform: Matrix
  clip: string | null
}

export const initial: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  lineDashOffset: 0,
  dash: [],
  transform: identity,
  clip: null,
}

/** Those that are read and set as fields of the context. */
export const properties = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'lineDashOffset',
] as const

export type Property = (typeof properties)[number]
