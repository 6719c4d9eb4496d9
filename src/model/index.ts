// First: it holds for the schemas that come after it.
import './settings.js'

export * from './article.js'
export * from './briefing.js'
export * from './correction.js'
export * from './document.js'
export * from './fact.js'
export * from './inspection.js'
export * from './lens.js'
export * from './note.js'
export * from './source.js'
export * from './summary.js'
export * from './text.js'
