import { monthNames } from '../language/english-words.js'
import { maskLookAlikes, scanQuantities } from '../language/index.js'
import { approximationWords, digits, renderDate } from '../language/render.js'
import { Approximation, type Language, type Lens, type Note, type Text } from '../model/index.js'
import { approximationZh } from './figure-zh.js'
import { renderParty } from './names.js'
import { countedNoteTexts, noteTexts } from './note-texts.js'
import { renderOrganisation } from './organisations.js'
import { romanised } from './pinyin.js'
import { renderItem, renderQuantity } from './quantity.js'
import { renderUnit } from './units.js'

type Params = NonNullable<Note['params']>
type NamedValues = Extract<Params[string], readonly unknown[]>[number]

/** A note with its sentence in both languages; a code that has no sentence yet keeps its message. */
export function localiseNote(note: Note, lens: Lens): Note {
  const params = note.params ?? {}
  const counted = typeof params.organisations === 'number' && params.whose === undefined && params.values === undefined
  const texts = (counted ? countedNoteTexts[note.code] : undefined) ?? noteTexts[note.code]
  if (!texts)
    return {
      ...note,
      text: {
        zh: note.message,
        en: englishOnly(note.message),
        enBasis: 'composed',
      },
    }
  const text: Text = {
    zh: filled(texts.zh, params, 'zh', lens),
    en: filled(texts.en, params, 'en', lens),
    enBasis: 'composed',
  }
  return { ...note, text }
}

function filled(template: string, params: Params, language: Language, lens: Lens): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => said(name, params, language, lens)).replace(/\s+$/u, '')
}

function said(name: string, params: Params, language: Language, lens: Lens): string {
  const value = params[name]
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return whose(value, language)
  if (typeof value === 'number') return numberSaid(name, value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return renderDate(text, language)
  if (name === 'parts')
    return text
      .split(' + ')
      .map((part) => (Number.isFinite(Number(part)) ? digits(Number(part)) : part))
      .join(' + ')
  if (name === 'approximation') return approximationSaid(text, language)
  if (name === 'from') return yearSources[text]?.[language] ?? text
  if (language === 'zh') return text
  if (name === 'conversions') return conversions(text)
  const english = params[`${name}En`]
  if (typeof english === 'string' && english !== '') return english
  if (name === 'category') return lens.categories.find(({ id }) => id === text)?.label.en ?? text
  if (name === 'units') return text.split('、').map(unitName).join(', ')
  if (name === 'unit') return ` ${unitName(text)}`
  return englishValue(name, text)
}

function numberSaid(name: string, value: number): string {
  return name === 'year' ? String(value) : digits(value)
}

const yearSources: Record<string, { zh: string; en: string }> = {
  text: { zh: '文中其他日期', en: 'other dates of the text' },
  publication: { zh: '发布日期', en: 'the date of publication' },
  lens: { zh: '文章所述事件', en: 'what the article is about' },
}

function approximationSaid(text: string, language: Language): string {
  const { data } = Approximation.safeParse(text)
  if (data === undefined) return ''
  return language === 'zh' ? approximationZh[data] : approximationWords(data, true)
}

/** `8,500公斤 = 8.5吨；…` → `8,500 kg = 8.5 tonnes; …` */
function conversions(text: string): string {
  return text
    .replace(/([\d,.]+)(\p{Script=Han}+)/gu, (_, number, unit) => `${number} ${unitName(unit)}`)
    .replaceAll('；', '; ')
}

function unitName(zh: string): string {
  const unit = renderUnit(zh)
  return unit.many === '' ? (zh === '' ? '' : englishOnly(zh, 'pieces')) : unit.many.replace(/ of$/, '')
}

function englishValue(name: string, text: string): string {
  if (withoutHan(text)) return text
  const day = dayRange(text)
  if (day !== null) return day
  if (name === 'surface' && text.includes('日'))
    return text.replace(/\p{Script=Han}+/gu, ' … ').replace(/^ … | … $/g, '')
  const [quantity] = scanQuantities(text, maskLookAlikes(text))
  if (quantity && quantity.start === 0 && quantity.end === text.length) {
    const { value, unit, approximation, upper } = quantity
    return renderQuantity({ value, unit, approximation, upper, per: null, surface: text }, null).en
  }
  if (name === 'organisation') return renderOrganisation(text).en
  return renderItem(text)?.many ?? englishOnly(text)
}

/** 1月26日至3月31日 → 26 January to 31 March. */
function dayRange(text: string): string | null {
  const match = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至(?:(\d{1,2})月)?(\d{1,2})日)?$/u.exec(text)
  if (!match) return null
  const month = (number: string | undefined): string => monthNames[Number(number) - 1] ?? ''
  const start = `${match[3]} ${month(match[2])}`
  const end = match[5] ? ` to ${match[5]} ${month(match[4] ?? match[2])}` : ''
  return `${start}${end}${match[1] ? ` ${match[1]}` : ''}`
}

/** Whose the figures of each organisation are, in one language; the organisation itself is told by its short name. */
function whose(list: readonly NamedValues[], language: Language): string {
  const parts = list.map(({ name, values }) => {
    if (language === 'zh') return `${name}：${values.join('、')}`
    const home = { zh: name, en: renderOrganisation(name).en }
    return `${home.en}: ${values.map((value) => renderParty(value, home).en.replace(/^the /, '')).join(', ')}`
  })
  return language === 'zh' ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}

function withoutHan(text: string): boolean {
  return !/\p{Script=Han}/u.test(text)
}

function englishOnly(text: string, fallback?: string): string {
  return withoutHan(text) ? text : (fallback ?? romanised(text))
}
