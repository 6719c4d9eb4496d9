// What the template commands call: a command imports services, never a stage.
export {
  checkTemplate,
  ejectTemplate,
  listTemplates,
  resolveTemplate,
  type TemplateEntry,
  type TemplateProblem,
} from './compose/index.js'
