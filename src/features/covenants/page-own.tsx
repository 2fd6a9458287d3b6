/** A covenant as a partner that was invited reads it: where it stands, and every version that was shown. */
import type { Tx } from '../../db/as.ts'
import { COVENANT_STATES, PARTICIPANT_KINDS, PARTICIPANT_STATES, VERSION_STATES } from '../../vocabulary/covenant.ts'
import { Day } from '../../web/desk/day.tsx'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { participantFor } from './comment-store.ts'
import { onCovenant } from './frame.tsx'
import { mayComment } from './rules.ts'
import { versionsOf, type Covenant } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
  readonly part: NonNullable<Awaited<ReturnType<typeof participantFor>>>
  readonly today: string
}

function OwnPage({ view, covenant, versions, part, today }: Props) {
  const place = `/balie/onze-afspraken/${covenant.id}`
  const [newest] = versions
  const open = newest !== undefined && mayComment(newest, today)
  return (
    <DeskPage view={view} title={covenant.title}>
      <div className="ld-opening">
        <p className="ld-kicker">Convenant met de gemeente {view.municipality.name}</p>
        <Heading level={1}>{covenant.title}</Heading>
        <Text lead>
          {newest === undefined
            ? 'Er ligt nog geen tekst voor.'
            : open
              ? `Versie ${newest.no} ligt voor. U kunt per artikel reageren tot en met ${day('nl', newest.until!)}.`
              : `De nieuwste versie is versie ${newest.no}, ${VERSION_STATES[newest.state]}.`}
        </Text>
      </div>
      {versions.some(({ state }) => state === 'final') ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}/tekenen`}>
            {part.state === 'invited' ? 'Lees en teken' : 'Lees de vastgestelde tekst'}
          </a>
        </Buttons>
      ) : newest === undefined ? null : (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}/versies/${newest.no}`}>
            {open ? 'Lees en reageer' : `Lees versie ${newest.no}`}
          </a>
        </Buttons>
      )}
      <Facts
        items={[
          { name: 'Stand van het convenant', value: COVENANT_STATES[covenant.state] },
          { name: 'U doet mee als', value: PARTICIPANT_KINDS[part.kind] },
          { name: 'Uw stand', value: PARTICIPANT_STATES[part.state] },
        ]}
      />
      <Text>
        <Link to={`${place}/bijeenkomsten`}>Bijeenkomsten en jaarverslagen</Link>
      </Text>
      <Section id="versies" title="Versies">
        <Table
          id="versies-lijst"
          caption="De nieuwste versie eerst"
          stacked
          columns={[{ head: 'Versie' }, { head: 'Stand' }, { head: 'Voorgelegd' }, { head: 'Reageren tot en met' }]}
          rows={versions.map(({ no, state, shownAt, until }) => ({
            key: `${no}`,
            cells: [
              <Link key="n" to={`${place}/versies/${no}`}>
                Versie {no}
              </Link>,
              VERSION_STATES[state],
              shownAt === null ? '' : <Day key="v" on={shownAt} />,
              until === null ? '' : <Day key="t" on={until} />,
            ],
          }))}
        />
      </Section>
    </DeskPage>
  )
}

export const ownRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/onze-afspraken/:covenant',
    may: 'covenant.own',
    answer: onCovenant('to-read', async ({ tx, municipality, view, who, today }, covenant) => {
      const part = await participantFor(tx, municipality.id, covenant.id, who.organisation ?? '')
      if (!part) return missing
      const versions = await versionsOf(tx, municipality.id, covenant.id)
      return page(<OwnPage view={view} covenant={covenant} versions={versions} part={part} today={today} />)
    }),
  },
]
