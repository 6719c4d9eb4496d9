import { size } from '../chart/style.js'
import { dayNumber, drawTimeline } from '../chart/time.js'
import type * as context from '../context/index.js'
import { asMarkup, namesByOrganisation, type Studio } from './studio.js'
import { byTime, timelineItems } from './timeline.js'
import { fixed, flat } from './words.js'

/** More lanes than this do not fit a page beside their list. */
const mostLanes = 20
const mostEvents = 120

/** Dated events and as-of spans of all, on one axis and as a list; null where nothing is dated. */
export function timeline(studio: Studio): context.Timeline | null {
  const { desk } = studio
  const entries = desk.briefing.timeline
  if (!entries.length) return null
  return { chart: timelineChart(studio), items: timelineItems(desk, entries, 'timeline') }
}

function timelineChart(studio: Studio): context.Chart | null {
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
    side: false,
    panels: [{ title: null, width: size.page, svg: asMarkup(drawing) }],
    note: fixed(
      desk,
      '数字对应下表；线段为所述时段。',
      'Numbers refer to the list below; a line is the span reported on.',
    ),
    references: [],
  }
}
