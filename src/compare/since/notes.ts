import type { EarlierBriefing, Lens, Note, Since } from '../../model/index.js'

/** What a reader must know of the two editions before comparing them. */
export function sinceNotes(since: Since, earlier: EarlierBriefing, lens: Lens): Note[] {
  const { items, confirmed } = since
  const notes: Note[] = []
  const matched = confirmed.length + items.filter(({ kind }) => kind === 'changed').length
  if (matched === 0 && earlier.facts.length > 0) {
    notes.push({
      severity: 'warning',
      code: 'since-nothing-shared',
      message: 'No figure of the earlier edition is in this one: the two speak of different things.',
      hint: 'Look whether --since names the edition you mean.',
    })
  }
  if (earlier.lens.id !== lens.id) {
    notes.push({
      severity: 'warning',
      code: 'since-other-lens',
      message: `The earlier edition was read with another lens (${earlier.lens.id}): figures that only one of the two finds are called new or gone.`,
      params: { lens: earlier.lens.label.zh, lensEn: earlier.lens.label.en },
    })
  } else if (earlier.lens.version !== lens.version) {
    notes.push({
      severity: 'info',
      code: 'since-other-lens-version',
      message: `The earlier edition was read with version ${earlier.lens.version} of the lens, this one with ${lens.version}: a figure may be new only because it is found now.`,
      params: { before: earlier.lens.version, now: lens.version },
    })
  }
  return notes
}
