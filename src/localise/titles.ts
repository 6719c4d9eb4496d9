import type { Text } from '../model/index.js'
import { documentText } from './documents.js'
import { sentenceCase } from './english.js'
import { composeHeading, suppliedTitle } from './headings.js'
import type { Home } from './home.js'
import { organisationText } from './names.js'
import { composeOrganisation } from './organisations.js'
import { composePhrase } from './phrases.js'
import { headlineOf, tellClause } from './told-clause.js'

const breaks = /[\s：:—|｜丨！!？?。；;]+|【[^】]*】/u

/**
 * The headline of an article in English: whole where its every part is covered; else what of it is, in brackets; else
 * one supplied by us, in brackets too, on `subject`: what the article is about, in English.
 */
export function titleText(zh: string, home: Home, day: string | null, subject: string): Text {
  const whole = composeHeading(zh)
  if (whole) return whole
  const pieces = zh.split(breaks).filter((piece) => piece !== '')
  const told = pieces.map((piece) => toldPiece(piece, home))
  const covered = told.flatMap((piece) => piece ?? [])
  const [best] = [...covered].sort((a, b) => b.weight - a.weight)
  if (!best) return unnamedDeed(zh, pieces, home) ?? suppliedTitle(zh, home.en, day, subject)
  if (covered.length === pieces.length && covered.every((piece) => piece.whole)) {
    return { zh, en: sentenceCase(covered.map(({ en }) => en).join(': ')), enBasis: 'composed' }
  }
  return { zh, en: `[${sentenceCase(best.en)}]`, enBasis: 'composed' }
}

/** 投入资金600万元 某市总工会当好娘家人: the deed stands before the body that did it. */
function unnamedDeed(zh: string, pieces: readonly string[], home: Home): Text | null {
  const deed = pieces.map((piece) => tellClause(piece, home)).find((told) => told?.subject === '' && told.whole)
  if (!deed || deed.object === '' || home.zh === '' || !zh.includes(home.zh)) return null
  const done = deed.planned ? `to be ${deed.verb.en.participle}` : deed.verb.en.participle
  return { zh, en: `[${sentenceCase(home.en)}: ${deed.object} ${done}${deed.tail}]`, enBasis: 'composed' }
}

interface Told {
  en: string
  whole: boolean
  /** Characters of the Chinese that it stands for. */
  weight: number
}

function toldPiece(zh: string, home: Home): Told | null {
  return genre(zh, home) ?? announcement(zh) ?? clause(zh, home) ?? inAction(zh, home)
}

const genres: Record<string, string> = {
  综述: 'an overview',
  纪实: 'an account',
  侧记: 'notes',
  工作总结: 'a report',
  工作报告: 'a report',
  工作情况: 'a report',
  工作简报: 'a bulletin',
}

/** 云岫市红十字会疫情防控工作纪实 → Red Cross …: an account of epidemic control. */
function genre(zh: string, home: Home): Told | null {
  const match = new RegExp(`^(.{3,}?)(${Object.keys(genres).join('|')})$`, 'u').exec(zh)
  const text = match?.[1] ?? ''
  for (let size = text.length; size > 2; size--) {
    const body = bodyName(text.slice(0, size), home)
    const topic = body === null || size === text.length ? null : composePhrase(text.slice(size), 'one')
    if (body && (topic || size === text.length)) {
      const of = topic ? ` of ${/^(?:epidemic )?response/.test(topic.en) ? 'the ' : ''}${topic.en}` : ''
      return { en: `${body}: ${genres[match?.[2] ?? '']}${of}`, whole: true, weight: zh.length }
    }
  }
  return null
}

function bodyName(zh: string, home: Home): string | null {
  if (zh === home.zh && home.en !== '') return home.en
  return composeOrganisation(zh)?.en ?? null
}

const documents =
  /^(.*?)((?:关于|致).+?(?:通知|公告|通告|意见|倡议书|公开信|一封信|决定|方案|报告|建议|措施|办法|函))(?:[（(].*)?$/u

/** 海陵区…局关于…的通知 → Notice on …, by the body that is named before it. */
function announcement(zh: string): Told | null {
  const match = documents.exec(zh)
  const issuer = match?.[1] ?? ''
  const by = issuer === '' ? '' : issuers(issuer)
  if (!match || by === null) return null
  const text = documentText(match[2] ?? '')
  if (text.enBasis === 'pinyin' || /original title in Chinese/.test(text.en)) return null
  const isPart = text.en.startsWith('[')
  if (isPart && /on (?:matters|measures|policy measures)\]$/.test(text.en)) return null
  const en = text.en.replace(/^\[|\]$/g, '')
  return {
    en: by === '' ? en : `${by}: ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
    whole: !isPart,
    weight: zh.length,
  }
}

function issuers(zh: string): string | null {
  const bodies = zh.split(/[、\s]/u).map((one) => composeOrganisation(one)?.en ?? null)
  return bodies.some((body) => body === null) ? null : bodies.join(', ')
}

function clause(zh: string, home: Home): Told | null {
  if (/(?:通知|公告|通告|意见|办法|方案|公示|指引|指南)$/u.test(zh)) return null
  const parts = zh.split(/[，,]/u).map((part) => tellClause(part, home))
  const [first] = parts
  if (!first || first.subject === '') return null
  const later = parts.slice(1)
  return { en: headlineOf(first), whole: first.whole && later.length === 0, weight: zh.length }
}

/** 铜仁市妇联党员干部在行动 → Party member officials of Tongren Women's Federation in action. */
function inAction(zh: string, home: Home): Told | null {
  const text = /^(?:.*[，,])?(.{3,})在行动$/u.exec(zh)?.[1] ?? ''
  for (let size = text.length; size > 2; size--) {
    const body = bodyName(text.slice(0, size), home)
    const people = body === null || size === text.length ? null : composePhrase(text.slice(size), 'many')
    if (body && (people || size === text.length)) {
      const who = people ? `${people.en} of ${organisationText(text.slice(0, size)).en}` : body
      return { en: `${who} in action`, whole: text.length + 3 === zh.length, weight: zh.length }
    }
  }
  return null
}
