/**
 * A document as it is read, free of paper and screen: the page, the PDF, the ODT and the JSON are made from the same.
 */

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type DocumentField = {
  /** Stays the same between versions: an omission names it. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** What stood here is not public: the ground of the Woo in words, and why it applies. The blocks are then empty. */
  readonly omitted: { readonly ground: string; readonly reason: string } | null
}
export type DocumentSection = { readonly id: string; readonly title: string; readonly fields: readonly DocumentField[] }

/** A tested proposal as it becomes public. Nobody below the mandated level is named in it. */
export type CaseDocument = {
  /** `IT-2026-0014`. */
  readonly number: string
  readonly title: string
  readonly kind: string
  readonly municipality: string
  readonly outcome: string
  /**
   * Decided after advice, decided without (urgent), or declared to be without effect. Absent: published before this was
   * told.
   */
  readonly basis?: 'advised' | 'unadvised' | 'declared'
  /** What the advice came down to, in words; null when there was none or it is not public. */
  readonly advice: string | null
  readonly deviations: number
  readonly decidedOn: string
  readonly sections: readonly DocumentSection[]
}

/** Something to print or to take along as a file: a title with a line above and below it, and sections. */
export type Paper = {
  /** Of the file itself, for programs that show it. */
  readonly name: string
  readonly above: string
  readonly title: string
  readonly below: string
  readonly sections: readonly DocumentSection[]
}
