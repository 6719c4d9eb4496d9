import { attachmentsPresent } from './attachments.js'
import { chartLabelsPresent, chartsDrawn } from './charts.js'
import type { CheckOf } from './check.js'
import { contentsRight } from './contents.js'
import { figuresPresent } from './figures.js'
import { fontsEmbedded, fontsExpected } from './fonts.js'
import { glyphsPresent } from './glyphs.js'
import { halvesAgree } from './halves.js'
import { noImages } from './images.js'
import { headingsKept, insidePage, textApart } from './layout.js'
import { linkedFigures } from './linked.js'
import { anchorsPresent, linksResolve } from './links.js'
import { metadataPresent } from './metadata.js'
import { outlinePresent } from './outline.js'
import { tagged } from './tags.js'
import { conformanceChecks } from './ua/index.js'

/** In the order in which they are reported. */
export const checks: readonly CheckOf[] = [
  figuresPresent,
  linkedFigures,
  halvesAgree,
  glyphsPresent,
  fontsExpected,
  fontsEmbedded,
  noImages,
  chartLabelsPresent,
  chartsDrawn,
  insidePage,
  textApart,
  headingsKept,
  linksResolve,
  anchorsPresent,
  contentsRight,
  outlinePresent,
  tagged,
  metadataPresent,
  attachmentsPresent,
  ...conformanceChecks,
]

/** What can be asked of a PDF of which no more is known than the model inside it. */
export const checksOfModel: readonly CheckOf[] = [figuresPresent, linkedFigures, linksResolve, attachmentsPresent]
