// What each group of rules brings: figures of annotated texts, read with one function of a copy of dist/ switched off.
//   npm run build && node bench/groups.mjs [FOLDER of NAME.txt + NAME.gold.json]
// Without a folder: the marked texts of test/fixtures/figures. Per cent: found (F1: value and place), right (F1: also
// unit and item), approximation, per and role of those found. A report, never a test.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Name of the group, the functions that stand for it, and what they give instead. */
const groups = [
  ['nothing: all rules', '', [], ''],
  ['what only looks like a figure', 'language/look-alikes.js', ['maskLookAlikes'], 'new Uint8Array(args[0].length)'],
  ['dates', 'language/dates.js', ['findDates'], '[]'],
  ['what counts and what is rhetoric', 'language/figures.js', ['isFigure'], '!args[1].vague && !args[1].bare'],
  ['approximators', 'language/approximators.js', ['approximatorBefore', 'approximatorAfter'], 'undefined'],
  ['ranges', 'language/quantities.js', ['rangeAfter'], 'null'],
  ['rates and prices', 'language/rates.js', ['perOf'], 'null'],
  ['words that end a noun phrase', 'language/words.js', ['phraseEnds'], '[]'],
  ['the noun after the number', 'language/nouns.js', ['nounAfter'], 'undefined'],
  [
    'the noun before the number',
    'language/nouns.js',
    ['nounBefore'],
    '({ noun: undefined, verb: undefined, counter: false })',
  ],
  ['shares and growth', 'analyse/share-items.js', ['shareItem'], 'undefined'],
  ['items shared by 分别', 'analyse/shared-items.js', ['sharedItem'], 'undefined'],
  ['items carried over', 'analyse/carried-items.js', ['of'], "({ zh: '', per: null })"],
  ['totals and parts', 'analyse/roles.js', ['markRoles'], 'undefined'],
]

/** Runs in the copy. */
const reader = `
import { readFileSync } from 'node:fs'
const { extract } = await import('./dist/extract/index.js')
const { analyse } = await import('./dist/analyse/index.js')
const { parseLens } = await import('./dist/config/lens-text.js')
const lens = parseLens(readFileSync('assets/lenses/public-response.yaml', 'utf8'), 'lens')
const texts = JSON.parse(readFileSync('texts.json', 'utf8'))
const read = texts.map((text, i) => {
  const source = { uri: String(i), mediaType: 'text/plain', encoding: 'utf-8', text, digest: 'sha256:' + '0'.repeat(64) }
  const summary = analyse(extract(source).value, lens)
  return { body: summary.article.text, facts: summary.facts }
})
process.stdout.write(JSON.stringify(read))
`

const texts = process.argv[2] ? annotated(process.argv[2]) : marked(join(root, 'test/fixtures/figures'))
const gold = texts.flatMap(({ figures }) => figures.filter(({ optional }) => !optional))
console.log(`${texts.length} texts, ${gold.length} figures`)
console.log('| without | found | right | approx. | per | role |\n|---|---|---|---|---|---|')
for (const [name, file, functions, instead] of groups) {
  const scores = score(readWithout(file, functions, instead))
  console.log(`| ${name} | ${scores.map((each) => each.toFixed(1)).join(' | ')} |`)
}

