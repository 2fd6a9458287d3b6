/** One covenant: where it stands and the one next act, then its versions, what was said, and who takes part. */
import type { Tx } from '../../db/as.ts'
import {
  COVENANT_OPINION_ROLES,
  COVENANT_STANCES,
  COVENANT_STATES,
  PARTICIPANT_KINDS,
  PARTICIPANT_STATES,
  VERSION_STATES,
} from '../../vocabulary/covenant.ts'
import { allows, ROLE_NAMES } from '../../vocabulary/roles.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { counted, day } from '../../web/language.ts'
import { Details, Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { onCovenant, placeOf, versionPlace } from './frame.tsx'
import { opinionsOf, type Opinion } from './opinion-store.ts'
import { Opinions } from './part-opinions.tsx'
import { sentenceNow } from './progress/frame.tsx'
import { groupOf, nextOf } from './rules.ts'
import { participantsOf, versionsOf, type Covenant, type Participant } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
  readonly participants: readonly Participant[]
  readonly opinions: readonly Opinion[]
  readonly today: string
  /** How its agreements go, once it is in force. */
  readonly goes: string | undefined
}

/** What a covenant has beside its text, in the order in which it comes. */
const ROOMS = [
  ['deelnemers', 'Vaststellen en tekenen'],
  ['voortgang', 'Voortgang van de afspraken'],
  ['bijeenkomsten', 'Bijeenkomsten'],
  ['openbaar', 'Openbaar maken'],
  ['vragen', 'Vragen van lezers'],
  ['evaluatie', 'Evaluatie'],
] as const

/** What those do who do not write: everybody reads how it goes, and who decides fixes the text. */
const mayDo = (view: DeskView, to: string): boolean =>
  to === '/voortgang' || (to === '/vaststellen' && allows(view.who.roles, 'covenant.steer'))

