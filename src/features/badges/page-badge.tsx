/** One badge at the desk: how it stands, on what, with whose consent, where it was seen, and withdrawing it. */
import { spoken } from '../../lib/spoken-number.ts'
import { badgeState, BADGE_GROUNDS, BADGE_KINDS, BADGE_STATES, SIGHTING_STATES } from '../../vocabulary/badge.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { Area, Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import type { Sighting } from './sightings-store.ts'
import { seenIn } from './parts.tsx'
import type { OneBadge } from './store.ts'

export const LONGEST_REASON = 500

type Props = {
  readonly view: DeskView
  readonly badge: OneBadge
  readonly sightings: readonly Sighting[]
  readonly mayEnd: boolean
  readonly today: string
  readonly problems?: Problems
  readonly reason?: string
}

const standing = ({ ended, endedOn, endedBy, ground, groundOn, validUntil }: OneBadge, state: string): string => {
  if (ended !== null) {
    const by = endedBy === null ? '' : ` door ${endedBy}`
    return `Deze badge is ${state} op ${day('nl', endedOn!)}${by}.`
  }
  if (ground !== 'holds' && groundOn !== null)
    return `Kijk hiernaar: ${BADGE_GROUNDS[ground]} (sinds ${day('nl', groundOn)}). De openbare pagina zegt dat ook.`
  return `Stand: ${state}. De laatste dag is ${day('nl', validUntil)}.`
}

export function BadgePage({ view, badge, sightings, mayEnd, today, problems = none, reason = '' }: Props) {
  const state = badgeState(badge, today)
  const { told } = badge
  const seen = sightings.filter((each) => each.goneAt === null)
  return (
    <DeskPage view={view} title={`Badge van ${badge.holder}`} crumbs={[{ name: 'Badges', to: '/balie/badges' }]}>
      <div className="ld-opening">
        <p className="ld-kicker">{spoken(badge.number)}</p>
        <Heading level={1}>Badge van {badge.holder}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{standing(badge, BADGE_STATES[state])}</Text>
        <Text>
          <Link to={`/badges/${spoken(badge.number)}`}>De openbare pagina, met de bestanden en het bord</Link>
        </Text>
      </div>
      <Facts
        items={[
          { name: 'Soort', value: <BadgeMark kind={badge.kind} words={BADGE_KINDS[badge.kind]} /> },
          { name: badge.kind === 'signed' ? 'Wat is beloofd' : 'Wat is gezien', value: told.promised },
          ...(told.covenant === null
            ? []
            : [{ name: 'Convenant', value: `${told.covenant.title}, versie ${told.covenant.version}` }]),
          ...(told.seenOn === null
            ? []
            : [{ name: 'Gezien', value: `${day('nl', told.seenOn)}, door ${told.seenBy}` }]),
          ...(told.norms.length === 0
            ? []
            : [
                {
                  name: 'Normen',
                  value: (
                    <List
                      plain
                      items={told.norms.map((norm) => ({
                        key: norm.id,
                        body: `${norm.id} ${norm.title}. ${seenIn(norm)}`,
                      }))}
                    />
                  ),
                },
              ]),
          { name: 'Gegeven', value: `${day('nl', badge.validFrom)}, door ${badge.givenBy ?? told.givenBy}` },
          { name: 'Toestemming', value: `${badge.consentBy}, ${day('nl', badge.consentOn)}` },
          { name: 'Herinnering naar', value: badge.email === '' ? 'geen e-mailadres bekend' : badge.email },
          ...(badge.reason === '' ? [] : [{ name: 'Reden van het einde', value: badge.reason }]),
          ...(badge.listed
            ? []
            : [{ name: 'Openbare lijst', value: 'staat er niet op: de houder wil niet genoemd worden' }]),
        ]}
      />
      {seen.length === 0 ? null : (
        <Section id="gezien" title="Gezien op websites">
          <List
            items={seen.map((each) => ({
              key: each.id,
              body: (
                <>
                  <Link to={`/balie/badges/gezien/${each.id}`}>{each.address}</Link>
                  {each.state === null ? '' : `: ${SIGHTING_STATES[each.state]}`}
                </>
              ),
            }))}
          />
        </Section>
      )}
      {mayEnd && badge.ended === null && state !== 'ended' ? (
        <Section id="intrekken" title="Badge intrekken">
          <Text>De pagina zegt dan meteen dat de badge is ingetrokken, en waarom. Dit kunt u niet terugdraaien.</Text>
          <Form view={view} action={`/balie/badges/${badge.id}/intrekken`}>
            <Area
              name="reden"
              label="Waarom?"
              hint="Iedereen leest dit. Noem geen personen."
              rows={3}
              maxLength={LONGEST_REASON}
              value={reason}
              problems={problems}
            />
            <Buttons>
              <Button>Badge intrekken</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
