/** Parts of the page of a finding: what its norm is for this organisation, and what was seen exactly. */
import type { Seen, VerdictWord } from '../../model/finding.ts'
import type { LegalStatus, Norm } from '../../model/norm.ts'
import { barriersIn } from '../../web/barriers/told.ts'
import { StatusBadge } from '../../web/badges.tsx'
import { CatalogueText, Facts, Section, Text } from '../../web/parts.tsx'
import { exactly, verbatim } from './sentences.ts'
import type { View } from '../../web/view.ts'
import { says } from './messages.ts'

function statusTold(
  view: View,
  status: LegalStatus,
  { name, public_body }: { readonly name: string; readonly public_body: boolean },
): string {
  const { statusHere } = says(view.lang)
  if (status === 'framework') return public_body ? statusHere.frameworkPublic : statusHere.framework(name)
  if (status === 'law-public') return public_body ? statusHere.lawPublic : statusHere.law(name)
  if (status === 'agreement' && !public_body) return statusHere.agreement(name)
  return status === 'law-part'
    ? `${view.m.statusMeaning[status]} ${statusHere.part(name)}`
    : view.m.statusMeaning[status]
}

/** What the status means for whom this is about: law, standards and policy for public bodies are advice for others. */
export function StatusHere({
  view,
  norm,
  organisation,
  verdict,
}: {
  view: View
  norm: Norm
  organisation: { readonly name: string; readonly public_body: boolean }
  verdict: VerdictWord
}) {
  const t = says(view.lang)
  const advised = !organisation.public_body && (norm.status === 'law-public' || norm.status === 'framework')
  const law = norm.status.startsWith('law') && !advised
  const told = statusTold(view, norm.status, organisation)
  return (
    <>
      <p>
        {/* The filled shape of a law is not for whom it is advice. */}
        {advised ? (
          <StatusBadge view={view} status="agreement" label={t.statusHere.label} />
        ) : (
          <StatusBadge view={view} status={norm.status} />
        )}
      </p>
      <Text>{law && (verdict === 'unmet' || verdict === 'partly') ? `${told} ${t.noJudge}` : told}</Text>
    </>
  )
}

/**
 * Per rule of the program for accessibility: what a visitor notices, and the first repair. What it could not decide is
 * no fact: that stands under a heading of its own, as what may be so, and asks for no repair.
 */
export function Barriers({ view, seen, verdict }: { view: View; seen: Seen; verdict: VerdictWord }) {
  const t = says(view.lang)
  const told = verdict === 'met' ? [] : barriersIn(view.lang, seen)
  if (told.length === 0) return null
  if (verdict === 'unknown') {
    return (
      <Section id="nakijken" title={t.finding.undecided}>
        <Text>{t.finding.undecidedText}</Text>
        <ul className="ld-list">
          {told.map(({ rule, means }) => (
            <li key={rule}>
              {t.finding.maybe(means)} (<code className="nl-code">{rule}</code>)
            </li>
          ))}
        </ul>
      </Section>
    )
  }
  return (
    <Section id="belemmeringen" title={t.finding.barriers}>
      <ul className="ld-list">
        {told.map(({ rule, means, repair }) => (
          <li key={rule}>
            {means}
            <CatalogueText
              view={view}
              className="ld-small"
              text={`${t.finding.barrierRepair} ${repair} (\`${rule}\`)`}
              english={`${t.finding.barrierRepair} ${repair} (\`${rule}\`)`}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Names, settings and code as they were seen, for who repairs it. */
export function Exactly({ view, seen }: { view: View; seen: Seen }) {
  const t = says(view.lang)
  const facts = exactly(view.lang, seen)
  const lines = verbatim(seen)
  if (facts.length + lines.length === 0) return null
  return (
    <Section id="letterlijk" title={t.finding.verbatim}>
      {facts.length === 0 ? null : (
        <Facts items={facts.map(({ name, value }) => ({ name, value: <code className="nl-code">{value}</code> }))} />
      )}
      {lines.length === 0 ? null : (
        <ul className="ld-verbatim">
          {lines.map((line, index) => (
            <li key={`${index}${line}`}>
              <code className="nl-code">{line}</code>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
