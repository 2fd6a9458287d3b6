/** How a covenant goes: every agreement with its begin, how it stands, what is expected today, and who is behind. */
import type { Tx } from '../../../db/as.ts'
import { expected } from '../../../scoring/course.ts'
import { LEAST } from '../../../vocabulary/group.ts'
import { DotLine } from '../../../web/charts/dot-line.tsx'
import { Day } from '../../../web/desk/day.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { onFollowedOrDraft, progressPlace } from './frame.tsx'
import { CourseBadge, figureWords, OutcomeBadge, shareWords, wholeWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { verdictsOf, wholesNow } from './store.ts'
import { behindOf, courseNow, sentence } from './sums.ts'
import { streetOf } from './rules.ts'
import type { Followed } from './terms-store.ts'
import { standing, type Verdict } from './verdict-rules.ts'

const NOTHING = 'Er is nog geen afspraak om te volgen. Dat begint als een versie met afspraken is voorgelegd.'

type Props = {
  readonly view: DeskView
  readonly covenant: Followed
  readonly now: ReadonlyMap<string, Kept>
  readonly verdicts: readonly Verdict[]
  readonly today: string
}

function ProgressPage({ view, covenant, now, verdicts, today }: Props) {
  const said = new Map(
    standing(verdicts)
      .filter(({ whole }) => whole)
      .map((each) => [each.pledge, each]),
  )
  const rows = covenant.pledges.map((pledge) => {
    const is = now.get(pledge.id)
    const verdict = said.get(pledge.id)
    const hoped = expected(pledge, today)
    const behind = is === undefined ? 0 : behindOf(pledge, is, today)
    return {
      key: pledge.id,
      cells: [
        <Link key="t" to={progressPlace(covenant, pledge)}>
          {pledge.title}
        </Link>,
        verdict === undefined ? (
          <CourseBadge key="c" course={courseNow(pledge, is, today)} />
        ) : (
          <OutcomeBadge key="c" outcome={verdict.outcome} daysLate={verdict.daysLate} />
        ),
        figureWords(pledge.baseline),
        <>
          {wholeWords(is)}
          {is === undefined || is.among < LEAST ? null : (
            <DotLine
              own={is.count / is.among}
              group={hoped ?? null}
              label={`nu ${figureWords(is)}, verwacht ${shareWords(hoped)}`}
            />
          )}
        </>,
        shareWords(hoped),
        `${shareWords(pledge.target)} op ${day('nl', pledge.due)}`,
        behind === 0 ? (
          'niemand'
        ) : (
          <Link key="w" to={`${progressPlace(covenant, pledge)}#achter`}>
            {behind} {streetOf(pledge) !== undefined ? 'in de straat' : behind === 1 ? 'partij' : 'partijen'}
          </Link>
        ),
        is?.seen ? <Day key="d" on={is.seen} /> : 'nog niet',
      ],
    }
  })
  return (
    <DeskPage
      view={view}
      title={`Voortgang van ${covenant.title}`}
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: `/balie/convenanten/${covenant.id}` },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>Voortgang</Heading>
        <Text lead>
          {covenant.pledges.length === 0
            ? NOTHING
            : sentence(covenant.pledges.map((pledge) => courseNow(pledge, now.get(pledge.id), today)))}
        </Text>
      </div>
      <Text>
        Dit is berekend uit bevindingen. Niemand vult het in. Of een afspraak is gehaald, zegt een toetser met naam.
      </Text>
      {rows.length === 0 ? null : (
        <Table
          id="voortgang"
          caption="Elke afspraak"
          stacked
          columns={[
            { head: 'Afspraak' },
            { head: 'Stand' },
            { head: 'Begin' },
            { head: 'Nu' },
            { head: 'Vandaag verwacht' },
            { head: 'Doel' },
            { head: 'Wie achterblijft' },
            { head: 'Laatst gezien' },
          ]}
          rows={rows}
        />
      )}
    </DeskPage>
  )
}

export const progressPageRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/voortgang',
    may: 'covenant.read',
    answer: onFollowedOrDraft(async ({ tx, municipality, view, today }, covenant) =>
      page(
        <ProgressPage
          view={view}
          covenant={covenant}
          now={await wholesNow(tx, municipality.id, covenant.id)}
          verdicts={await verdictsOf(tx, municipality.id, covenant.id)}
          today={today}
        />,
      ),
    ),
  },
]
