/** The fields of a part of the answers: what they show, how they are read, and what is not right about them. */
import type { Asked, BidAnswer } from '../../../model/tender.ts'
import { ANSWERS, type AnswerLevel } from '../../../vocabulary/tender.ts'
import type { Sent } from '../../../web/desk/route.ts'
import { answerProblems, LONGEST } from '../rules/bid-file.ts'
import type { Draft } from '../rules/bid-draft.ts'
import type { Words } from './messages.ts'

/** What stands in the fields of one requirement. */
export type Filled = {
  readonly level: string
  readonly remark: string
  readonly component: string
  readonly proof: string
  readonly until: string
  readonly secret: boolean
  readonly confirmed: boolean
}
const BLANK: Filled = { level: '', remark: '', component: '', proof: '', until: '', secret: false, confirmed: false }

/** The names of the fields of a requirement. */
export const nameOf = (id: string, field: keyof Filled): string => `${id}-${field}`

const shownOf = ({ level, remark, component, proof, tradeSecret }: BidAnswer): Filled => ({
  ...BLANK,
  level,
  remark,
  component,
  proof: proof.what,
  until: proof.until,
  secret: tradeSecret,
})

/** What the fields of a requirement show: the answer, or one that is offered, or nothing. */
export function filledOf({ answers, offered }: Draft, { id }: Asked): Filled {
  const found = answers.find(({ requirement }) => requirement === id) ?? offered.find((each) => each.requirement === id)
  return found ? shownOf(found) : BLANK
}

/** What was typed at a requirement. */
export const typedOf = (sent: Sent, { id }: Asked): Filled => ({
  level: sent.text(nameOf(id, 'level')),
  remark: sent.text(nameOf(id, 'remark')),
  component: sent.text(nameOf(id, 'component')),
  proof: sent.text(nameOf(id, 'proof')),
  until: sent.text(nameOf(id, 'until')),
  secret: sent.text(nameOf(id, 'secret')) === 'ja',
  confirmed: sent.text(nameOf(id, 'confirmed')) === 'ja',
})

const isBlank = ({ level, remark, component, proof, until }: Filled): boolean =>
  [level, remark, component, proof, until].every((each) => each === '')

export type Read = {
  readonly answer: BidAnswer | undefined
  readonly problems: Readonly<Record<string, string>>
}

/** The answer in what was typed; undefined: nothing was, or it was offered and is not confirmed. */
export function readAnswer(t: Words, asked: Asked, typed: Filled, draft: Draft, today: string): Read {
  const { id, wording } = asked
  const offered = draft.offered.find(({ requirement }) => requirement === id)
  const untouched =
    offered !== undefined && JSON.stringify({ ...typed, confirmed: false }) === JSON.stringify(shownOf(offered))
  if (isBlank(typed) || (untouched && !typed.confirmed)) return { answer: undefined, problems: {} }
  const answer = {
    requirement: id,
    wording,
    level: typed.level as AnswerLevel,
    remark: typed.remark,
    component: typed.component,
    proof: { what: typed.proof, until: typed.until },
    tradeSecret: typed.secret,
    ...(untouched ? { reused: { from: draft.offeredFrom, confirmedOn: today } } : {}),
  }
  const before = draft.answers.find(({ requirement }) => requirement === id)
  // What was confirmed before and is sent unchanged stays what it is.
  const same = before && JSON.stringify(shownOf(before)) === JSON.stringify({ ...typed, confirmed: false })
  const problems: Record<string, string> = {}
  for (const each of answerProblems(answer)) problems[nameOf(id, each)] = t.problem[each]
  for (const [field, most] of [
    ['remark', LONGEST.remark],
    ['component', LONGEST.component],
    ['proof', LONGEST.proof],
  ] as const)
    if (typed[field].length > most) problems[nameOf(id, field)] = t.problem.long(typed[field].length, most)
  return { answer: same && before.reused ? { ...answer, reused: before.reused } : answer, problems }
}

/** In words what an answer says, for who finds that a colleague was first. */
export const inWords = (lang: 'nl' | 'en', answer: BidAnswer | undefined): string =>
  answer === undefined ? '–' : [ANSWERS[answer.level][lang], answer.remark].filter((each) => each !== '').join(': ')
