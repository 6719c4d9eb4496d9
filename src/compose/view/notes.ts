import type { z } from 'zod'
import type { Note, Severity } from '../../model/index.js'
import type * as context from '../context/index.js'
import { type Desk, factsOf } from './desk.js'
import { referTo } from './figure.js'
import { sourceTitle } from './names.js'
import { fixed, say } from './words.js'

const severities: [z.infer<typeof Severity>, zh: string, en: string][] = [
  ['error', '未能读取', 'Could not be read'],
  ['warning', '存疑与须注意之处', 'Doubts and cautions'],
  ['info', '核对结果与说明', 'What was checked'],
]

export function noteId(index: number): string {
  return `n${index + 1}`
}

/** A note's sentence in the document's languages; its plain English one where nothing else was written. */
export function noteWords(desk: Desk, note: Note): context.Words {
  if (note.text && (note.text.zh || note.text.en)) return say(desk, note.text)
  return say(desk, { zh: '', en: note.message, enBasis: 'composed' })
}

export function notes(desk: Desk): context.Notes | null {
  const { briefing } = desk
  const groups = severities.map(([severity, zh, en]) => ({
    label: fixed(desk, zh, en),
    items: briefing.notes.flatMap((note, index) => (note.severity === severity ? [noteItem(desk, note, index)] : [])),
  }))
  const gaps = briefing.gaps.map(({ label }) => say(desk, label))
  const filled = groups.filter(({ items }) => items.length)
  return filled.length || gaps.length ? { groups: filled, gaps } : null
}

function noteItem(desk: Desk, note: Note, index: number): context.NoteItem {
  const source = desk.briefing.sources.find(({ source: { uri } }) => uri === note.source)
  return {
    id: noteId(index),
    number: index + 1,
    words: noteWords(desk, note),
    // Hints are written in English alone.
    hint: desk.languages.includes('en') ? (note.hint ?? null) : null,
    source: source ? { label: sourceTitle(desk, source), href: `#${source.id}` } : null,
    references: factsOf(desk, note.facts ?? []).map((fact) => referTo(desk, fact, 'notes')),
  }
}
