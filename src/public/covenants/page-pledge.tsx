/** One agreement: how far it is, the line from baseline to target, who is behind with the first step, and its terms. */
import type { PartyVerdict } from '../../model/public-covenant.ts'
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { dutch } from '../toetsen/share.tsx'
import { figure, targetText } from './figured.ts'
import { Line } from './line.tsx'
import { says } from './messages.ts'
import { judgedText, PartyPages, PledgeBadge, wordText, type InPages } from './parts.tsx'
import type { partiesOfPledge, sumNamed } from './party-store.ts'
import { Remarks, Story } from './story.tsx'
import { wordOf, type FullCovenant, type Happened, type Pledge, type Remark, type Value } from './store.ts'

type Behind = Awaited<ReturnType<typeof partiesOfPledge>>[number]
type Props = Pick<InPages, 'view' | 'part'> & {
  readonly covenant: FullCovenant
  readonly pledge: Pledge
  readonly values: readonly Value[]
  readonly parties: readonly Behind[]
  readonly sum: Awaited<ReturnType<typeof sumNamed>>
  readonly events: readonly Happened[]
  readonly remarks: readonly Remark[]
  readonly today: string
  readonly sends: boolean
}

export function PledgePage(props: Props) {
  const { view, covenant, pledge, values, parties, part, sum, events, remarks, today, sends } = props
  const t = says(view.lang)
  const { stands, verdict, course } = pledge
  const path = `/convenanten/${pledge.no}/afspraken/${encodeURIComponent(pledge.pledge)}`
  const newest = { ...view, publication: undefined }
  const word = wordOf(pledge, today)
  const ask = (to: string) => href(newest, `/convenanten/${pledge.no}/${to}`, { afspraak: pledge.pledge })
  return (
    <Page
      view={view}
      title={pledge.title}
      told="nl"
      crumbs={[
        { name: t.title, to: href(view, '/convenanten') },
        { name: covenant.title, to: href(view, `/convenanten/${pledge.no}`), told: 'nl' },
        { name: pledge.title, to: href(view, path) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker" lang={dutch(view)}>
          {covenant.title}
        </p>
        <Heading level={1}>
          <span lang={dutch(view)}>{pledge.title}</span>
        </Heading>
        <Text lead>
          {verdict !== null
            ? t.verdict(wordText(view.lang, verdict.outcome), verdict.by, verdict.on)
            : course !== null && word === course
              ? t.stands[course]
              : `${wordText(view.lang, word)}.`.replace(/^./, (sign) => sign.toUpperCase())}{' '}
          {verdict?.late ? t.late(verdict.late) : ''}
        </Text>
        <p>
          <PledgeBadge lang={view.lang} word={word} />
        </p>
        {verdict?.confirmedOn ? <Text>{t.confirmed(verdict.confirmedOn)}</Text> : null}
        {verdict && verdict.why !== '' ? <Text lang={dutch(view)}>{verdict.why}</Text> : null}
        {view.lang === 'en' ? <p className="ld-small">{view.m.dutchOnly}</p> : null}
      </div>
      <Line {...{ view, pledge, values, today }} />
      {sum.parties === 0 ? null : <Behinds {...{ view, pledge, parties, part, sum, path }} named={sum.parties} />}
      <Section id="afspraak" title={t.terms1}>
        <Facts items={termsOf(view, pledge)} />
      </Section>
      {events.length === 0 ? null : (
        <Section id="verhaal" title={t.story}>
          <Story view={view} events={events} />
        </Section>
      )}
      <Section id="vragen" title={t.remarks}>
        <Remarks {...{ view, remarks }} ask={sends ? ask('reageren') : undefined} />
        {sends ? (
          <Text>
            <Link to={ask('volgen')}>{t.follow}</Link>
          </Text>
        ) : null}
      </Section>
      {stands.now === null || stands.now.seen === null ? null : <Text>{t.measuredOn(stands.now.seen)}</Text>}
    </Page>
  )
}

function PartyVerdictSaid({ view, verdict }: { view: View; verdict: PartyVerdict | null }) {
  const t = says(view.lang)
  if (verdict === null) return t.noVerdict
  const { outcome, by, on, late } = verdict
  return (
    <>
      {t.verdictOf(wordText(view.lang, outcome), by, on)}.{late ? ` ${t.late(late)}` : ''}
    </>
  )
}

function Behinds({ pledge, parties, sum, ...pages }: InPages & Pick<Props, 'pledge' | 'parties' | 'sum'>) {
  const { view } = pages
  const t = says(view.lang)
  // Nobody was judged: then no column says so of each.
  const judged = parties.some(({ verdict }) => verdict !== null)
  return (
    <Section id="partijen" title={t.behind}>
      <Text>{t.behindText}</Text>
      {pledge.stands.hidden && sum.among > 0 && <Text>{t.sumNamed(sum.counted, figure(view.lang, sum))}</Text>}
      {parties.length > 0 && (
        <Table
          id="partijen-lijst"
          caption={t.behind}
          hideCaption
          stacked
          columns={[
            { head: t.column.party },
            { head: t.column.value, numeric: true },
            ...(judged ? [{ head: t.verdictHead }] : []),
            { head: t.firstStep },
          ]}
          rows={parties.map(({ name, state, count, among, unknown, steps, verdict }) => ({
            key: name,
            cells: [
              state === 'joined' ? name : `${name} (${t.partyStates[state]})`,
              among === 0 ? t.unknownOf(unknown) : figure(view.lang, { count, among }),
              ...(judged ? [<PartyVerdictSaid key="v" view={view} verdict={verdict} />] : []),
              among > 0 && count >= among ? (
                t.done
              ) : steps.length === 0 ? (
                t.notDone
              ) : (
                <List
                  key="s"
                  items={steps.map(({ criterion, norm, text }) => ({
                    key: criterion,
                    body: (
                      <a className="nl-link" href={href(view, `/normen/${norm}`)} lang={dutch(view)}>
                        {text}
                      </a>
                    ),
                  }))}
                />
              ),
            ],
          }))}
        />
      )}
      <PartyPages {...pages} />
    </Section>
  )
}

function termsOf(view: View, { terms, stands, verdict }: Pledge) {
  const t = says(view.lang)
  const said = (text: string) => <span lang={dutch(view)}>{text}</span>
  const { baseline, first, amendments } = terms
  return [
    ...(baseline === null
      ? []
      : [
          {
            name: t.column.baseline,
            value: `${figure(view.lang, baseline)}, ${day(view.lang, baseline.on)}, ${t.strengths[baseline.strength]}`,
          },
        ]),
    ...(stands.now === null
      ? []
      : [
          {
            name: t.column.now,
            value: [figure(view.lang, stands.now), stands.now.unknown > 0 ? t.unknownOf(stands.now.unknown) : '']
              .filter(Boolean)
              .join('. '),
          },
        ]),
    ...(stands.judged === undefined ? [] : [{ name: t.judged, value: judgedText(view.lang, stands.judged) }]),
    { name: t.column.target, value: `${targetText(view.lang, terms)}, ${day(view.lang, terms.due)}` },
    ...(first === null
      ? []
      : [{ name: t.first, value: t.firstText(targetText(view.lang, { ...terms, target: first.target }), first.due) }]),
    ...amendments.flatMap(({ on, why, agreed, before = [] }) => [
      { name: t.changed, value: said(t.changedText(on, why, agreed)) },
      ...before.map(({ name, was }) => ({ name: t.changed, value: said(t.wasText(name, was)) })),
    ]),
    { name: t.rule, value: said(terms.decision) },
    { name: t.unit, value: said(terms.unitWords) },
    { name: t.method, value: t.methods[terms.method] },
    {
      name: t.norms,
      value: (
        <>
          {terms.norms.map((norm, index) => (
            <span key={norm}>
              {index === 0 ? '' : ', '}
              <Link to={href(view, `/normen/${norm}`)}>{norm}</Link>
            </span>
          ))}
        </>
      ),
    },
    { name: t.proof, value: said(verdict && verdict.proof !== '' ? `${terms.proof} ${verdict.proof}` : terms.proof) },
    { name: t.least, value: t.strengths[terms.least] },
    { name: t.verifier, value: said(terms.verifier) },
    { name: t.owner, value: said(terms.owner) },
    { name: t.onMiss, value: said(terms.onMiss) },
  ]
}
