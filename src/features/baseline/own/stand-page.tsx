/** Onze stand: each weak point with one first step and what it brings, and what was ticked off. */
import type { Tx } from '../../../db/as.ts'
import { VerdictBadge } from '../../../web/badges.tsx'
import { Day } from '../../../web/desk/day.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type Route } from '../../../web/desk/route.ts'
import { messages } from '../../../web/messages.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import { ownCluster } from '../stand-store.ts'
import { HOME, own, type BaselineTools } from './door.ts'
import { seenSince, STAND, standOf, type Point, type Stand } from './stand.ts'
import { Brings, firmnessOf, SEEN } from './stand-parts.tsx'

/** The desk speaks Dutch. */
const DUTCH = { m: messages.nl }

export const standRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/onze-stand',
    may: 'baseline.own',
    answer: own(async (asked, mine) => {
      const stand = await standOf(asked, tools, mine)
      const cluster = await ownCluster(asked.tx, asked.municipality.id, mine.organisation.id)
      const { points, past, answered } = stand
      const open = points.filter(({ done }) => done === undefined)
      const done = points.filter((each) => each.done !== undefined)
      return page(
        <DeskPage view={asked.view} title="Onze stand" crumbs={[{ name: 'Onze zelfcheck', to: HOME }]} wide>
          <div className="ld-opening">
            <Heading level={1}>Onze stand</Heading>
            <Text lead>{leadOf(open.length, points.length, answered)}</Text>
            <Text>
              Alleen u ziet deze pagina. Zij telt uw antwoorden, onze websitemeting en wat mensen zagen samen.{' '}
              <Link to={`${STAND}/toestemming`}>Anderen helpen, of genoemd worden</Link>
            </Text>
            {cluster === undefined ? null : (
              <Text>
                Uw organisatie zit in <Link to={`/groepen/${cluster}`}>groep {CLUSTER_NAMES[cluster] ?? cluster}</Link>.
              </Text>
            )}
          </div>
          {open.length === 0 ? null : (
            <Section id="zwak" title="Wat u kunt doen, met wat het oplevert" wide>
              <Text>
                De volgorde is die van de punten: wat uw scores samen het meest laat stijgen, staat bovenaan. Bij
                evenveel punten gaat voor wat zwaar weegt en weinig moeite kost.
              </Text>
              <ol className="ld-steps">
                {open.map((point) => (
                  <OnePoint key={point.id} point={point} tools={tools} />
                ))}
              </ol>
            </Section>
          )}
          <Done done={done} past={past} newest={stand.newest} />
        </DeskPage>,
      )
    }),
  },
]

const leadOf = (open: number, all: number, answered: boolean): string =>
  open > 0
    ? `Er ${open === 1 ? 'is één punt' : `zijn ${open} punten`} te verbeteren. Wat het meest oplevert, staat bovenaan.`
    : all > 0
      ? 'Alles wat wij zagen, heeft u afgevinkt. De volgende meting laat zien of het te zien is.'
      : answered
        ? 'Wij zien geen zwakke punten in wat er bekend is.'
        : 'Er is nog weinig bekend. Vul de zelfcheck in, dan ziet u hier uw eerste stappen.'

function OnePoint({ point, tools }: { point: Point; tools: BaselineTools }) {
  return (
    <li>
      <p className="ld-steps__do">
        <Link to={`${STAND}/${point.id}`}>{point.step ?? point.title}</Link>
      </p>
      <p className="ld-steps__why">
        <VerdictBadge view={DUTCH} verdict={point.verdict} told="verdict" /> {point.title}
        {point.subjects.length === 0 ? '' : ` (${point.subjects.slice(0, 3).join(', ')})`}
      </p>
      <Brings brings={point.brings} themes={tools.catalogue.themes} />
      <p className="ld-small">
        <Link to={`${STAND}/${point.id}#zo`}>
          Zo doet u dat<span className="ld-hidden">: {point.title}</span>
        </Link>
      </p>
    </li>
  )
}

function Done({ done, past, newest }: { done: readonly Point[]; past: Stand['past']; newest: Stand['newest'] }) {
  const rows = [...done.map((point) => ({ ...point.done!, title: point.title })), ...past]
  if (rows.length === 0) return null
  return (
    <Section id="afgevinkt" title="Afgevinkt" wide>
      <Text>Afvinken verandert geen oordeel. Een volgende meting laat zien of het te zien is.</Text>
      <Table
        id="afgevinkt-tabel"
        caption="Wat u afvinkte"
        hideCaption
        stacked
        columns={[
          { head: 'Punt' },
          { head: 'Afgevinkt' },
          { head: 'Bewijskracht' },
          { head: 'Te zien?' },
          { head: 'Gedeeld' },
        ]}
        rows={rows.map((each) => ({
          key: each.id,
          cells: [
            <Link key="p" to={`${STAND}/${each.criterion}`}>
              {each.title}
            </Link>,
            <Day key="d" on={each.at} />,
            firmnessOf(each),
            SEEN[seenSince(each, newest)],
            each.shared ? 'met de gemeente' : 'nee',
          ],
        }))}
      />
    </Section>
  )
}
