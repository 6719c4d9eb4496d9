import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export interface Face {
  /** Name in `font-family`. */
  family: string
  weight: 400 | 600
  script: 'latin' | 'han'
  postScriptName: string
  /** Package path of the static TrueType file: variable and CFF fonts end up as Type 3 in a PDF. */
  file: string
}

const latin = '@expo-google-fonts/inter'
const han = '@expo-google-fonts/noto-sans-sc'

export const faces: readonly Face[] = [
  {
    family: 'Jianbao Latin',
    weight: 400,
    script: 'latin',
    postScriptName: 'Inter-Regular',
    file: `${latin}/400Regular/Inter_400Regular.ttf`,
  },
  {
    family: 'Jianbao Latin',
    weight: 600,
    script: 'latin',
    postScriptName: 'Inter-SemiBold',
    file: `${latin}/600SemiBold/Inter_600SemiBold.ttf`,
  },
  {
    family: 'Jianbao Han',
    weight: 400,
    script: 'han',
    postScriptName: 'NotoSansSC-Regular',
    file: `${han}/400Regular/NotoSansSC_400Regular.ttf`,
  },
  {
    family: 'Jianbao Han',
    weight: 600,
    script: 'han',
    postScriptName: 'NotoSansSC-Bold',
    file: `${han}/700Bold/NotoSansSC_700Bold.ttf`,
  },
]

/** Punctuation that both scripts have: in Chinese it must be drawn by the Chinese font. */
export const sharedPunctuation = '·—‘’“”…'

const require = createRequire(import.meta.url)
const loaded = new Map<string, Promise<Buffer>>()

/** The whole font file, read once a process. */
export function loadFace(face: Face): Promise<Buffer> {
  let bytes = loaded.get(face.file)
  if (!bytes) {
    bytes = readFile(require.resolve(face.file))
    loaded.set(face.file, bytes)
  }
  return bytes
}
