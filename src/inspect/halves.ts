import type { Briefing, Expectations } from '../model/index.js'

/**
 * What is said of figures in both languages. `whole`: where the Chinese stands in the file, the English must stand in it
 * too; of the others a page may show one language alone, or several together.
 */
export function saidTwice({ lead, facts, acts, timeline }: Pick<Briefing, 'lead' | 'facts' | 'acts' | 'timeline'>) {
  const told = [...acts, ...timeline].filter((entry) => entry.facts.length > 0)
  const sentences = [
    ...lead.map(({ text }) => ({ ...text, whole: true })),
    ...[...facts.map(({ statement }) => statement), ...told.map(({ text }) => text)].map((text) => ({
      ...text,
      whole: false,
    })),
  ]
  return sentences.flatMap(
    ({ zh, en, whole }): NonNullable<Expectations['sentences']> => (zh === '' || en === '' ? [] : [{ zh, en, whole }]),
  )
}
