/** A lesson: what a resident or entrepreneur reads and does in a few minutes, step by step, in two languages. */

import type { PictureName } from '../vocabulary/lesson.ts'

export type Said = Readonly<Record<'nl' | 'en', string>>

export type Audience = 'resident' | 'entrepreneur'

/** What one has to do to answer: choose one, choose several, put in order by number, or say what one would do. */
export type QuestionKind = 'one' | 'several' | 'order' | 'act'

export type Option = {
  /** One letter. */
  readonly id: string
  readonly text: Said
  /** Stands beside the answer once it was given. */
  readonly why: Said
  /** Of a question in order its place, from 1; else whether it is a good answer. */
  readonly right: boolean
  readonly place: number | null
}

export type Question = { readonly kind: QuestionKind; readonly ask: Said; readonly options: readonly Option[] }

/** A screen to practise on, drawn so that nobody takes it for a real one. */
export type Practice = {
  readonly kind: 'mail' | 'text' | 'site' | 'form'
  readonly from: Said
  readonly about: Said | null
  readonly lines: readonly Said[]
  readonly button: Said | null
}

/** `alt` null: it only brightens up the page. */
export type Picture = { readonly name: PictureName; readonly alt: Said | null }

export type LessonStep = {
  readonly title: Said
  readonly text: Said
  /** What is read aloud, where that is not the text. */
  readonly aloud: Said | null
  readonly picture: Picture | null
  readonly practice: Practice | null
  /** The one thing to do with this step. */
  readonly act: Said | null
  /** For who sits beside the learner. */
  readonly helper: Said
  readonly question: Question | null
}

export type Lesson = {
  readonly id: string
  readonly version: number
  readonly title: Said
  readonly lead: Said
  readonly audience: Audience
  readonly forWhom: Said
  readonly minutes: number
  /** What people may type to find it. */
  readonly words: readonly string[]
  readonly norms: readonly string[]
  /** `request`: the kind of request by which one uses it; null: none of ours. */
  readonly rights: readonly (Said & { readonly request: string | null })[]
  /** The day for which the law in it was looked up. */
  readonly lawOn: string
  readonly author: string
  /** Null: nobody from outside looked at it yet. */
  readonly reviewer: string | null
  readonly licence: string
  readonly reviewOn: string
  readonly steps: readonly LessonStep[]
  readonly end: {
    readonly today: readonly Said[]
    readonly call: readonly { readonly who: Said; readonly phone: string | null; readonly what: Said }[]
  }
}
