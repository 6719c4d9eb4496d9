export { bundledRunsHere } from './bundled.js'
export { cacheFolders } from './cache.js'
export { type BrowserOrigin, type Candidate, candidates } from './find.js'
export { type BrowserInfo, type BrowserOptions, BrowserSession, openBrowser, type PageLease } from './session.js'
