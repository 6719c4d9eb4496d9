export { cronProblem, timeZoneProblem } from './cron.js'
export { checkPattern } from './pattern.js'
