import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { didYouMean, messageOf } from '../errors.js'
import type { Note } from '../model/index.js'

const ARTICLES = 'Articles are .txt, .md, .html, .mhtml, .docx, .pdf, .eml and .jsonl files.'

function problem(code: string, message: string, hint: string): Note {
  return { severity: 'error', code, message, hint }
}

export async function sourceNotFound(input: string, path: string): Promise<Note> {
  return problem('source-not-found', `There is no file or folder "${input}".`, await nearestName(path))
}

async function nearestName(path: string): Promise<string> {
  try {
    const near = didYouMean(basename(path), await readdir(dirname(path)))
    if (near !== undefined) return `Did you mean "${near}"?`
    return 'Check the name, or name the folder that it is in.'
  } catch {
    return `Check the path: the folder "${dirname(path)}" cannot be opened.`
  }
}

export function folderEmpty(input: string): Note {
  return problem('folder-empty', `The folder "${input}" holds no article.`, `${ARTICLES} Hidden files are passed over.`)
}

export function noMatch(input: string): Note {
  return problem('no-match', `No file matches "${input}".`, 'Check the pattern; quote it so that the shell leaves it.')
}

export function notReadable(input: string, error: unknown): Note {
  const hint = 'Check that you may open it and that it is an ordinary file.'
  return problem('not-readable', `"${input}" cannot be read: ${messageOf(error)}.`, hint)
}

export function emptyFile(input: string): Note {
  return problem('empty-file', `"${input}" is empty.`, 'Save or copy the article again.')
}

export function tooLarge(input: string, bytes: number, limit: number): Note {
  const megabytes = (size: number) => `${Math.ceil(size / 1_000_000)} MB`
  const message = `"${input}" is too large: ${megabytes(bytes)}, at most ${megabytes(limit)} are read.`
  return problem('too-large', message, 'Save the article alone, without what is around it.')
}

export function binaryFile(input: string, kind: string | null): Note {
  const message = kind === null ? `"${input}" is not a text.` : `"${input}" is not a text but a ${kind}.`
  return problem('binary-file', message, `Save it as text or as a web page. ${ARTICLES}`)
}

export function documentDamaged(input: string, kind: string, reason: string): Note {
  const message = `"${input}" is a ${kind} that cannot be read: ${reason.replace(/[.\s]+$/, '').slice(0, 200)}.`
  return problem(
    'document-damaged',
    message,
    'Open it in the program that made it and save it again, or save its text.',
  )
}

export function documentEmpty(input: string, kind: string): Note {
  return problem('no-text', `"${input}" is a ${kind} without text.`, 'Save the text itself: pictures are not read.')
}

export function lineNotRead(place: string, reason: string): Note {
  const hint = 'Each line is a JSON object with "text" or "html", and "title", "publishedAt", "publisher", "url".'
  return problem('line-not-read', `"${place}" is not read: ${reason}.`, hint)
}

export function documentLocked(input: string): Note {
  return problem('document-locked', `"${input}" is a PDF that asks for a password.`, 'Save it without one.')
}

export function noTextLayer(input: string): Note {
  const message = `"${input}" is a PDF without text: a scan, or letters that it does not name.`
  return problem('no-text', message, 'Recognise its text (OCR) first, or find the article as a web page.')
}

export function ownBriefing(input: string): Note {
  return problem(
    'own-briefing',
    `"${input}" is a briefing that jianbao made.`,
    'Name the articles that it was made of.',
  )
}

export function feedEmpty(input: string): Note {
  return problem('feed-empty', `"${input}" is a feed without entries.`, 'Check the address, or name the pages.')
}

export function entryEmpty(input: string): Note {
  return problem('no-text', `"${input}" is an entry of a feed without an article.`, 'Name the page of the article.')
}

export function feedNested(input: string): Note {
  return problem(
    'feed-nested',
    `"${input}" is itself a feed or a list of addresses.`,
    'Name it as a source of its own.',
  )
}
