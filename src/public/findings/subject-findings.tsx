/** What was seen at one address, theme by theme, worst first; what is met folds into a line. */
import { VerdictBadge } from '../../web/badges.tsx'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { sentence } from './sentences.ts'
import type { Book } from '../store.ts'
import type { readFindings } from './store.ts'
import { toldAs, themeName, titleOf, worstFirst } from '../texts.ts'
import { says } from './messages.ts'

export type Findings = Awaited<ReturnType<typeof readFindings>>

export function FindingsByTheme({
  view,
  book,
  here,
  findings,
}: {
  view: View
  book: Book
  here: string
  findings: Findings
}) {
  const t = says(view.lang)
  const themes = book.catalogue.themes.filter((theme) => findings.some((finding) => finding.theme === theme.id))
  const one = (finding: Findings[number]) => (
    <li key={finding.criterion} className="ld-finding">
      <VerdictBadge view={view} verdict={finding.verdict} told={toldAs(book, finding.criterion)} />
      <div>
        <p className="ld-finding__title">
          <Link to={href(view, `${here}/${finding.criterion}`)}>{titleOf(view, book, finding.criterion)}</Link>
        </p>
        <p className="ld-finding__seen">
          {sentence(view.lang, book.criteria.get(finding.criterion), finding.reason, finding.seen)}
        </p>
      </div>
    </li>
  )
  return (
    <Section id="bevindingen" title={t.subject.findings} wide>
      {findings.length === 0 ? <Text>{t.subject.noFindings}</Text> : <Text>{t.subject.worstFirst}</Text>}
      {themes.map((theme) => {
        const own = findings.filter((finding) => finding.theme === theme.id).toSorted(worstFirst(book))
        const asks = own.filter(({ verdict }) => verdict !== 'met' && verdict !== 'not-applicable')
        const met = own.filter(({ verdict }) => verdict === 'met')
        const rest = own.filter(({ verdict }) => verdict === 'not-applicable')
        return (
          <div key={theme.id} className="ld-group">
            <Heading level={3}>{themeName(view, book, theme.id)}</Heading>
            {asks.length > 0 ? <ul className="ld-findings">{asks.map(one)}</ul> : null}
            {met.length > 0 ? (
              <Details summary={t.subject.met(met.length)}>
                <ul className="ld-findings">{met.map(one)}</ul>
              </Details>
            ) : null}
            {rest.length > 0 ? (
              <Details summary={t.subject.rest(rest.length)}>
                <ul className="ld-findings">{rest.map(one)}</ul>
              </Details>
            ) : null}
          </div>
        )
      })}
    </Section>
  )
}
