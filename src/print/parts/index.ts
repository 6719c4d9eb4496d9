export { joinPdfs } from './join.js'
export { splitHtml } from './split.js'
