import { annotationsTagged } from './annotations.js'
import { realContent } from './content.js'
import { documentSays, languagesKnown } from './document.js'
import { fontsComplete } from './fonts.js'
import { alternativesGiven, headingsInOrder, notesNamed, structureFollows, tableHeads } from './structure.js'

/** The conditions of the Matterhorn Protocol that our files can meet; docs/inspection.md has each by its number. */
export const conformanceChecks = [
  realContent,
  documentSays,
  structureFollows,
  languagesKnown,
  alternativesGiven,
  headingsInOrder,
  tableHeads,
  notesNamed,
  annotationsTagged,
  fontsComplete,
]
