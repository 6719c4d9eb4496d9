import type { Text } from '../../model/index.js'

/** One value of a bar chart or dot plot. */
export interface Bar {
  /** Whose value it is, and what sets it apart. */
  label: Text
  value: number
  /** Where the bar starts: 0, or the end of the part before it under the same total. */
  start: number
  /** The number as printed at its end, mark included. */
  shown: string
  /** Evidence that the number leads to. */
  href: string
  part: boolean
}

/** Bars of one measure. */
export interface BarGroup {
  header: Text | null
  bars: Bar[]
}

/** Values of one unit, on one scale. */
export interface BarPlan {
  groups: BarGroup[]
  /** Dots on a logarithmic scale instead of bars from zero. */
  logarithmic: boolean
}

/** Figures by category of one organisation; all panels of a chart share the scale. */
export interface CountPlan {
  rows: { label: Text; count: number; shown: string }[]
  largest: number
  /** Row labels stand at the first panel only. */
  labelled: boolean
}

/** Days counted from 1970-01-01. */
export interface TimePlan {
  lanes: { label: Text; events: { number: number; from: number; to: number }[] }[]
}

/** How the values of many organisations lie. */
export interface SpreadRow {
  /** The measure with its unit. */
  label: Text
  /** One of each organisation, from the smallest up, all above zero. */
  values: number[]
  lower: number
  median: number
  upper: number
  medianShown: string
  largest: { shown: string; href: string }
}

export interface SpreadPlan {
  rows: SpreadRow[]
}
