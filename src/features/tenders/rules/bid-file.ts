/** The file with all answers of a bidder: how it is made, read within bounds, and known to be whole. Pure. */
import { z } from 'zod'
import { hashOfContent, sha256 } from '../../../lib/canonical.ts'
import { isDate } from '../../../lib/iso-date.ts'
import type { Annex, Bid, BidAnswer } from '../../../model/tender.ts'
import { ANSWERS, type AnswerLevel } from '../../../vocabulary/tender.ts'
import { ABOUT, ACR_LONGEST, CONTACT, MOST_CHAPTERS, MOST_LEFT, MOST_LINES } from './openacr-read.ts'

/** Bytes of a file, and characters of its fields. */
export const MOST_BID = 2 * 1024 * 1024
export const LONGEST = { name: 200, remark: 4_000, component: 300, proof: 600 } as const

const text = (most: number) => z.string().max(most)
const Answer = z.strictObject({
  requirement: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/),
  wording: z.int().min(1).max(10_000),
  level: z.enum(Object.keys(ANSWERS) as [AnswerLevel, ...AnswerLevel[]]),
  remark: text(LONGEST.remark),
  component: text(LONGEST.component),
  proof: z.strictObject({ what: text(LONGEST.proof), until: z.string().refine((on) => on === '' || isDate(on)) }),
  tradeSecret: z.boolean(),
  reused: z.strictObject({ from: text(60), confirmedOn: z.string().refine(isDate) }).optional(),
})
const { criterion, component, level, line, notes } = ACR_LONGEST
const Contact = z.strictObject(Object.fromEntries(CONTACT.map((each) => [each, text(line).optional()])))
const About = z.strictObject(
  Object.fromEntries(Object.entries(ABOUT).map(([each, most]) => [each, text(most).optional()])),
)
const Report = z.strictObject({
  title: text(line),
  product: text(line + component + 1),
  catalogue: text(component),
  date: text(component),
  lines: z
    .array(
      z.strictObject({
        chapter: text(80).optional(),
        criterion: text(criterion),
        component: text(component),
        level: text(level),
        notes: text(notes),
      }),
    )
    .max(MOST_LINES),
  more: z
    .strictObject({
      product: z.strictObject({ name: text(line), version: text(component), description: text(notes) }),
      author: Contact.optional(),
      vendor: Contact.optional(),
      about: About,
      related: z.array(z.strictObject({ url: text(notes), type: text(level) })).max(MOST_LINES),
      chapters: z.array(z.strictObject({ id: text(80), notes: text(notes), disabled: z.boolean() })).max(MOST_CHAPTERS),
      left: z.array(text(200)).max(MOST_LEFT),
    })
    .optional(),
})
const BidFile = z.strictObject({
  format: z.literal('leidraad-antwoorden/1'),
  annex: z.strictObject({ number: z.string().regex(/^AB-\d{4}-\d{4,}$/), version: z.int().min(1), hash: text(64) }),
  bidder: z.string().trim().min(1).max(LONGEST.name),
  product: text(LONGEST.name),
  made: z.iso.datetime(),
  answers: z.array(Answer).max(500),
  report: Report.optional(),
  /** Of all the rest, however it is written. */
  content: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The bytes that a bidder takes along and hands in. */
export const bidText = (bid: Bid): string => `${JSON.stringify({ ...bid, content: hashOfContent(bid) }, null, 2)}\n`

export type BidProblem = 'too-large' | 'no-json' | 'no-bid'
export type ReadBid =
  | { readonly bid: Bid; readonly whole: boolean; readonly hash: string; readonly problem: undefined }
  | { readonly bid: undefined; readonly problem: BidProblem }

/**
 * The answers in these bytes. `whole`: their content is what it was when the file was made. `hash`: of the bytes. It
 * never throws.
 */
export function readBid(bytes: Uint8Array): ReadBid {
  const no = (problem: BidProblem): ReadBid => ({ bid: undefined, problem })
  if (bytes.length > MOST_BID) return no('too-large')
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return no('no-json')
  }
  const read = BidFile.safeParse(said)
  if (!read.success) return no('no-bid')
  const { content, ...bid } = read.data
  if (new Set(bid.answers.map(({ requirement }) => requirement)).size < bid.answers.length) return no('no-bid')
  return { bid: bid as Bid, whole: hashOfContent(bid) === content, hash: sha256(bytes), problem: undefined }
}

/** What is not right about an answer, by the name of its field. */
export type AnswerProblem = 'level' | 'remark' | 'until'

/** A remark belongs to whatever is not simply met: without it nobody can weigh it. */
export function answerProblems(answer: Pick<BidAnswer, 'remark' | 'proof'> & { readonly level: string }) {
  const problems: AnswerProblem[] = []
  if (!Object.hasOwn(ANSWERS, answer.level)) problems.push('level')
  else if (answer.level !== 'met' && answer.remark === '') problems.push('remark')
  if (answer.proof.until !== '' && !isDate(answer.proof.until)) problems.push('until')
  return problems
}

/** What an earlier file offers for this annex: the same requirement in the same wording, to be confirmed again. */
export const reusable = (annex: Annex, earlier: Bid): readonly BidAnswer[] =>
  annex.requirements.flatMap(({ id, wording, own }) =>
    // Words that were of one tender are never the same as those of another.
    own ? [] : earlier.answers.filter((each) => each.requirement === id && each.wording === wording),
  )

/** What is missing before it can be handed in: requirements without an answer. */
export const missingIn = (annex: Annex, answers: readonly BidAnswer[]): readonly string[] => {
  const there = new Set(answers.map(({ requirement }) => requirement))
  return annex.requirements.filter(({ id }) => !there.has(id)).map(({ id }) => id)
}

export type Gap = 'unanswered' | 'other-wording' | 'not-met' | 'no-proof' | 'expired-proof' | 'older-report'

/** What a person looks at first in one answer: never a score. `on`: the day on which proof must still count. */
export function gapsOf(
  asked: Annex['requirements'][number],
  answer: BidAnswer | undefined,
  on: string,
): readonly Gap[] {
  if (!answer) return ['unanswered']
  const gaps: Gap[] = []
  if (answer.wording !== asked.wording) gaps.push('other-wording')
  if (answer.level === 'unmet' || answer.level === 'partly') gaps.push('not-met')
  if (asked.due === 'bid' && answer.level !== 'not-applicable' && answer.proof.what === '') gaps.push('no-proof')
  if (answer.proof.until !== '' && answer.proof.until < on) gaps.push('expired-proof')
  return gaps
}
