/**
 * What an entry of a register says of the criteria that ask something of that register: declared, or documented where a
 * file or a record stands behind it. Pure.
 */
import type { Finding, Seen, Strength, VerdictWord } from '../model/finding.ts'
import type { Catalogue, Criterion, FieldTest } from '../model/norm.ts'
import type { Entry, Field, Register, Value, Values } from '../model/register.ts'
import { asItCounts, EXPIRED } from './counting.ts'

/** What is not in an entry itself. */
export type Now = {
  /** `2026-11-28`. */
  readonly today: string
  /** Ids to which its links and files lead, and where nothing is any more: it has ended, is over or was taken away. */
  readonly gone: ReadonlySet<string>
}

type Established = Pick<Finding, 'verdict' | 'reason' | 'seen' | 'strength'>

/**
 * A finding per criterion that asks something of this register. An entry that is no longer kept up says nothing; what
 * was entered longer ago than the norm is looked at again, is unknown.
 */
export function enteredFindings(
  catalogue: Pick<Catalogue, 'norms'>,
  register: Register,
  entry: Pick<Entry, 'values' | 'changedAt' | 'endedAt'>,
  now: Now,
): Finding[] {
  if (entry.endedAt !== null) return []
  const at = entry.changedAt.toISOString()
  return catalogue.norms.flatMap(({ id: norm, criteria, reviewMonths }) =>
    criteria.flatMap((criterion): Finding[] => {
      const found = established(criterion, register, entry.values, now)
      if (!found) return []
      const { seen, ...counts } = asItCounts(found, at, reviewMonths, now.today)
      const old = counts.reason === EXPIRED
      const told = old ? { reason: 'entry.expired', seen: { ...found.seen, ...seen } } : { seen }
      return [{ norm, criterion: criterion.id, ...counts, ...told, source: 'entry', at }]
    }),
  )
}

/**
 * What these values say of one criterion now; undefined when it asks nothing of this register. The first rule that
 * applies counts; when none does, neither does the criterion.
 */
export function established(
  criterion: Pick<Criterion, 'entries'>,
  register: Register,
  values: Values,
  now: Now,
): Established | undefined {
  const rules = (criterion.entries ?? []).filter(({ purpose }) => purpose === register.purpose)
  let passed: Established | undefined
  for (const { test, otherwise, ended, when } of rules) {
    const asked = gravest(when.map((each) => tried(each, register, values, now)))
    if (asked?.outcome === 'open') return { ...finding('unknown', 'asked-unless', asked.seen), strength: 'declared' }
    if (asked?.outcome === 'no') {
      passed ??= { ...finding('not-applicable', 'not-asked', asked.seen), strength: 'declared' }
      continue
    }
    const { outcome, reason, seen, strength } = tried(test, register, values, now)
    const not = reason === 'ended' ? (ended ?? otherwise) : otherwise
    return { ...finding(VERDICT[outcome] ?? not, reason, seen), strength }
  }
  return passed
}

const VERDICT: Readonly<Partial<Record<Outcome, VerdictWord>>> = { yes: 'met', open: 'unknown' }
const finding = (verdict: VerdictWord, reason: string, seen: Seen) => ({ verdict, reason: `entry.${reason}`, seen })

/** yes: it holds; no: it does not; open: nobody said, so it is not known. */
type Outcome = 'yes' | 'no' | 'open'
type Tried = {
  readonly outcome: Outcome
  readonly reason: string
  readonly seen: Seen
  readonly strength: Strength
}

/**
 * Of several fields the one that is not so; else the one of which nobody said anything; else the first. With how many
 * there are, and which are not so: one of them is no proof of the rest.
 */
