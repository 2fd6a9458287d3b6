/** A covenant beside an IT-toets: what of it the test asks already, and what it would add. Pure. */
import type { PledgeTerms, Promised } from '../../../model/covenant.ts'
import type { Finding, VerdictWord } from '../../../model/finding.ts'
import type { Criterion, Means, Norm } from '../../../model/norm.ts'
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
export type Extra = { readonly id: string; readonly text: string; readonly by: Means['by'] }
export type Beside = {
  readonly norm: Norm
  readonly pledges: readonly string[]
  /** Empty: the covenant adds it. */
  readonly asked: readonly Asked[]
  /** What the covenant wants beside that, and of which nothing is known here yet. */
  readonly extra: readonly Extra[]
  /** How to begin, for what is tested: of the criteria that the covenant follows, and of no other. */
  readonly steps: readonly { readonly id: string; readonly text: string }[]
  /** What the criteria that it follows are about. */
  readonly about: readonly SubjectKind[]
}
export type BesideCovenant = {
  readonly covenant: Pick<Promised, 'id' | 'title' | 'state'>
  readonly asks: readonly Beside[]
  readonly adds: readonly Beside[]
  /** Norms of the covenant that are about something else than what is tested. */
  readonly elsewhere: readonly Beside[]
}

/**
 * What a case of this kind is held against: a product is what people see of it too. A regulation and a proposal come to
 * a full test because something digital carries them out; what that is, is not known yet.
 */
const SUBJECTS: Readonly<Record<CaseKind, readonly SubjectKind[]>> = {
  product: ['product', 'website', 'mail-domain'],
  regulation: ['regulation', 'product'],
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
      return [besideNorm(norm, own, test, found.get(norm.id) ?? [])]
    })
    const isOurs = ({ about }: Beside) => isAbout(about, test.kind)
    return {
      covenant,
      asks: all.filter(({ asked }) => asked.length > 0),
      adds: all.filter((each) => each.asked.length === 0 && isOurs(each)),
      elsewhere: all.filter((each) => each.asked.length === 0 && !isOurs(each)),
    }
  })
}

const isAbout = (subjects: readonly SubjectKind[], kind: CaseKind): boolean =>
  subjects.some((each) => SUBJECTS[kind].includes(each))

/** How to begin, in words that fit what is tested: the first step is written for an organisation, the repair is not. */
const beginsWith = ({ repair, firstStep }: Criterion): string => repair || firstStep

function besideNorm(
  norm: Norm,
  pledges: readonly PledgeTerms[],
  { kind, questions }: { readonly kind: CaseKind; readonly questions: Questionnaire['questions'] },
  known: readonly Known[],
): Beside {
  const follows = new Set(
    pledges.flatMap(({ rules, criterion }) => [...rules.flatMap(({ criteria }) => criteria), criterion]),
  )
  const followed = norm.criteria.filter(({ id }) => follows.has(id))
  // A norm that is named and of which no criterion is followed is meant whole.
  const meant = followed.length > 0 ? followed : norm.criteria.filter(({ weight }) => weight > 0)
  const ours = meant.filter(({ subjects }) => isAbout(subjects, kind))
  const asked = askedOf(norm, questions, known)
  const seen = new Set(known.map(({ criterion }) => criterion))
  const isExtra = ({ id, means: { by } }: Criterion): boolean =>
    // What a question of the test speaks of already is extra only where somebody measures or looks.
    !seen.has(id) && (asked.length === 0 || (follows.has(id) && (by === 'check' || by === 'person')))
  return {
    norm,
    pledges: pledges.map(({ title }) => title),
    asked,
    extra: ours.filter(isExtra).map(({ id, title, means }) => ({ id, text: title.nl, by: means.by })),
    steps: ours.flatMap((each) => (beginsWith(each) === '' ? [] : [{ id: each.id, text: beginsWith(each) }])),
    about: [...new Set(meant.flatMap(({ subjects }) => subjects))],
  }
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
