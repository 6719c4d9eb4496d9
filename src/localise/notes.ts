import { renderDate } from '../language/render.js'
import type { Language, Lens, Note, Text } from '../model/index.js'
import { countedNoteTexts, noteTexts } from './note-texts.js'
import { renderOrganisation } from './organisations.js'
import { romanised } from './pinyin.js'
import { renderItem } from './quantity.js'
import { renderUnit } from './units.js'

type Params = NonNullable<Note['params']>

/** A note with its sentence in both languages; a code that has no sentence yet keeps its message. */
export function localiseNote(note: Note, lens: Lens): Note {
  const params = note.params ?? {}
  const counted = typeof params.organisations === 'number' && params.whose === undefined && params.values === undefined
  const texts = (counted ? countedNoteTexts[note.code] : undefined) ?? noteTexts[note.code]
  if (!texts)
    return {
      ...note,
      text: {
        zh: withoutHan(note.message) ? note.message : note.message,
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
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return renderDate(text, language)
  if (name === 'whose') return whose(text, language)
  if (language === 'zh') return text
  const english = params[`${name}En`]
  if (typeof english === 'string' && english !== '') return english
  if (name === 'category') return lens.categories.find(({ id }) => id === text)?.label.en ?? text
  if (name === 'units') return text.split('、').map(unitName).join(', ')
  return englishValue(name, text)
}

function unitName(zh: string): string {
  const unit = renderUnit(zh)
  return unit.many === '' ? (zh === '' ? '' : englishOnly(zh, 'pieces')) : unit.many.replace(/ of$/, '')
}

function englishValue(name: string, text: string): string {
  if (withoutHan(text)) return text
  if (name === 'organisation') return renderOrganisation(text).en
  return renderItem(text)?.many ?? englishOnly(text)
}

/** `name:giver、giver;name:2020-02-09` in one language. */
function whose(text: string, language: Language): string {
  const parts = text.split(';').map((part) => {
    const at = part.indexOf(':')
    const [name, rest] = [part.slice(0, at), part.slice(at + 1)]
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(rest)
    if (language === 'zh') return `${name}：${isDay ? renderDate(rest, 'zh') : rest}`
    const values = isDay
      ? renderDate(rest, 'en')
      : rest
          .split('、')
          .map((one) => englishValue('item', one))
          .join(', ')
    return `${renderOrganisation(name).en}: ${values}`
  })
  return language === 'zh' ? `${parts.join('；')}。` : `${parts.join('; ')}.`
}

function withoutHan(text: string): boolean {
  return !/\p{Script=Han}/u.test(text)
}

function englishOnly(text: string, fallback?: string): string {
  return withoutHan(text) ? text : (fallback ?? romanised(text))
}
