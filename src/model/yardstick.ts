/** What the test of another would say of our evidence, in its own points: ours in their manner, never their verdict. */

/** Points from the least to the most that they can be; both are the same where all was seen. */
export type Span = readonly [low: number, high: number]

/** One test of theirs. `most`: what it can give at best; 0: they show it and count it for nothing. */
export type Mark<Id extends string = string> = { readonly test: Id; readonly span: Span; readonly most: number }

/** `total`: of a hundred (Internet.nl), or from 0 to 145 (Observatory). */
export type Yardstick<Id extends string = string> = {
  readonly parts: readonly { readonly part: string; readonly marks: readonly Mark<Id>[] }[]
  readonly total: Span
}

export type YardstickId = 'internet-nl-web' | 'observatory' | 'internet-nl-mail'
