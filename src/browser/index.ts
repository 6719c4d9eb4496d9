export { cacheFolders } from './cache.js'
export { type BrowserOrigin, candidates } from './find.js'
export { type BrowserInfo, type BrowserOptions, BrowserSession, openBrowser } from './session.js'
