/** Rules of requests: their codes, for whom one can ask, what is not right about what was filled in. Pure. */
import { createHmac } from 'node:crypto'
import { holdsCitizenNumber } from '../../lib/citizen-number.ts'
import { followCode, linkOfCode } from '../../lib/follow-code.ts'
import { isDate } from '../../lib/iso-date.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { hashOfToken } from '../../lib/token.ts'
import type { RequestField, RequestKind } from '../../model/request.ts'
import { LONGEST_LINE, LONGEST_WORDS, type ForWhom } from '../../vocabulary/request.ts'

const WHAT = 'request'
/**
 * The code of who asks, from the id: given on paper and on the screen, and kept nowhere. `nth`: how many were given in
 * the place of one that was lost.
 */
export const codeOf = (key: Buffer, requester: string, nth = 0): string =>
  followCode(key, WHAT, nth === 0 ? requester : `${requester}/${nth}`)
/** The secret of the link that a code opens, worked out without looking whether there is such a request. */
export const secretOfCode = (key: Buffer, code: string): string => linkOfCode(key, WHAT, code)
/** The secret of the link of who asks. */
export const secretOf = (key: Buffer, requester: string, nth = 0): string =>
  secretOfCode(key, codeOf(key, requester, nth))
/** The same, as the database holds it. */
export const hashOf = (key: Buffer, requester: string, nth = 0): string => hashOfToken(secretOf(key, requester, nth))

/** An id that follows from what was sent: the same form, sent twice, is the same request. */
export function idOfSent(key: Buffer, sent: readonly string[]): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify(['requester', ...sent]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/** What a form holds. `more`: other kinds that were asked for at once, with one text for all of them. */
export type Filled = {
  readonly whom: ForWhom
  readonly helper: boolean
  readonly onBehalf: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly post: string
  readonly fields: Readonly<Record<string, string>>
  readonly more: readonly string[]
  readonly moreText: string
  readonly seal: string
  /** The field that is to stay empty. */
  readonly bait: string
}

/** Sentences for what is not right, in the language of who fills it in. */
export type Complaints = {
  readonly missing: (label: string) => string
  readonly long: (length: number, most: number) => string
  readonly badEmail: string
  readonly badPhone: string
  readonly badDate: string
  readonly endsFirst: string
  readonly noChoice: string
  readonly noBehalf: string
  readonly bait: string
}

/** Digits of a telephone number as people write it: with spaces, dashes and one plus in front. */
export const isPhone = (text: string): boolean =>
  /^\+?[\d\s()./-]{6,25}$/.test(text) && /\d{6}/.test(text.replace(/\D/g, ''))

const mostOf = ({ kind }: RequestField): number => (kind === 'words' ? LONGEST_WORDS : LONGEST_LINE)

function fieldProblem(
  field: RequestField,
  value: string,
  label: string,
  say: Complaints,
  listed: readonly string[] | undefined,
) {
  if (value === '') return field.required ? say.missing(label) : undefined
  if (value.length > mostOf(field)) return say.long(value.length, mostOf(field))
  if (field.kind === 'date' && !isDate(value)) return say.badDate
  if (field.kind === 'choice' && !field.options.some(({ id }) => id === value)) return say.noChoice
  if (listed && !listed.includes(value)) return say.noChoice
  return undefined
}

/** Where a form asks for a first and a last day: a period that ends before it begins is none. */
const spansOf = ({ fields }: Pick<RequestKind, 'fields'>) =>
  [{ from: 'van', until: 'tot' }].filter((span) =>
    [span.from, span.until].every((one) => fields.some(({ id, kind }) => id === one && kind === 'date')),
  )

/** What is not right, by the name of the field. `listed`: what can be chosen in a field of which the list stands
 * elsewhere; undefined: it is told in words. */
export function problemsOf(
  kind: RequestKind,
  filled: Filled,
  lang: 'nl' | 'en',
  say: Complaints,
  listed: (field: string) => readonly string[] | undefined,
): Record<string, string> {
  const problems: Record<string, string> = {}
  const tell = (field: string, problem: string | undefined) => {
    if (problem !== undefined) problems[field] = problem
  }
  tell('website', filled.bait === '' ? undefined : say.bait)
  for (const field of kind.fields)
    tell(field.id, fieldProblem(field, filled.fields[field.id] ?? '', field.label[lang], say, listed(field.id)))
  for (const { from, until } of spansOf(kind)) {
    const [begin, end] = [filled.fields[from] ?? '', filled.fields[until] ?? '']
    if (isDate(begin) && isDate(end) && end < begin) tell(until, say.endsFirst)
  }
  if (filled.more.length > 0 && filled.moreText === '')
    tell('ook-wat', say.missing(lang === 'nl' ? 'Wat vraagt u daarbij?' : 'What do you ask there?'))
  const lengths = [
    ['ook-wat', filled.moreText, LONGEST_WORDS],
    ['namens', filled.onBehalf, LONGEST_LINE],
    ['naam', filled.name, LONGEST_LINE],
    ['adres', filled.post, 400],
  ] as const
  for (const [field, value, most] of lengths)
    tell(field, value.length > most ? say.long(value.length, most) : undefined)
  if ((filled.whom === 'child' || filled.whom === 'mandate') && filled.onBehalf === '') tell('namens', say.noBehalf)
  tell('email', filled.email === '' || isEmail(filled.email) ? undefined : say.badEmail)
  tell('telefoon', filled.phone === '' || isPhone(filled.phone) ? undefined : say.badPhone)
  return problems
}

/** Fields in whose words a citizen service number seems to stand: nobody need give one. */
export const numbersIn = (kind: RequestKind, filled: Filled): readonly string[] =>
  [...kind.fields.map(({ id }) => [id, filled.fields[id] ?? ''] as const), ['ook-wat', filled.moreText] as const]
    .filter(([, text]) => holdsCitizenNumber(text))
    .map(([field]) => field)

/** The kinds that can be asked for in one go with this one: of the same group, about the same person. */
export const besides = (kinds: readonly RequestKind[], kind: RequestKind): readonly RequestKind[] =>
  kind.about === 'person'
    ? kinds.filter((each) => each.id !== kind.id && each.group === kind.group && each.about === 'person')
    : []

/** For whom a kind can be asked; the others are led elsewhere. What is of nobody asks it of nobody. */
export const whomOf = ({ about }: Pick<RequestKind, 'about'>): readonly ForWhom[] =>
  ({
    person: ['self', 'child', 'mandate'] as const,
    public: ['none'] as const,
    anything: ['self', 'mandate', 'none'] as const,
    nobody: ['none'] as const,
  })[about]

/** What was filled in, in the order of the form; what the form does not ask stands last, as it came. */
export function inOrder<T extends { readonly field: string }>(
  kind: Pick<RequestKind, 'fields'> | undefined,
  texts: readonly T[],
): T[] {
  const at = ({ field }: T): number => {
    const place = kind?.fields.findIndex(({ id }) => id === field) ?? -1
    return place === -1 ? Number.MAX_SAFE_INTEGER : place
  }
  return texts.toSorted((one, other) => at(one) - at(other))
}