function CovenantPage(props: Props) {
  const { view, covenant, today, goes } = props
  const place = placeOf(covenant)
  const { stands, act } = nextOf(covenant, today)
  const writes = allows(view.who.roles, 'covenant.write')
  const advises = COVENANT_OPINION_ROLES.some((role) => view.who.roles.includes(role))
  return (
    <DeskPage view={view} title={covenant.title} crumbs={[{ name: 'Afspraken', to: '/balie/afspraken' }]}>
      <div className="ld-opening">
        <p className="ld-kicker">
          Convenant {covenant.no}, voor {groupOf(covenant)}
        </p>
        <Heading level={1}>{covenant.title}</Heading>
        <Text lead>{[stands, goes].filter(Boolean).join(' ')}</Text>
      </div>
      {act !== undefined && (writes || mayDo(view, act.to)) ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}${act.to}`}>
            {act.text}
          </a>
        </Buttons>
      ) : advises && covenant.shown?.state === 'shown' ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${versionPlace(covenant, covenant.shown.no)}/advies`}>
            {`Geef advies over versie ${covenant.shown.no}`}
          </a>
        </Buttons>
      ) : null}
      <Facts
        items={[
          { name: 'Stand', value: COVENANT_STATES[covenant.state] },
          ...(covenant.state === 'dropped' && covenant.why !== '' ? [{ name: 'Waarom', value: covenant.why }] : []),
          { name: 'Looptijd', value: termOf(covenant) },
          ...(writes && covenant.state === 'draft' && covenant.shown === undefined
            ? [{ name: 'Gegevens', value: <Link to={`${place}/gegevens`}>Pas naam, looptijd of groep aan</Link> }]
            : []),
          {
            name: 'Wie erop let',
            value: (
              <>
                {covenant.ownerName ?? 'niemand'}
                {writes ? (
                  <>
                    . <Link to={`${place}/eigenaar`}>Geef het aan een ander</Link>
                  </>
                ) : null}
              </>
            ),
          },
          {
            name: 'Reacties',
            value: (
              <Link to={`${place}/reacties`}>
                {covenant.openComments === 0
                  ? 'Geen reactie wacht op antwoord'
                  : `${counted('nl', covenant.openComments, 'reactie wacht', 'reacties wachten')} op antwoord`}
              </Link>
            ),
          },
        ]}
      />
      <nav className="ld-rooms" aria-label="Van dit convenant">
        <ul>
          {ROOMS.map(([to, name]) => (
            <li key={to}>
              <Link to={`${place}/${to}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <Versions {...props} writes={writes} />
      <Advice {...props} />
      <TakingPart {...props} writes={writes} />
    </DeskPage>
  )
}

const termOf = ({ beginsOn, endsOn }: Covenant): string =>
  beginsOn === null || endsOn === null ? 'nog niet bekend' : `${day('nl', beginsOn)} tot en met ${day('nl', endsOn)}`

function Versions({ view, covenant, versions, writes }: Props & { writes: boolean }) {
  const over = covenant.state === 'ended' || covenant.state === 'dropped'
  return (
    <Section id="versies" title="Versies">
      <Table
        id="versies-lijst"
        caption="De nieuwste versie eerst"
        stacked
        columns={[{ head: 'Versie' }, { head: 'Stand' }, { head: 'Voorgelegd' }, { head: 'Reageren tot en met' }]}
        rows={versions.map(({ no, state, shownAt, until }) => ({
          key: `${no}`,
          cells: [
            <Link key="n" to={versionPlace(covenant, no)}>
              Versie {no}
            </Link>,
            VERSION_STATES[state],
            shownAt === null ? 'nog niet' : <Day key="v" on={shownAt} />,
            until === null ? '' : <Day key="t" on={until} />,
          ],
        }))}
      />
      {writes && covenant.draft === undefined && !over ? (
        <Form view={view} action={`${placeOf(covenant)}/versies`}>
          <Text>Een nieuwe versie begint als een kopie van de laatste.</Text>
          <Buttons>
            <Button kind="secondary">Begin een nieuwe versie</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}

/** Of the version that lies before everybody: what each of the two said, or that it is waited for. */
function Advice({ covenant: { shown }, opinions }: Props) {
  if (shown === undefined) return null
  const now = (role: string) => opinions.find((each) => each.role === role && each.version === shown.no && each.current)
  const shownNow = COVENANT_OPINION_ROLES.flatMap((role) => now(role) ?? [])
  const before = opinions.filter((each) => !shownNow.includes(each))
  return (
    <Section id="adviezen" title={`Adviezen over versie ${shown.no}`}>
      <Facts
        items={COVENANT_OPINION_ROLES.map((role) => {
          const given = now(role)
          return {
            name: `Advies ${ROLE_NAMES[role]}`,
            value: given === undefined ? 'nog niet gegeven' : COVENANT_STANCES[given.stance],
          }
        })}
      />
      <Opinions opinions={shownNow} />
      {before.length === 0 ? null : (
        <Details summary={`Eerdere adviezen (${before.length})`}>
          <Opinions opinions={before} />
        </Details>
      )}
    </Section>
  )
}

function TakingPart({ view, covenant, participants, writes }: Props & { writes: boolean }) {
  const place = placeOf(covenant)
  return (
    <Section id="deelnemers" title="Wie meedoet">
      <Table
        id="deelnemers-lijst"
        caption="De gemeente eerst, dan op naam"
        stacked
        columns={[{ head: 'Naam' }, { head: 'Als' }, { head: 'Stand' }, { head: 'Contact' }]}
        rows={participants.map((each) => {
          const contact = [each.contactName, each.contactFunction].filter(Boolean).join(', ') || 'nog niemand'
          return {
            key: each.id,
            cells: [
              each.name ?? `Gemeente ${view.municipality.name}`,
              PARTICIPANT_KINDS[each.kind],
              PARTICIPANT_STATES[each.state],
              writes ? (
                <Link key="c" to={`${place}/deelnemers/${each.id}`}>
                  {contact}
                </Link>
              ) : (
                contact
              ),
            ],
          }
        })}
      />
      {writes ? (
        <Text>
          <Link to={`${place}/uitnodigen`}>Nodig een organisatie uit</Link>
        </Text>
      ) : null}
    </Section>
  )
}

export const covenantRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant',
    may: 'covenant.read',
    answer: onCovenant('to-read', async ({ tx, municipality, today, view }, covenant) =>
      page(
        <CovenantPage
          view={view}
          covenant={covenant}
          versions={await versionsOf(tx, municipality.id, covenant.id)}
          participants={await participantsOf(tx, municipality.id, covenant.id)}
          opinions={await opinionsOf(tx, municipality.id, covenant.id)}
          today={today}
          goes={covenant.state === 'in-force' ? await sentenceNow(tx, municipality.id, covenant.id, today) : undefined}
        />,
      ),
    ),
  },
]
