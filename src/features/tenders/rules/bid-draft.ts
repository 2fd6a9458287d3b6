/** What a bidder filled in until now, and what follows from it. Pure. */
import type { AcrReport, Annex, Bid, BidAnswer } from '../../../model/tender.ts'
import { reusable } from './bid-file.ts'

export type Draft = {
  readonly bidder: string
  readonly product: string
  readonly answers: readonly BidAnswer[]
  /** Of an earlier file, and not confirmed again yet. */
  readonly offered: readonly BidAnswer[]
  readonly offeredFrom: string
  /** When it was kept last: the file that is made of it is the same until it changes. */
  readonly made: string
  readonly report?: AcrReport | undefined
}
export const EMPTY: Draft = { bidder: '', product: '', answers: [], offered: [], offeredFrom: '', made: '' }

/** The answers in the order of the annex, of requirements that it has. */
const inOrder = (annex: Annex, answers: readonly BidAnswer[]): readonly BidAnswer[] => {
  const there = new Map(answers.map((each) => [each.requirement, each]))
  return annex.requirements.flatMap(({ id }) => there.get(id) ?? [])
}

/** What is handed in. */
export const bidOf = (annex: Annex, hash: string, { bidder, product, made, answers, report }: Draft): Bid => ({
  format: 'leidraad-antwoorden/1',
  annex: { number: annex.number, version: annex.version, hash },
  bidder,
  product,
  made,
  answers: inOrder(annex, answers),
  ...(report === undefined ? {} : { report }),
})

/** Puts these answers in the place of those to the same requirements; what was offered for them is answered. */
export function answered(draft: Draft, these: readonly BidAnswer[]): Draft {
  const ids = new Set(these.map(({ requirement }) => requirement))
  const others = <A extends BidAnswer>(all: readonly A[]) => all.filter(({ requirement }) => !ids.has(requirement))
  return { ...draft, answers: [...others(draft.answers), ...these], offered: others(draft.offered) }
}

/**
 * Takes over a file of the bidder's own: of this tender all of it, of another only what has the same requirement and
 * wording, and that is offered to be confirmed again.
 */
export function takeOver(annex: Annex, draft: Draft, file: Bid): { readonly draft: Draft; readonly kept: number } {
  const about = { ...draft, bidder: draft.bidder || file.bidder, product: draft.product || file.product }
  if (file.annex.number === annex.number) {
    const known = new Set(annex.requirements.map(({ id }) => id))
    const these = file.answers.filter(({ requirement }) => known.has(requirement))
    const next = answered(about, these)
    return { draft: { ...next, report: file.report ?? draft.report }, kept: these.length }
  }
  const there = new Set(draft.answers.map(({ requirement }) => requirement))
  const offered = reusable(annex, file).filter(({ requirement }) => !there.has(requirement))
  return { draft: { ...about, offered, offeredFrom: file.annex.number }, kept: 0 }
}

/** What changed of the words after an answer was given. */
export const isOutdated = (asked: Annex['requirements'][number], answer: BidAnswer | undefined): boolean =>
  answer !== undefined && answer.wording !== asked.wording
