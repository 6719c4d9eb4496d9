import { type Examination, failed, ok } from './report.js'

const [leastMajor, leastMinor] = [20, 19]

export function examineNode(version = process.versions.node): Examination {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > leastMajor || (major === leastMajor && minor >= leastMinor)
  const found = `${version} (${process.platform} ${process.arch})`
  if (enough) return ok('node', found)
  return failed('node', `${found}, too old`, [`install Node ${leastMajor}.${leastMinor} or later`])
}
