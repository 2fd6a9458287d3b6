/** A covenant beside an IT-toets: what of it the test asks already, and what it would add. Pure. */
import type { PledgeTerms, Promised } from '../../../model/covenant.ts'
import type { Finding, VerdictWord } from '../../../model/finding.ts'
import type { Norm } from '../../../model/norm.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import type { SubjectKind } from '../../../model/subject.ts'
import type { CaseKind } from '../../../vocabulary/case.ts'

/** Something that the test asks or looks at of a norm, with what is known of it so far. */
export type Asked = {
  readonly id: string
  readonly text: string
  readonly from: 'question' | 'measurement' | 'register' | 'person'
  /** The verdicts that there are; none: nothing is known yet. */
  readonly verdicts: readonly VerdictWord[]
}
export type Beside = {
  readonly norm: Norm
  readonly pledges: readonly string[]
  /** Empty: the covenant adds it. */
  readonly asked: readonly Asked[]
  /** What the covenant wants to see beside an answer: measured or looked at by somebody, and not known here yet. */
  readonly proofs: readonly { readonly id: string; readonly text: string; readonly by: 'check' | 'person' }[]
}
export type BesideCovenant = {
  readonly covenant: Pick<Promised, 'id' | 'title' | 'state'>
  readonly asks: readonly Beside[]
  readonly adds: readonly Beside[]
  /** Norms of the covenant that are about something else than what is tested. */
  readonly elsewhere: readonly Beside[]
}

/** What a case of this kind is held against: a product is what people see of it too. */
const SUBJECTS: Readonly<Record<CaseKind, readonly SubjectKind[]>> = {
  product: ['product', 'website', 'mail-domain'],
  regulation: ['regulation'],
  // What a proposal leads to is not known yet: it may be either.
  proposal: ['regulation', 'product'],
}

type Known = Pick<Finding, 'norm' | 'criterion' | 'verdict' | 'source' | 'seen'>

/** Each covenant beside the test of one case: by norm, in the order of the catalogue. */
export function besideCovenants(
  covenants: readonly Promised[],
  norms: readonly Norm[],
  test: {
    readonly kind: CaseKind
    readonly questions: Questionnaire['questions']
    readonly findings: readonly Known[]
  },
): BesideCovenant[] {
  const found = Map.groupBy(test.findings, ({ norm }) => norm)
  return covenants.map(({ pledges, ...covenant }) => {
    const all = norms.flatMap((norm): Beside[] => {
      const own = pledges.filter((each) => each.norms.includes(norm.id))
      if (own.length === 0) return []
      const known = found.get(norm.id) ?? []
      const proofs = proofsOf(norm, own, test.kind, known)
      return [{ norm, pledges: own.map(({ title }) => title), asked: askedOf(norm, test.questions, known), proofs }]
    })
    const about = ({ norm }: Beside) => isAbout(norm.subjects, test.kind)
    return {
      covenant,
      asks: all.filter(({ asked }) => asked.length > 0),
      adds: all.filter((each) => each.asked.length === 0 && about(each)),
      elsewhere: all.filter((each) => each.asked.length === 0 && !about(each)),
    }
  })
}

const isAbout = (subjects: readonly SubjectKind[], kind: CaseKind): boolean =>
  subjects.some((each) => SUBJECTS[kind].includes(each))

/** Criteria that a pledge follows, that no answer alone establishes, and of which this case knows nothing. */
function proofsOf(norm: Norm, pledges: readonly PledgeTerms[], kind: CaseKind, known: readonly Known[]) {
  const followed = new Set(pledges.flatMap(({ rules }) => rules.flatMap(({ criteria }) => criteria)))
  const seen = new Set(known.map(({ criterion }) => criterion))
  return norm.criteria.flatMap(({ id, title, subjects, means: { by } }) =>
    followed.has(id) && !seen.has(id) && isAbout(subjects, kind) && (by === 'check' || by === 'person')
      ? [{ id, text: title.nl, by }]
      : [],
  )
}

const FROM = { visit: 'measurement', entry: 'register', form: 'question' } as const

/** The questions that name the norm, and what was measured, registered or seen of its criteria. */
function askedOf(norm: Norm, questions: Questionnaire['questions'], found: readonly Known[]): Asked[] {
  const answered = found.filter(({ source }) => source === 'form')
  const byCriterion = Map.groupBy(
    found.filter(({ source }) => source !== 'form'),
    ({ criterion }) => criterion,
  )
  return [
    ...questions
      .filter(({ norms }) => norms.includes(norm.id))
      .map(({ id, text }): Asked => ({
        id,
        text,
        from: 'question',
        verdicts: answered.filter(({ seen }) => seen['question'] === id).map(({ verdict }) => verdict),
      })),
    ...norm.criteria.flatMap(({ id, title }): Asked[] => {
      const own = byCriterion.get(id)
      if (!own) return []
      const { source } = own[0]!
      const from = source in FROM ? FROM[source as keyof typeof FROM] : 'person'
      return [{ id, text: title.nl, from, verdicts: own.map(({ verdict }) => verdict) }]
    }),
  ]
}
