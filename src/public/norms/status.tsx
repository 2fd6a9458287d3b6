/** On what ground a norm stands: since when, for whom, on which sources, and what is left to a lawyer. */
import type { Norm } from '../../model/norm.ts'
import { day } from '../../web/language.ts'
import { CatalogueText, Details, Facts, Heading } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'

type Cited = Norm['sources'][number]

/**
 * What the law says exactly, behind a summary, for the plain sentence stands before it: since when and for whom, the
 * note on the status, what is left to a lawyer, and the sources.
 */
export function Standing({ view, norm }: { view: View; norm: Norm }) {
  const { m, lang } = view
  const doubts = [
    ...(norm.forLawyer ?? []).map((doubt) => doubt[lang]),
    ...norm.sources.flatMap(({ source }) => (source.forLawyer ?? []).map((doubt) => `${source.title}: ${doubt[lang]}`)),
  ]
  const facts = [
    ...(norm.since === undefined ? [] : [{ name: m.standing.since, value: day(lang, norm.since) }]),
    ...(norm.forWhom === undefined ? [] : [{ name: m.standing.forWhom, value: norm.forWhom[lang] }]),
  ]
  return (
    <Details summary={m.standing.exactly}>
      {facts.length === 0 ? null : <Facts items={facts} />}
      <CatalogueText view={view} text={norm.statusNote} english={norm.statusNoteEnglish} />
      {doubts.length === 0 ? null : (
        <>
          <Heading level={3}>{m.standing.lawyer}</Heading>
          <ul className="ld-list">
            {[...new Set(doubts)].map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </>
      )}
      <Heading level={3}>{m.standing.sources}</Heading>
      {norm.sources.length === 0 ? <p>{m.standing.noSource}</p> : null}
      <ul className="ld-list">
        {norm.sources.map((cited) => (
          <SourceLine key={`${cited.source.id} ${cited.article}`} view={view} cited={cited} />
        ))}
      </ul>
    </Details>
  )
}

function SourceLine({ view, cited: { source, article } }: { view: View; cited: Cited }) {
  const { lang } = view
  const dutch = lang === 'nl' ? undefined : 'nl'
  const english = lang === 'en' ? source.stateEnglish : undefined
  return (
    <li>
      <span lang={dutch}>
        {/^https?:\/\//.test(source.url) ? (
          <a className="nl-link" href={source.url} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        {article ? `, ${article}` : ''}.
      </span>{' '}
      <span lang={english === undefined ? dutch : undefined}>{english ?? source.state}</span>{' '}
      <span className="ld-small">{timeOf(view, source)}</span>
    </li>
  )
}

/** How a source stands in time, and who looked at it when. */
function timeOf({ m, lang }: View, source: Cited['source']): string {
  const { status, since, until, checkedOn, verified, intended = false } = source
  const on = (date: string) => `${day(lang, date)}${intended ? ` ${m.standing.intended}` : ''}`
  return [
    ...(status === undefined ? [] : [m.standing.status[status]]),
    ...(since === undefined || status === undefined
      ? []
      : [status === 'adopted' ? m.standing.from(on(since)) : m.standing.inForceSince(day(lang, since))]),
    ...(until === undefined ? [] : [m.standing.until(on(until))]),
    verified ? m.standing.verified : m.standing.unverified,
    ...(checkedOn === undefined ? [] : [m.standing.checkedOn(day(lang, checkedOn))]),
  ].join(' · ')
}
