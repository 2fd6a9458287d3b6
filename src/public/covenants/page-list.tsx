/** Who promised what, and is it kept: all public covenants, with how their agreements stand in words and counts. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { dutch } from '../toetsen/share.tsx'
import { says } from './messages.ts'
import { wordText } from './parts.tsx'
import { Story } from './story.tsx'
import { takingPart, wordOf, type Happened, type Listed, type Word } from './store.ts'

/** The worst first, for that is what a reader looks for; what is unlike is counted and never averaged. */
const ORDER: readonly Word[] = [
  'not-met',
  'waiting',
  'at-risk',
  'met-late',
  'met',
  'on-course',
  'not-measured',
  'not-begun',
  'lapsed',
  'hidden',
  'unknown',
]

/** Whether it still counts as running while its last day is past: nothing ends it by itself. */
export const termIsOver = (state: Listed['state'], endsOn: string | null, today: string): boolean =>
  (state === 'in-force' || state === 'open') && endsOn !== null && endsOn < today

/** How the agreements of a covenant stand, in a sentence: `3 afspraken: 2 op koers, 1 gehaald.` */
export function standing(view: View, pledges: Listed['pledges'], today: string): string {
  const t = says(view.lang)
  if (pledges.length === 0) return t.noPledges
  const words = Map.groupBy(pledges, (each) => wordOf(each, today))
  const told = ORDER.filter((word) => words.has(word)).map((word) => {
    const { length: count } = words.get(word)!
    return `${count} ${word === 'at-risk' && count > 1 ? t.manyBehind : wordText(view.lang, word)}`
  })
  return t.summary(pledges.length, told.join(', '))
}

type Props = { view: View; covenants: readonly Listed[]; events: readonly Happened[]; today: string; follows: boolean }
export function CovenantsPage({ view, covenants, events, today, follows }: Props) {
  const t = says(view.lang)
  const feed = { path: href({ ...view, publication: undefined }, '/convenanten.atom'), title: t.allFeed }
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/convenanten') }]} feed={feed}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.how}</Text>
        <Text>
          <Link to={href(view, '/badges')}>{t.badges}</Link>
        </Text>
      </div>
      {covenants.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <Table
          id="convenanten"
          caption={t.listCaption}
          hideCaption
          stacked
          columns={[
            { head: t.column.covenant },
            { head: t.column.who },
            { head: t.column.pledges },
            { head: t.column.state },
          ]}
          rows={covenants.map((each) => ({
            key: `${each.no}`,
            cells: [
              <a key="a" className="nl-link" href={href(view, `/convenanten/${each.no}`)} lang={dutch(view)}>
                {each.title}
              </a>,
              t.parties(takingPart(each.counts)),
              standing(view, each.pledges, today),
              <span key="d">
                {t.states[each.state]}{' '}
                <span className="ld-small ld-block">
                  {t.terms(each.beginsOn, each.endsOn)}
                  {termIsOver(each.state, each.endsOn, today) ? ` ${t.termOver}` : ''}
                </span>
              </span>,
            ],
          }))}
        />
      )}
      {events.length === 0 ? null : (
        <Section id="nieuws" title={t.story}>
          <Story view={view} events={events} titled />
        </Section>
      )}
      <List
        items={[
          ...(follows
            ? [
                {
                  key: 'mail',
                  body: (
                    <Link to={href({ ...view, publication: undefined }, '/convenanten/volgen')}>{t.followAll}</Link>
                  ),
                },
              ]
            : []),
          { key: 'feed', body: <Link to={feed.path}>{t.feed}</Link> },
        ]}
      />
    </Page>
  )
}
