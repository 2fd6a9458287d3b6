/** One covenant: in a sentence how it stands, then what is promised and how far that is; who takes part; the text. */
import { DocumentText } from './text.tsx'
import { day } from '../../web/language.ts'
import { moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { dutch } from '../toetsen/share.tsx'
import { figure, targetText } from './figured.ts'
import { says } from './messages.ts'
import { standing, termIsOver } from './page-list.tsx'
import { PartyPages, PledgeBadge, type InPages } from './parts.tsx'
import { Remarks, Story } from './story.tsx'
import { takingPart, wordOf, type FullCovenant, type Happened, type Party, type Pledge, type Remark } from './store.ts'

/** Events on the page; all of them are in the files. */
export const ON_PAGE = 60
/** Named parties on a page. */
export const PARTIES = 100

type Props = Omit<InPages, 'path'> & {
  readonly covenant: FullCovenant
  readonly editions: readonly { readonly edition: number; readonly since: Date; readonly until: Date | null }[]
  readonly pledges: Pledge[]
  readonly parties: readonly Party[]
  readonly events: readonly Happened[]
  readonly remarks: readonly Remark[]
  readonly today: string
  /** Whether something can be sent, and followed by mail, here. */
  readonly sends: boolean
}

export function CovenantPage(props: Props) {
  const { view, covenant, editions, pledges, parties, part, named, events, remarks, today, sends } = props
  const t = says(view.lang)
  const { no, current, document, counts } = covenant
  const newest = { ...view, publication: undefined }
  const feed = { path: href(newest, `/convenanten/${no}/nieuws.atom`), title: t.feedTitle(covenant.title) }
  return (
    <Page
      view={view}
      title={covenant.title}
      told="nl"
      crumbs={[
        { name: t.title, to: href(view, '/convenanten') },
        { name: covenant.title, to: href(view, `/convenanten/${no}`) },
      ]}
      feed={feed}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {t.states[covenant.state].replace(/^./, (sign) => sign.toUpperCase())}.{' '}
          {t.terms(covenant.begins_on, covenant.ends_on)}
          {current && termIsOver(covenant.state, covenant.ends_on, today) ? ` ${t.termOver}` : ''}
        </p>
        <Heading level={1}>
          <span lang={dutch(view)}>{covenant.title}</span>
        </Heading>
        {current ? (
          <Text lead>{standing(view, pledges, today)}</Text>
        ) : (
          <Text lead>
            {t.earlier(covenant.edition)} <Link to={href(view, `/convenanten/${no}`)}>{t.toCurrent}</Link>
          </Text>
        )}
        {view.lang === 'en' ? <p className="ld-small">{view.m.dutchOnly}</p> : null}
      </div>
      {current && pledges.length > 0 ? <Pledges {...{ view, pledges, today }} /> : null}
      {current ? <Who {...{ view, no, counts, parties, part, named }} /> : null}
      <DocumentText view={view} document={document} current={current} />
      {current ? <Files view={view} no={no} files={covenant.files} /> : null}
      {events.length === 0 ? null : (
        <Section id="verhaal" title={t.story}>
          <Story view={view} events={events} />
          {events.length === ON_PAGE ? <Text>{t.storyMore}</Text> : null}
        </Section>
      )}
      {current ? (
        <Section id="vragen" title={t.remarks}>
          <Remarks {...{ view, remarks }} ask={sends ? href(newest, `/convenanten/${no}/reageren`) : undefined} />
        </Section>
      ) : null}
      <Section id="uitgaven" title={t.editions}>
        <Text>{t.editionsText}</Text>
        <List
          items={editions.map(({ edition, since, until }) => ({
            key: `${edition}`,
            body: (
              <Link
                to={href(view, until === null ? `/convenanten/${no}` : `/convenanten/${no}/uitgave/${edition}`)}
                current={edition === covenant.edition}
              >
                {t.edition(edition)}, {moment(view.lang, since)}
              </Link>
            ),
          }))}
        />
        <List
          items={[
            ...(sends
              ? [{ key: 'mail', body: <Link to={href(newest, `/convenanten/${no}/volgen`)}>{t.follow}</Link> }]
              : []),
            { key: 'feed', body: <Link to={feed.path}>{t.feed}</Link> },
          ]}
        />
      </Section>
    </Page>
  )
}

function Pledges({ view, pledges, today }: Pick<Props, 'view' | 'pledges' | 'today'>) {
  const t = says(view.lang)
  const { column } = t
  return (
    <Section id="afspraken" title={t.pledges} wide>
      <Text>{t.pledgesText}</Text>
      <Table
        id="afspraken-lijst"
        caption={t.pledges}
        hideCaption
        stacked
        columns={[
          { head: column.pledge },
          { head: column.baseline, numeric: true },
          { head: column.now, numeric: true },
          { head: column.target, numeric: true },
          { head: column.due },
          { head: column.stands },
        ]}
        rows={pledges.map((each) => ({
          key: each.pledge,
          cells: [
            <a
              key="a"
              className="nl-link"
              href={href(view, `/convenanten/${each.no}/afspraken/${encodeURIComponent(each.pledge)}`)}
              lang={dutch(view)}
            >
              {each.title}
            </a>,
            each.terms.baseline === null ? '–' : figure(view.lang, each.terms.baseline),
            each.stands.now === null ? '–' : figure(view.lang, each.stands.now),
            targetText(view.lang, each.terms),
            day(view.lang, each.due),
            <PledgeBadge key="b" lang={view.lang} word={wordOf(each, today)} />,
          ],
        }))}
      />
    </Section>
  )
}

type Named = Pick<Props, 'view' | 'parties' | 'part' | 'named'> & Pick<FullCovenant, 'no' | 'counts'>
function Who({ view, no, counts, parties, part, named }: Named) {
  const t = says(view.lang)
  const rest = t.whoCounts(counts.paused, counts.suspended, counts.left, counts.observers)
  const all = takingPart(counts)
  return (
    <Section id="partijen" title={t.who}>
      <Text>
        {t.parties(all)}
        {rest === '' ? '.' : ` (${rest}).`} {all === 0 ? '' : t.whoText(counts.named, all)}
      </Text>
      {parties.length === 0 ? null : (
        <Table
          id="partijen-lijst"
          caption={t.who}
          hideCaption
          stacked
          columns={[{ head: t.column.party }, { head: t.column.stands }, { head: t.column.since }]}
          rows={parties.map(({ party, name, kind, state, joinedOn, leftOn }) => ({
            key: party,
            cells: [
              name,
              [kind === 'party' ? '' : t.kinds[kind], t.partyStates[state]].filter(Boolean).join(', '),
              state === 'left' && leftOn !== null
                ? day(view.lang, leftOn)
                : joinedOn === null
                  ? ''
                  : day(view.lang, joinedOn),
            ],
          }))}
        />
      )}
      <PartyPages {...{ view, part, named }} path={`/convenanten/${no}`} />
    </Section>
  )
}

function Files({ view, no, files }: { view: View; no: number; files: FullCovenant['files'] }) {
  const t = says(view.lang)
  return (
    <Section id="bestanden" title={t.files}>
      {files === null ? (
        <Text>{t.noFiles}</Text>
      ) : (
        <>
          <Text>{t.filesText}</Text>
          <Table
            id="bestanden-lijst"
            caption={t.files}
            hideCaption
            stacked
            columns={[{ head: t.column.file }, { head: t.column.hash }]}
            rows={(['pdf', 'odt', 'json'] as const).map((kind) => ({
              key: kind,
              cells: [
                <a key="a" className="nl-link" href={`/convenanten/${no}.${kind}`}>
                  {kind.toUpperCase()}
                </a>,
                <code key="b" className="nl-code ld-break">
                  {files[kind]}
                </code>,
              ],
            }))}
          />
        </>
      )}
      <Text>
        <Link to={href({ ...view, publication: undefined }, '/document-controleren')}>{t.check}</Link>
      </Text>
    </Section>
  )
}
