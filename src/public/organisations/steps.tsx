/** The steps that help an organisation most, one per criterion, over all its addresses. */
import type { Finding } from '../../model/finding.ts'
import { VerdictBadge } from '../../web/badges.tsx'
import { CatalogueText, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { toldAs, gap, subjectPath, titleOf } from '../texts.ts'
import type { ListedSubject, PublishedOrganisation } from './store.ts'
import { says } from './messages.ts'

export type Judged = Pick<Finding, 'criterion' | 'verdict'> & { readonly subject: string }

export type Step = {
  readonly criterion: string
  readonly help: number
  readonly subjects: readonly string[]
  readonly worst: 'partly' | 'unmet'
}

/** The criteria of which repair helps most: weight × gap, added over the addresses where it was seen. */
export function steps(book: Book, findings: readonly Judged[], most: number): readonly Step[] {
  const found = new Map<string, Step>()
  for (const { criterion, verdict, subject } of findings) {
    const help = gap(verdict) * (book.criteria.get(criterion)?.weight ?? 0)
    if (help === 0) continue
    const before = found.get(criterion)
    found.set(criterion, {
      criterion,
      help: help + (before?.help ?? 0),
      subjects: [...(before?.subjects ?? []), subject],
      worst: verdict === 'unmet' || before?.worst === 'unmet' ? 'unmet' : 'partly',
    })
  }
  return [...found.values()]
    .toSorted((a, b) => b.help - a.help || a.criterion.localeCompare(b.criterion))
    .slice(0, most)
}

export function Steps({
  view,
  book,
  organisation,
  subjects,
  findings,
}: {
  view: View
  book: Book
  organisation: PublishedOrganisation
  subjects: readonly ListedSubject[]
  findings: readonly Judged[]
}) {
  const t = says(view.lang)
  const best = steps(book, findings, 3)
  const known = findings.some((finding) => finding.verdict !== 'unknown' && finding.verdict !== 'not-applicable')
  return (
    <Section id="stappen" title={t.organisation.steps(best.length === 0 ? 3 : best.length)}>
      {best.length === 0 ? <Text>{known ? t.organisation.noSteps : t.organisation.noStepsUnknown}</Text> : null}
      <ol className="ld-steps">
        {best.map((step) => {
          const where = subjects.filter((subject) => step.subjects.includes(subject.id))
          const first = where[0]
          return (
            <li key={step.criterion}>
              <CatalogueText
                view={view}
                text={book.criteria.get(step.criterion)?.firstStep ?? ''}
                english={book.criteria.get(step.criterion)?.firstStepEnglish}
                className="ld-steps__do"
              />
              <p className="ld-steps__why">
                <VerdictBadge view={view} verdict={step.worst} told={toldAs(book, step.criterion)} />{' '}
                {titleOf(view, book, step.criterion)}
              </p>
              {first ? (
                <p className="ld-small">
                  {t.organisation.stepWhere} {where.map((subject) => subject.address).join(', ')}.{' '}
                  <a
                    className="nl-link"
                    href={href(view, `${subjectPath(organisation.slug, first.kind, first.address)}/${step.criterion}`)}
                  >
                    {t.organisation.stepRead}
                    <span className="ld-hidden">: {titleOf(view, book, step.criterion)}</span>
                  </a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
