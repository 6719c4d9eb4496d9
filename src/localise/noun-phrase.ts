export type GrammaticalNumber = 'one' | 'many' | 'none'

/** A noun phrase in English. */
export interface NounPhrase {
  en: string
  basis: 'terms' | 'composed'
  /** True where English has no plural for it (disinfectant). */
  uncountable: boolean
  /** The domain of its head's term. */
  domain: string
}
