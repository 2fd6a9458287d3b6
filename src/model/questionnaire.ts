/**
 * A questionnaire as data: what policy officers write in `questionnaires/`, read into this. No id of one stands
 * anywhere in the code.
 */

export type Purpose = 'pre-check' | 'full-test' | 'self-assessment' | 'inspection'
export type About = 'regulation' | 'proposal' | 'product' | 'organisation' | 'premises'
/** The same questionnaire for a shopkeeper, an office or a hospital. */
export type Variant = 'short' | 'medium' | 'long'

/** Holds when the question was answered and its answer is (not) among `values`; of several answers, one is enough. */
export type Condition = { readonly question: string; readonly op: 'in' | 'not-in'; readonly values: readonly string[] }

export type Option = {
  readonly id: string
  readonly label: string
  /** What this answer means for this very question. */
  readonly anchor: string | undefined
  /** 0 to 1; null: it does not count. */
  readonly score: number | null
  /** `unknown` lowers coverage; `not-applicable` counts nowhere. */
  readonly means: 'unknown' | 'not-applicable' | undefined
  readonly reasonRequired: boolean
}

/** What the list of products says of one: which product, its use, settings, kinds of data, contract, people in it. */
export type Fact = 'product' | 'use' | 'settings' | 'data' | 'contract' | 'personal-data'

export type Flag = { readonly on: readonly string[]; readonly when: Condition | undefined; readonly text: string }

export type Refuters = {
  /** An answer that counts as met is contradicted when one of these is unmet. */
  readonly met: readonly string[]
  /** An answer that counts as unmet is contradicted when all of these are met. */
  readonly unmet: readonly string[]
}

export type Question = {
  readonly id: string
  readonly section: string
  readonly text: string
  /** In words for someone without an ICT department; the short variant uses it. */
  readonly plain: string | undefined
  readonly explanation: string | undefined
  readonly kind: 'scale' | 'choice' | 'choices' | 'text'
  readonly options: readonly Option[]
  /** Of the short variant, when it has a scale of its own. */
  readonly plainOptions: readonly Option[] | undefined
  readonly weight: number
  readonly norms: readonly string[]
  /** The criterion of which somebody on the spot says by it how it is. */
  readonly establishes?: string | undefined
  /**
   * Criteria that speak of the very same thing, so that a measurement can contradict an answer to this question. A
   * questionnaire that was kept before measurements were tied to questions has none.
   */
  readonly refutedBy?: Refuters
  readonly evidence: readonly string[]
  readonly reviewers: readonly string[]
  readonly when: Condition | undefined
  readonly flag: Flag | undefined
  readonly firstStep: string | undefined
  /** For a larger organisation, when a shopkeeper's first step does not fit. */
  readonly longFirstStep?: string | undefined
  /** Empty: in every variant. */
  readonly variants: readonly Variant[]
  /** What the register of products knows of it, to offer as its answer. */
  readonly register?: Fact | undefined
  /** Codes of the question in another questionnaire that it covers, for exchange. */
  readonly covers: readonly string[]
}

export type Section = {
  readonly id: string
  readonly title: string
  /** Its questions are averaged into a figure of its own. */
  readonly scored: boolean
}

export type ClusterRule = {
  readonly question: string
  readonly values: readonly string[]
  readonly and: Condition | undefined
  readonly atLeast: string | undefined
  readonly atMost: string | undefined
  readonly why: string
}
export type Clusters = {
  /** Axis → question → answer → points; an axis counts its highest answer. */
  readonly axes: readonly {
    readonly id: string
    readonly name: string
    readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>
  }[]
  /** Highest sum of the axes for each cluster, in order. */
  readonly limits: readonly { readonly cluster: string; readonly upTo: number; readonly variant: Variant }[]
  /** In order; a later one goes over an earlier one. */
  readonly rules: readonly ClusterRule[]
  readonly examples: readonly { readonly name: string; readonly answers: Answers; readonly expected: string }[]
}

export type Questionnaire = {
  readonly id: string
  /** `versie` of the file and a short hash of its content. */
  readonly version: string
  readonly title: string
  readonly date: string
  readonly purpose: Purpose
  readonly about: readonly About[]
  readonly by: string
  readonly minutes: Readonly<Partial<Record<Variant | 'all', number>>>
  /** What happens with the answers, for who fills it in. */
  readonly promise: string
  readonly validMonths: number | undefined
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
  /** From a score to a verdict: met from, partly from. */
  readonly thresholds: { readonly met: number; readonly partly: number }
  readonly outcomes: readonly { readonly id: string; readonly label: string; readonly requires: string | undefined }[]
  readonly clusters: Clusters | undefined
  readonly indicators: readonly {
    readonly id: string
    readonly name: string
    readonly formula: string
    readonly source: string
  }[]
}

export type Value = string | readonly string[]
export type Answered = { readonly value: Value; readonly reason: string }
/** By question id. A question that is not in it was not answered. */
export type Answers = Readonly<Record<string, Answered>>
