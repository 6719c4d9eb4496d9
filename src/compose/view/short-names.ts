import type { BriefingOrganisation, Text } from '../../model/index.js'

/** What a name of an organisation is built of, in English: its body, and the place that tells it from its like. */
const patterns: [pattern: RegExp, short: string][] = [
  // Red Cross Society of China, Yunxiu Branch
  [/^(?<body>.+?)(?: of China)?, (?<place>.+?)(?: (?:Provincial|Municipal))? Branch$/u, '$<place> $<body>'],
  // Fujian Provincial Committee of the China Zhi Gong Party
  [
    /^(?<place>.+?)(?: (?:Provincial|Municipal|Prefectural))? (?:Committee|Branch) of (?:the )?(?:China |Chinese )?(?<body>.+)$/u,
    '$<body>, $<place>',
  ],
]
/** Shorter ones stay as they are. */
const longEnough = 30

function shortEnglish(name: string): string {
  if (name.length <= longEnough) return name
  for (const [pattern, short] of patterns) if (pattern.test(name)) return name.replace(pattern, short)
  return name
}

/** By id, how organisations are called where there is little room; two that would be called alike keep their names. */
export function shortNames(organisations: readonly BriefingOrganisation[]): ReadonlyMap<string, Text> {
  const short = organisations.map(({ id, zh, en, enBasis }) => ({
    id,
    name: { zh, en: shortEnglish(en), enBasis },
    en,
  }))
  const bearers = new Map<string, number>()
  for (const { name } of short) bearers.set(name.en, (bearers.get(name.en) ?? 0) + 1)
  return new Map(
    short.map(({ id, name, en }) => [id, (bearers.get(name.en) ?? 0) > 1 ? { ...name, en } : name] as const),
  )
}
