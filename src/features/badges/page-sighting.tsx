/** A badge that stands on a site: what was seen where, what it is, and a letter to send. */
import type { Letter } from '../../model/letter.ts'
import { SIGHTING_STATES, WRONG_SIGHTINGS, type SightingState } from '../../vocabulary/badge.ts'
import { Area, Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { numberInWords } from './shown.ts'
import type { Sighting } from './sightings-store.ts'

export const LONGEST_LETTER = 4_000

/** Whether somebody still has to do something. */
export const isOpen = ({ state, settledAt, goneAt }: Sighting): boolean =>
  goneAt === null && settledAt === null && (WRONG_SIGHTINGS as readonly (SightingState | null)[]).includes(state)

type Props = {
  readonly view: DeskView
  readonly sighting: Sighting
  readonly letter: Letter
  readonly maySettle: boolean
  readonly problems?: Problems
  readonly typed?: Readonly<Record<string, string>>
}

export function SightingPage({ view, sighting, letter, maySettle, problems = none, typed = {} }: Props) {
  const { id, address, number, page, state, organisation, shown, firstAt, lastAt, goneAt, badge, holder } = sighting
  const place = `/balie/badges/gezien/${id}`
  const open = isOpen(sighting)
  return (
    <DeskPage
      view={view}
      title={`Badge op ${address}`}
      crumbs={[{ name: 'Badges', to: '/balie/badges' }]}
      oneForm={open && maySettle}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{address}</p>
        <Heading level={1}>Een badge op een website</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {goneAt !== null
            ? `De badge staat er niet meer. Dat zagen wij op ${day('nl', goneAt)}.`
            : state === null
              ? 'Dit is nog niet naast onze badges gelegd.'
              : `Op deze website staat ${SIGHTING_STATES[state]}.`}
        </Text>
      </div>
      <Facts
        items={[
          { name: 'Website van', value: organisation },
          { name: 'Pagina', value: <span className="ld-break">{page}</span> },
          { name: 'Nummer', value: numberInWords(number) },
          { name: 'Hoe', value: shown ? 'als plaatje' : 'als link of in de tekst' },
          {
            name: 'Onze badge',
            value: badge === null ? 'geen badge met dit nummer' : <Link to={`/balie/badges/${badge}`}>{holder}</Link>,
          },
          { name: 'Voor het eerst gezien', value: day('nl', firstAt) },
          { name: 'Laatst gezien', value: moment('nl', lastAt) },
          ...(sighting.settledAt === null
            ? []
            : [
                {
                  name: 'Afgehandeld',
                  value: `${day('nl', sighting.settledAt)} door ${sighting.settledBy ?? 'iemand'}: ${sighting.note}`,
                },
              ]),
        ]}
      />
      {open && maySettle ? (
        <>
          <Section id="brief" title="Schrijf de eigenaar">
            <Text>Dit is een voorstel. Pas het aan, en kijk na of u de juiste eigenaar schrijft.</Text>
            <Form view={view} action={`${place}/brief`}>
              <Field
                name="aan"
                label="E-mailadres"
                type="email"
                maxLength={320}
                value={typed['aan'] ?? ''}
                problems={problems}
              />
              <Field
                name="onderwerp"
                label="Onderwerp"
                maxLength={200}
                value={typed['onderwerp'] ?? letter.subject}
                problems={problems}
              />
              <Area
                name="brief"
                label="Brief"
                rows={16}
                maxLength={LONGEST_LETTER}
                value={typed['brief'] ?? letter.body}
                problems={problems}
              />
              <Buttons>
                <Button>Brief versturen</Button>
              </Buttons>
            </Form>
          </Section>
          <Section id="klaar" title="Afhandelen">
            <Form view={view} action={`${place}/klaar`}>
              <Area
                name="wat"
                label="Wat is ermee gedaan?"
                hint="Noem geen personen."
                rows={3}
                maxLength={1_000}
                value={typed['wat'] ?? ''}
                problems={problems}
              />
              <Buttons>
                <Button kind="secondary">Afhandelen</Button>
              </Buttons>
            </Form>
          </Section>
        </>
      ) : null}
    </DeskPage>
  )
}
