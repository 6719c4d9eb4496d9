// Who may import whom. The house is described in docs/architecture.md; each rule says why it is there.
const stages =
  'collect|extract|analyse|correct|crosscheck|compare|localise|translate|compose|export|print|inspect|verify|deliver'
const beside =
  '^src/(model|language)/|^src/(pdf|service)/index[.]ts$|^src/(counted|digest|errors|markup|resources|retry-after)[.]ts$'

const only = (name, comment, packages, folders) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(src|bin)/', pathNot: folders },
  to: { path: `node_modules/(${packages})(/|$)` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'a-stage-knows-no-other-stage',
      comment: 'Only src/pipeline.ts knows the order of the line; a stage takes a model type and returns one.',
      severity: 'error',
      from: { path: `^src/(${stages})/` },
      to: { path: '^src/', pathNot: `^src/$1/|${beside}|^src/browser/index[.]ts$` },
    },
    {
      name: 'only-print-meets-the-browser',
      comment: 'Of all stages only `print` is handed a browser.',
      severity: 'error',
      from: { path: `^src/(${stages})/`, pathNot: '^src/print/' },
      to: { path: '^src/browser/' },
    },
    {
      name: 'a-stage-has-one-door',
      comment: 'Outside a stage its index.ts is all there is; what is behind it may change.',
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: { path: `^src/(${stages}|model|browser|pdf|service|store|schedule)/`, pathNot: '/index[.]ts$|^src/$1(/|$)' },
    },
    {
      name: 'the-model-stands-alone',
      comment: 'The model is what all others speak: it imports none of them.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'language-is-pure',
      comment: 'Chinese text in, structure out: no files, no network, no other room.',
      severity: 'error',
      from: { path: '^src/language/' },
      to: { pathNot: '^src/(language|model)/|^node_modules/', dependencyTypesNot: ['npm'] },
    },
    {
      name: 'commands-stay-thin',
      comment: 'A command reads flags, calls one function and prints: it imports services, never a stage.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(reading|pipeline|verification|generate|steps|editions|templates|lenses|terms|translations|doctor|progress|contract|explain|errors|resources)[.]ts$|^src/(schedule|config|commands|program|model|doctor|report)/',
      },
    },
    only(
      'puppeteer-in-its-room',
      'One place starts browsers and stops them.',
      'puppeteer|puppeteer-core|@sparticuz/chromium',
      '^src/(browser|print)/',
    ),
    only(
      'page-making-in-its-room',
      'Templates and charts belong to what the reader sees.',
      'handlebars|chart[.]js',
      '^src/compose/',
    ),
    only('databases-in-their-room', 'What is stored is the business of one interface.', 'libsql|pg', '^src/store/'),
    only(
      'oclif-in-its-room',
      'Everything but the command line works without it.',
      '@oclif/core',
      '^(src/(commands|program)|bin)/',
    ),
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^[.][.]/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
