import type { Person } from '../model/index.js'
import type { Home } from './home.js'
import { renderPerson } from './persons.js'
import { renderRole } from './roles.js'

export function localisePerson(person: Person, home: Home): Person {
  const { zh } = person
  return {
    ...person,
    en: renderPerson(zh),
    enBasis: zh === '' ? 'none' : 'composed',
    role: person.role && renderRole(person.role.zh, home),
  }
}
