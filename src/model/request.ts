/** A kind of request as data: what a resident can ask, within which term, and what may be done after a refusal. */
import type { Term } from '../lib/working-days.ts'
import type { Controller, HandlingRole, RequestOutcome } from '../vocabulary/request.ts'

/** A sentence in both languages. */
export type Said = { readonly nl: string; readonly en: string }

/** A law with its article, `AVG` and `art. 15`; `check`: a lawyer still looks whether it is so. */
export type Article = { readonly law: string; readonly article: string; readonly check: boolean }

export type RequestField = {
  readonly id: string
  /** `hack-event`: of those that are held, or were a short while ago; without any it is not asked. */
  readonly kind: 'line' | 'words' | 'choice' | 'date' | 'algorithm' | 'hack-event'
  readonly label: Said
  readonly hint: Said | undefined
  readonly required: boolean
  /** Of a choice. */
  readonly options: readonly { readonly id: string; readonly said: Said }[]
}

export type Remedy = {
  readonly kind: 'objection' | 'court' | 'supervisor' | 'ombudsman' | 'again'
  readonly said: Said
  readonly article: Article
}

/** What an end is called: at the desk, and to who asked. */
export type Ending = Said & { readonly desk: string }
/** `ending`: what a refusal on this ground is called; undefined: as every refusal of its kind. */
export type Refusal = {
  readonly id: string
  readonly said: Said
  readonly article: Article
  readonly ending: Ending | undefined
}
/** A text to begin an answer with, in the language of who asked. */
export type ReplyTemplate = { readonly id: string; readonly title: string; readonly text: Said }

export type RequestKind = {
  readonly id: string
  /** What happens to it beside its term; undefined: nothing. */
  readonly course: 'weakness' | undefined
  readonly group: 'data' | 'open' | 'decision' | 'report'
  /** `person`: about the data of somebody, who is to be known. `public`: everybody may read the answer. */
  readonly about: 'person' | 'public' | 'anything' | 'nobody'
  readonly title: Said
  /** The right as somebody would ask it. */
  readonly question: Said
  readonly gives: Said
  /** What to know beforehand: what may be asked, and why. */
  readonly know: readonly Said[]
  readonly norms: readonly string[]
  /** Purposes of the registers of which each public page leads to it. */
  readonly beside: readonly string[]
  /** Each public page of the data behind a decision leads to it too. */
  readonly besideDecisions: boolean
  /** `only`: for what, or from when, it holds, where that is not for all of the kind. */
  readonly articles: readonly (Article & { readonly only: Said | undefined })[]
  readonly controllers: readonly { readonly id: Controller; readonly when: Said }[]
  readonly term: {
    readonly length: Term & { readonly regime?: unknown }
    readonly said: Said
    readonly article: Article
  }
  /** Once, told before the first end: what the term then comes to, from the same day. */
  readonly extended: { readonly length: Term; readonly said: Said; readonly article: Article } | undefined
  /** What both come to when a committee handles it, told before the first end (Awb 9:11); undefined: none does. */
  readonly committee: { readonly length: Term; readonly extended: Term } | undefined
  /** `agreed`: who asked agrees first, in writing. */
  readonly stops: readonly {
    readonly id: string
    readonly said: Said
    readonly article: Article
    readonly agreed: boolean
  }[]
  /** Whether the municipality pays when it is late and was told so (Awb 4:17), and why. */
  readonly penalty: { readonly runs: boolean; readonly article: Article }
  readonly refusals: readonly Refusal[]
  /** Where its ends are called otherwise than those of every request. */
  readonly endings: Readonly<Partial<Record<RequestOutcome, Ending>>>
  readonly remedies: readonly Remedy[]
  readonly replies: readonly ReplyTemplate[]
  readonly fields: readonly RequestField[]
  /** Whether a person first establishes who asks. */
  readonly identity: boolean
  readonly role: HandlingRole
  /** Months that the words are kept after closing; what then stays names nobody. */
  readonly keptMonths: number
}

/** A figure of one half year that everybody may read: `value` null where too few are behind it. Days or a count. */
export type RequestFigure = {
  /** Empty: all kinds together. */
  readonly kind: string
  readonly measure:
    | 'received'
    | 'answered'
    | 'in-term'
    | 'late'
    | 'granted'
    | 'partly'
    | 'refused'
    | 'passed-on'
    | 'again'
    | 'changed'
    | 'same'
    | 'open'
    | 'days-2'
    | 'days-5'
    | 'days-10'
    | 'days-more'
    | 'median'
    | 'ninetieth'
    | 'helped-said'
    | 'helped-yes'
    | 'helped-partly'
    | 'helped-no'
  readonly value: number | null
}
