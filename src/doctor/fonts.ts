import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { messageOf } from '../errors.js'
import { type Examination, failed, ok } from './report.js'

const fonts = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
]

/** Every TrueType file begins with this version number. */
const trueType = 0x00010000

/** The fonts come with the program: none of the machine's is needed. */
export async function examineFonts(): Promise<Examination> {
  const problems = (await Promise.all(fonts.map(problemOf))).filter((problem) => problem !== null)
  if (problems.length === 0) return ok('fonts', `${fonts.length} fonts for Chinese and Latin text`)
  return failed('fonts', problems.join('; '), ['install the packages again: npm ci'])
}

async function problemOf(font: string): Promise<string | null> {
  try {
    const file = await open(createRequire(import.meta.url).resolve(font))
    const { buffer } = await file.read(Buffer.alloc(4)).finally(() => file.close())
    return buffer.readUInt32BE(0) === trueType ? null : `${font} is no TrueType font`
  } catch (error) {
    return `${font} cannot be read (${messageOf(error)})`
  }
}
