import { didYouMean } from '../../errors.js'
import { helperNames } from './engine.js'
import { bare, elementOf, fieldOf, fieldsOf, isList, isMarkup, type Shape } from './shape.js'

export interface Place {
  file: string
  line: number
}

/** Where the walk stands: the shapes of the context and of those around it, and the names of block parameters. */
interface Scope {
  file: string
  shapes: readonly Shape[]
  names: ReadonlyMap<string, Shape>
  /** Fields that a partial's call adds. */
  added: ReadonlySet<string>
}

const data = ['root', 'index', 'first', 'last', 'key']

/** Goes through a template as it would be run, with the shape of the context in place of a briefing. */
export class Walker {
  readonly #programs: ReadonlyMap<string, hbs.AST.Program>
  readonly #files: ReadonlyMap<string, string>
  readonly #report: (place: Place, message: string) => void
  readonly #done = new Map<string, Set<Shape>>()
  #root: Shape = null

  constructor(
    programs: ReadonlyMap<string, hbs.AST.Program>,
    files: ReadonlyMap<string, string>,
    report: (place: Place, message: string) => void,
  ) {
    this.#programs = programs
    this.#files = files
    this.#report = report
  }

  walk(program: hbs.AST.Program, file: string, root: Shape): void {
    this.#root = root
    this.#program(program, { file, shapes: [root], names: new Map(), added: new Set() })
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope)
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    if (statement.type === 'MustacheStatement') this.#mustache(statement as hbs.AST.MustacheStatement, scope)
    else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, scope)
    else if (statement.type === 'PartialStatement') this.#partial(statement as hbs.AST.PartialStatement, scope)
    else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
      this.#say(statement, scope, `${statement.type} is not used in templates`)
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const { path } = node
    if (path.type !== 'PathExpression') return
    const expression = path as hbs.AST.PathExpression
    const name = expression.original
    const called = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0
    if (called || helperNames.some((helper) => helper === name)) {
      this.#helper(name, node, scope)
      const [given = null] = this.#arguments(node, scope)
      if (name === 'words') this.#isWords(node, given, scope)
      return
    }
    const shape = this.#resolve(expression, scope)
    if (isMarkup(shape)) return
    if (!node.escaped) this.#say(node, scope, `{{{${name}}}} prints text unescaped: use {{${name}}}`)
    const fields = fieldsOf(shape)
    const how = fields?.includes('runs') ? `: print it with {{words ${name}}}` : ''
    if (fields) this.#say(node, scope, `${name} is not a text${how}`)
    else if (isList(shape)) this.#say(node, scope, `${name} is a list: go through it with {{#each ${name}}}`)
  }

  #isWords(node: hbs.AST.MustacheStatement, shape: Shape, scope: Scope): void {
    const fields = fieldsOf(shape)
    if (isList(shape) || (shape && !fields?.includes('runs'))) {
      this.#say(node, scope, `${pathText(node.params[0])} is not words: print it with {{${pathText(node.params[0])}}}`)
    }
  }

  #helper(name: string, node: hbs.AST.Node, scope: Scope): void {
    if (helperNames.some((helper) => helper === name)) return
    const near = didYouMean(name, helperNames)
    this.#say(
      node,
      scope,
      `there is no helper ${name}${near ? `; did you mean ${near}?` : `: there are ${helperNames.join(', ')}`}`,
    )
  }

  #arguments(node: { params: hbs.AST.Expression[]; hash: hbs.AST.Hash }, scope: Scope): Shape[] {
    const shapes = node.params.map((param) => this.#expression(param, scope))
    for (const pair of node.hash?.pairs ?? []) this.#expression(pair.value, scope)
    return shapes
  }

  #expression(node: hbs.AST.Expression, scope: Scope): Shape {
    if (node.type === 'PathExpression') return this.#resolve(node as hbs.AST.PathExpression, scope)
    if (node.type === 'SubExpression') {
      const call = node as hbs.AST.SubExpression
      this.#helper(call.path.original, call, scope)
      this.#arguments(call, scope)
    }
    return null
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = node.path.original
    this.#helper(name, node, scope)
    const [shape = null] = this.#arguments(node, scope)
    if (name === 'each' || name === 'with') {
      const inner = name === 'each' ? this.#element(node, shape, scope) : bare(shape)
      const names = new Map(scope.names)
      const [parameter] = node.program?.blockParams ?? []
      if (parameter) names.set(parameter, inner)
      this.#program(node.program, { ...scope, shapes: [inner, ...scope.shapes], names, added: new Set() })
    } else {
      this.#program(node.program, scope)
    }
    this.#program(node.inverse, scope)
  }

  #element(node: hbs.AST.BlockStatement, shape: Shape, scope: Scope): Shape {
    if (shape && !isList(shape)) this.#say(node, scope, `${pathText(node.params[0])} is not a list`)
    return elementOf(shape)
  }

  #partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    if (node.name.type !== 'PathExpression') {
      this.#say(node, scope, 'a partial is called by its name')
      return
    }
    const name = (node.name as hbs.AST.PathExpression).original
    const [given] = this.#arguments(node, scope)
    const shape = node.params.length ? (given ?? null) : (scope.shapes[0] ?? null)
    const program = this.#programs.get(name)
    const file = this.#files.get(name)
    if (file === undefined) {
      const near = didYouMean(name, this.#files.keys())
      this.#say(
        node,
        scope,
        `there is no partial ${name}${near ? `; did you mean ${near}?` : ` (partials/${name}.hbs)`}`,
      )
      return
    }
    const added = new Set([
      ...(node.params.length ? [] : scope.added),
      ...(node.hash?.pairs ?? []).map(({ key }) => key),
    ])
    if (!program || this.#known(`${name} ${[...added].join(' ')}`, bare(shape))) return
    this.#program(program, { file, shapes: [bare(shape)], names: new Map(), added })
  }

  /** A partial is gone through once for each shape that it is called with. */
  #known(name: string, shape: Shape): boolean {
    const shapes = this.#done.get(name) ?? new Set()
    this.#done.set(name, shapes)
    if (shapes.has(shape)) return true
    shapes.add(shape)
    return false
  }

  #resolve(path: hbs.AST.PathExpression, scope: Scope): Shape {
    const [first, ...rest] = path.parts
    if (path.data) {
      if (first !== undefined && !data.includes(first))
        this.#say(path, scope, `there is no @${first}: there are @${data.join(', @')}`)
      return first === 'root' ? this.#descend(path, rest, this.#root, scope) : null
    }
    const named = first === undefined || path.depth > 0 ? undefined : scope.names.get(first)
    if (named !== undefined) return this.#descend(path, rest, named, scope)
    if (first !== undefined && path.depth === 0 && scope.added.has(first)) return null
    return this.#descend(path, path.parts, scope.shapes[path.depth] ?? null, scope)
  }

  #descend(path: hbs.AST.PathExpression, parts: readonly string[], from: Shape, scope: Scope): Shape {
    let shape = from
    for (const part of parts) {
      const fields = fieldsOf(shape)
      if (isList(shape) && part === 'length') return null
      if (!fields) {
        if (shape) this.#say(path, scope, `${path.original}: ${part} is asked of something that has no fields`)
        return null
      }
      if (!fields.includes(part)) {
        const near = didYouMean(part, fields)
        const known = near ? `did you mean ${near}?` : `there are ${fields.slice(0, 12).join(', ')}`
        this.#say(
          path,
          scope,
          `there is no field ${part}${path.original === part ? '' : ` (${path.original})`}; ${known}`,
        )
        return null
      }
      shape = fieldOf(shape, part)
    }
    return shape
  }

  #say(node: hbs.AST.Node, scope: Scope, message: string): void {
    this.#report({ file: scope.file, line: node.loc.start.line }, message)
  }
}

function pathText(node: hbs.AST.Expression | undefined): string {
  return node?.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : 'this'
}
