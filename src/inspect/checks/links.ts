import { type CheckOf, check } from './check.js'

export const linksResolve: CheckOf = ({ links, destinations }) => {
  const failures = links
    .filter(({ destination }) => !destinations.has(destination))
    .map(({ page, destination }) => `page ${page}: "${destination}"`)
  return check('links-resolve', `all ${links.length} links lead somewhere`, 'links lead nowhere', [
    ...new Set(failures),
  ])
}

export const anchorsPresent: CheckOf = ({ destinations }, { anchors }) => {
  const failures = anchors.filter((anchor) => !destinations.has(anchor)).map((anchor) => `"${anchor}"`)
  return check('anchors-present', `all ${anchors.length} places can be linked to`, 'places are missing', failures)
}
