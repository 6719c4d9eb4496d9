import type { Place } from './places.js'
import type { Term } from './terms.js'

/** 省政协, 市委: its level in its name, so it belongs to a place and never to another body. */
export const carriesLevel = /^[省市县区州](?=委|政|人大|工委|直)/u

/** A kind with nobody's name: 妇联 → women's federation. */
export function bare(kind: Term): string {
  const [single] = kind.forms.split('|')
  return single !== undefined && single !== '' ? single : bareOf(kind.en)
}

export function bareOf(template: string): string {
  return squeezed(template.replace('CPC ', '').replaceAll(/\{\w+\}/g, ''))
}

export function filledAt(kind: Term, places: readonly Place[]): string {
  const where = places.at(-1)
  if (!where) return bare(kind)
  if (kind.zh === '银行') return `Bank of ${where.name}`
  // 北京福建商会: merchants of one place in another.
  const [host] = places
  if (kind.zh === '商会' && places.length === 2 && host?.level !== 'country' && where.level !== 'county')
    return `${where.name} ${kind.en} in ${host?.name}`
  if (!kind.en.includes('{'))
    return squeezed(
      `${kind.domain === 'brand' && /^(?:province|city)$/.test(where.level) ? where.name : adjectiveOf(where, false, kind.zh)} ${kind.en}`,
    )
  return squeezed(
    kind.en
      .replaceAll('{Place}', adjectiveOf(where, false, kind.zh))
      .replaceAll('{Municipal}', adjectiveOf(where, true, kind.zh))
      .replaceAll('{name}', where.name)
      .replaceAll('{full}', where.en),
  )
}

export function filled(template: string, adjective: string, name: string): string {
  // 区红十字会: a branch that has a level and no name.
  const [body, branch] = template.split(', {name} ')
  if (name === '' && branch) return `${adjective} ${branch.toLowerCase()} of the ${body}`
  return squeezed(template.replaceAll(/\{(Place|Municipal)\}/g, adjective).replaceAll(/\{(name|full)\}/g, name))
}

/** Fujian Provincial; Tongren or Tongren Municipal; Shiqian County. The kind may carry the level itself (省委会). */
export function adjectiveOf(place: Place, formal: boolean, kind: string): string {
  if (place.level === 'country') return place.en
  const autonomous = place.en.includes('Autonomous')
  if (autonomous) return place.en.replace('Autonomous Region', 'Autonomous Regional')
  const level = carriesLevel.exec(kind)?.[0] ?? ''
  if (level === '省' || (place.level === 'province' && level === '')) return `${place.name} Provincial`
  if (level === '市') return formal ? `${place.name} Municipal` : place.name
  if (level === '县' || level === '区')
    return /(County|District|Area|Zone)$/.test(place.en)
      ? place.en
      : `${place.name} ${level === '县' ? 'County' : 'District'}`
  if (level === '州') return `${place.name} Prefectural`
  if (place.municipal && place.level === 'city') return formal ? `${place.name} Municipal` : place.name
  return place.en
}

export function placeName(places: readonly Place[]): string {
  return [...places]
    .reverse()
    .map((place) => place.en)
    .join(', ')
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
