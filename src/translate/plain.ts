import { ServiceTrouble } from '../service/index.js'
import type { Answer, Question } from './translator.js'

/** For services that cannot be told names: the Chinese with its names in English already, which they leave as they are. */
export function withNames({ zh, glossary }: Question): string {
  return glossary.names.reduce((text, name) => text.replaceAll(name.zh, ` ${name.en} `), zh).trim()
}

/** Answers of services that give a list in the order of the texts. */
export function inOrder(questions: readonly Question[], texts: readonly string[] | undefined): Answer[] {
  if (texts === undefined) throw new ServiceTrouble('answer', 'its answer has not the form that it documents')
  if (texts.length !== questions.length) {
    throw new ServiceTrouble('answer', `it answers ${texts.length} of ${questions.length} texts`)
  }
  return questions.map(({ id }, at) => ({ id, en: texts[at] ?? '' }))
}
