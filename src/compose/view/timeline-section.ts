import { dayNumber } from '../chart/days.js'
import { size } from '../chart/style.js'
import { drawTimeline } from '../chart/time.js'
import type * as context from '../context/index.js'
import { asMarkup, namesByOrganisation, type Studio } from './studio.js'
import { byTime, timelineItems } from './timeline.js'
import { fixed, flat } from './words.js'

/** More lanes than this do not fit a page beside their list. */
const mostLanes = 20
const mostEvents = 120

/** Dated events and as-of spans of all as a list; null where nothing is dated. */
export function timeline({ desk }: Studio): context.Timeline | null {
  const entries = desk.briefing.timeline
  if (!entries.length) return null
  return { items: timelineItems(desk, entries) }
}

/** Null where all is of one day, or too much for a page. */
export function timelineChart(studio: Studio): context.Chart | null {
  const { desk, typesetter } = studio
  const entries = [...desk.briefing.timeline].sort(byTime)
  const days = new Set(entries.flatMap(({ time }) => [time.asOf, time.from ?? time.asOf]))
  const names = namesByOrganisation(desk)
  const lanes = [...names].flatMap(([id, label]) => {
    const events = entries.flatMap(({ organisation, time }, index) =>
      organisation === id
        ? [
            {
              number: index + 1,
              from: dayNumber(time.kind === 'span' && time.from ? time.from : time.asOf),
              to: dayNumber(time.asOf),
            },
          ]
        : [],
    )
    return events.length ? [{ label, events }] : []
  })
  if (days.size < 2 || lanes.length > mostLanes || entries.length > mostEvents) return null
  const title = fixed(desk, '时间线：有日期的事件与截止日', 'Timeline: dated events and as-of dates')
  const frame = { id: 'chart-timeline-1', name: flat(title), width: size.page, languages: desk.languages }
  const drawing = drawTimeline({ lanes }, frame, typesetter)
  studio.expected.push({ id: 'chart-timeline', labels: drawing.labels })
  return {
    id: 'chart-timeline',
    title,
    unit: null,
    layout: 'stacked',
    panels: [{ title: null, width: size.page, svg: asMarkup(drawing) }],
    note: fixed(
      desk,
      '数字为“时间线”一节的编号；线段为所述时段。',
      'Numbers are those of the section Timeline; a line is the span reported on.',
    ),
    references: [],
  }
}