function tried(test: FieldTest, register: Register, values: Values, now: Now): Tried {
  const all = [test.field, ...(test.also ?? [])].map((id) => triedAt(id, test, register, values, now))
  const first = gravest(all)!
  if (all.length === 1) return first
  const lacking = all.filter(({ outcome }) => outcome !== 'yes').map(({ seen }) => seen)
  const named = (key: string): readonly string[] => lacking.map((seen) => String(seen[key] ?? '…'))
  return { ...first, seen: { ...first.seen, of: all.length, lacking: named('field'), lackingEn: named('fieldEn') } }
}
/** What does not hold goes before what nobody said; undefined of none. */
const gravest = (all: readonly Tried[]): Tried | undefined =>
  ORDER.map((outcome) => all.find((each) => each.outcome === outcome)).find((each) => each !== undefined)
const ORDER: readonly Outcome[] = ['no', 'open', 'yes']

function triedAt(id: string, test: FieldTest, register: Register, values: Values, { today, gone }: Now): Tried {
  const field = register.fields.find((each) => each.id === id)
  // The catalogue's own validation prevents it; what was read before it stays readable.
  if (!field) return { outcome: 'open', reason: 'no-field', seen: {}, strength: 'declared' }
  const told = given(values[field.id])
  const leads = field.kind === 'file' || field.kind === 'link'
  const value =
    leads && told !== undefined ? given((told as readonly string[]).filter((each) => !gone.has(each))) : told
  const seen = { field: field.label, fieldEn: field.labelEnglish }
  // A file or a record can be opened; the rest is what somebody wrote.
  return {
    ...outcomeOf(test, field, value, today),
    ...(value === undefined && told !== undefined ? { reason: 'ended' } : {}),
    strength: value !== undefined && leads ? 'documented' : 'declared',
    seen: { ...seen, ...said(field, value) },
  }
}

function outcomeOf(
  test: FieldTest,
  field: Field,
  value: Value | undefined,
  today: string,
): Pick<Tried, 'outcome' | 'reason'> {
  if ('is' in test) {
    if (value === undefined) return { outcome: 'open', reason: 'open' }
    return { outcome: answersOf(field, value).some((each) => test.is.includes(each)) ? 'yes' : 'no', reason: 'answer' }
  }
  const there = value !== undefined
  switch (test.holds) {
    case 'filled':
      return there ? { outcome: 'yes', reason: 'filled' } : { outcome: 'no', reason: 'empty' }
    case 'empty':
      return there ? { outcome: 'no', reason: 'filled' } : { outcome: 'yes', reason: 'empty' }
    case 'linked':
      return there ? { outcome: 'yes', reason: 'linked' } : { outcome: 'no', reason: 'unlinked' }
    case 'not-passed':
      if (!there) return { outcome: 'open', reason: 'open' }
      return lastDay(String(value)) >= today
        ? { outcome: 'yes', reason: 'not-passed' }
        : { outcome: 'no', reason: 'passed' }
  }
}

/** Nothing in a list, or no text, is nothing; blanks are no text. */
const given = (value: Value | undefined): Value | undefined =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0) ? undefined : value

/** What was chosen, by the ids of the options. */
const answersOf = ({ kind }: Field, value: Value): readonly string[] =>
  kind === 'yes-no' ? [value === true ? 'ja' : 'nee'] : ([value].flat() as readonly string[])

/** A day is itself; a month (`2026-11`) ends on its last. */
const lastDay = (value: string): string =>
  value.length > 7
    ? value
    : new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** What a reader is told of a value: a choice by its label, a date. Texts are not repeated: they may hold anything. */
function said(field: Field, value: Value | undefined): Seen {
  if (value === undefined) return {}
  switch (field.kind) {
    case 'yes-no':
      return value === true ? { answer: 'ja', answerEn: 'yes' } : { answer: 'nee', answerEn: 'no' }
    case 'choice':
    case 'choices': {
      const options = answersOf(field, value).map(
        (id) => field.options.find((each) => each.id === id) ?? { label: id, labelEnglish: id },
      )
      return {
        answer: options.map(({ label }) => label).join(', '),
        answerEn: options.map(({ labelEnglish }) => labelEnglish).join(', '),
      }
    }
    case 'date':
    case 'month':
      return { date: lastDay(String(value)) }
    default:
      return {}
  }
}
