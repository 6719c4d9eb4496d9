import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { didYouMean, messageOf } from '../errors.js'
import type { Note } from '../model/index.js'

const ARTICLES = 'Articles are .txt, .html, .htm and .md files.'

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

export function addressNotRead(input: string): Note {
  return problem('address-not-read', `Web addresses are not read: "${input}".`, 'Save the page and name the file.')
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