/** The facts of all texts, in order, from a copy of the program in which the functions give something else. */
function readWithout(file, functions, instead) {
  const copy = mkdtempSync(join(tmpdir(), 'jianbao-groups-'))
  try {
    for (const part of ['dist', 'assets', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    if (file !== '') switchOff(join(copy, 'dist', file), functions, instead)
    writeFileSync(join(copy, 'texts.json'), JSON.stringify(texts.map(({ text }) => text)))
    writeFileSync(join(copy, 'read.mjs'), reader)
    const told = execFileSync(process.execPath, ['read.mjs'], { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 })
    return JSON.parse(told)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function switchOff(path, functions, instead) {
  let code = readFileSync(path, 'utf8')
  for (const name of functions) {
    const declared = new RegExp(`(^(?:export )?function |^ {4})${name}\\(`, 'm')
    if (!declared.test(code)) throw new Error(`${path} has no ${name}`)
    code = code.replace(
      declared,
      (_, before) => `${before}${name}(...args) { return ${instead}; }\n${before}${name}Before(`,
    )
  }
  writeFileSync(path, code)
}

/** Per cent of found, right, approximation, per, role. */
function score(read) {
  const hits = { found: 0, right: 0, approximation: 0, per: 0, role: 0 }
  let spurious = 0
  texts.forEach(({ text, figures }, i) => {
    const left = new Set(read[i].facts)
    const place = placesOf(text, read[i].body)
    for (const figure of figures) {
      const fact = [...left].find((each) => figureAt(figure, place(each)) && sameValue(figure, each))
      if (!fact) continue
      left.delete(fact)
      if (figure.optional) continue
      hits.found++
      const { unit, approximation, per } = fact.quantity
      if (unit === figure.unit && sameThing(figure.item, fact.item.zh)) hits.right++
      if (approximation === figure.approximation) hits.approximation++
      if (per === figure.per) hits.per++
      if (fact.role === figure.role) hits.role++
    }
    spurious += left.size
  })
  const f1 = (count) => (200 * count) / (gold.length + hits.found + spurious || 1)
  const share = (count) => (100 * count) / (hits.found || 1)
  return [f1(hits.found), f1(hits.right), share(hits.approximation), share(hits.per), share(hits.role)]
}

function spaceless(text) {
  return text.replace(/\s/g, '').normalize('NFKC')
}

/** Where a fact of the body stands in the page, both without blanks. */
function placesOf(page, body) {
  const squeezed = spaceless(page)
  return ({ evidence: { start, end } }) => {
    const around = spaceless(body.slice(Math.max(0, start - 25), end))
    const to = squeezed.indexOf(around) + around.length
    return [to - spaceless(body.slice(start, end)).length, to]
  }
}

function figureAt({ from, to }, [start, end]) {
  return start < to && end > from
}

function sameValue(figure, { quantity: { value } }) {
  return Math.abs(value - figure.value) <= 1e-6 * Math.max(1, Math.abs(figure.value))
}

function sameThing(a, b) {
  if (!a) return true
  const common = [...a].filter((character) => b.includes(character)).length
  return b !== '' && (a.includes(b) || b.includes(a) || common / Math.min(a.length, b.length) >= 0.6)
}

/** Texts with ⟦surface|value|unit|item|…⟧: test/fixtures/figures/README.md. */
function marked(folder) {
  return names(folder, '.txt').map((name) => {
    const source = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^#.*\n/gm, '')
    const text = source.replace(/⟦\??([^|⟧]*)[^⟧]*⟧/g, '$1')
    const figures = [...source.matchAll(/⟦(\??)([^|]*)\|([^|]*)\|([^|]*)\|([^|⟧]*)\|?([^⟧]*)⟧/g)].map((match) => {
      const [, mark, surface, value, unit, item, more] = match
      const said = Object.fromEntries(more.split(',').map((pair) => pair.split('=')))
      const from = spaceless(source.slice(0, match.index).replace(/⟦\??([^|⟧]*)[^⟧]*⟧/g, '$1')).length
      const to = from + spaceless(surface).length
      const plain = { from, to, optional: mark === '?', value: Number(value), unit: unit === '-' ? null : unit, item }
      return { ...plain, approximation: said.a ?? 'exact', per: said.p ?? null, role: said.r ?? 'single' }
    })
    return { text, figures }
  })
}

/** Texts beside NAME.gold.json: { facts: [{ value, unit, approximation, item, context }], optionalFacts }. */
function annotated(folder) {
  return names(folder, '.gold.json').map((name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const { facts = [], optionalFacts = [] } = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8'))
    const squeezed = spaceless(text)
    const figures = [...facts, ...optionalFacts].map((fact, i) => {
      const from = squeezed.indexOf(spaceless(fact.context))
      const to = from + spaceless(fact.context).length
      const { approximation = 'exact', per = null, role = 'single', unit = null } = fact
      return { ...fact, from, to, unit, optional: i >= facts.length, approximation, per, role }
    })
    return { text, figures }
  })
}

function names(folder, ending) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()
}
