/** The round on a phone: one page with everything, that works without a connection, and without script with one. */
import type { ReactNode } from 'react'
import type { Tx } from '../../db/as.ts'
import type { Answers } from '../../model/questionnaire.ts'
import { Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { counted, day } from '../../web/language.ts'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { InspectionFields, suffixOf } from './form-inspection.tsx'
import { phonePath, questionsOf, type StreetDeps } from './here.ts'
import { inspectionsOf } from './inspections-store.ts'
import { inspectionId } from './rules.ts'
import { premisesOfRound, roundById, roundsWalkedBy, streetOfRound } from './rounds-store.ts'

/** A round as one of its inspectors sees it; undefined when this person does not walk it. */
export async function phoneAt({ tx, municipality, params, who }: Asked<Tx>, deps: StreetDeps) {
  const round = await roundById(tx, municipality.id, params['round']!)
  if (!round || ![round.one, round.other].includes(who.id)) return undefined
  const own = (await inspectionsOf(tx, municipality.id, round.id)).filter(({ inspector }) => inspector === who.id)
  const premises = await premisesOfRound(tx, municipality.id, round.id)
  const turnOf = (id: string) => Math.max(0, ...own.filter((each) => each.premises === id).map(({ no }) => no))
  return {
    round,
    street: await streetOfRound(tx, municipality.id, round.street),
    questions: await questionsOf(tx, deps, round),
    own,
    places: premises.map((each) => {
      const came = turnOf(each.id)
      return { ...each, came, id: each.id, next: inspectionId(deps.key, round.id, each.id, who.id, came + 1) }
    }),
  }
}
export type Phone = NonNullable<Awaited<ReturnType<typeof phoneAt>>>

/** What was typed about one premises and is not kept. */
type Filled = { readonly premises: string; readonly answers: Answers; readonly remark: string }
type PhoneProps = { asked: Asked<Tx>; phone: Phone; problems?: Problems; filled?: Filled }

/** The page; `problems` of the form of one premises, whose place the browser goes to. */
export function PhonePage({ asked, phone, problems = none, filled }: PhoneProps) {
  const { round, street, places } = phone
  const here = phonePath(round.id)
  const left = places.filter(({ came }) => came === 0)
  const { inspection } = asked.view.look
  return (
    <DeskPage view={asked.view} title={`Ronde door de ${street}`} bare>
      {inspection === undefined ? null : <script type="module" src={inspection.script} />}
      <div
        className="ld-round"
        data-ronde={round.id}
        data-wie={asked.who.id}
        data-werker={inspection?.worker}
        data-stijl={asked.view.look.css}
      >
        <div className="ld-opening">
          <Heading level={1}>{street}</Heading>
          <ErrorSummary problems={problems} />
          {/* The script counts on from here, with the same end of the sentence. */}
          <div data-nog={`, tot en met ${day('nl', round.ends)}.`}>
            <Text lead>
              {left.length === 0
                ? 'Alle panden zijn binnen. Dank u wel.'
                : `Nog ${counted('nl', left.length, 'pand', 'panden')}, tot en met ${day('nl', round.ends)}.`}
            </Text>
          </div>
          {round.closedAt ? (
            <Text>De ronde is gesloten. Wat u nu nog stuurt, wordt bewaard als later gekomen.</Text>
          ) : null}
        </div>
        {/* Said by the page itself, and taken away by the script: also where that does not start. */}
        <div data-zonder="">
          <Text>
            Dit formulier werkt hier alleen met een verbinding, want in deze browser draait ons script niet. Verstuur
            elk pand meteen.
          </Text>
        </div>
        <div data-stand="" className="ld-round__state" role="status" />
        <div data-start="" hidden>
          <Text>
            U kunt ook zonder verbinding werken. Wat u invult, staat op deze telefoon tot het binnen is. Wist u de
            gegevens van uw browser, dan is alles weg wat nog niet is verstuurd. Een browser kan dat na een week zonder
            bezoek ook zelf doen.
          </Text>
        </div>
        <Section id="panden" title="Panden">
          <List
            items={places.map(({ id, name, address, came }) => ({
              key: id,
              body: (
                <span data-lijst={id} data-naam={`${name}, ${address}`} data-binnen={came === 0 ? undefined : ''}>
                  {came === 0 ? (
                    <a className="nl-link ld-round__to" href={`#pand-${suffixOf(id)}`}>
                      {name}, {address}
                    </a>
                  ) : (
                    <>
                      {name}, {address}: binnen. <Link to={`${here}/panden/${id}`}>Verbeteren</Link>
                    </>
                  )}
                </span>
              ),
            }))}
            plain
          />
        </Section>
        {left.map((place, index) => (
          <PlaceForm key={place.id} {...{ asked, phone, place, problems }} {...(filled && { filled })}>
            Pand {index + 1} van {left.length}
          </PlaceForm>
        ))}
        {/* Nothing without script: there a correction has a page of its own. */}
        {places.map((place) =>
          place.came === 0 ? null : (
            <template key={place.id} data-verbetering={place.id}>
              <PlaceForm {...{ asked, phone, place }}>Verbetering</PlaceForm>
            </template>
          ),
        )}
      </div>
    </DeskPage>
  )
}

type PlaceProps = PhoneProps & { place: Phone['places'][number]; children: ReactNode }

/** The form of one premises, with the way back to the list. */
function PlaceForm({ asked, phone, place, problems = none, filled, children }: PlaceProps) {
  return (
    <section id={`pand-${suffixOf(place.id)}`} className="ld-round__place" data-pand={place.id}>
      <a className="nl-link ld-round__to" href="#panden">
        Alle panden
      </a>
      <p className="ld-kicker">{children}</p>
      <Heading level={2}>{place.name}</Heading>
      <Text>{place.address}</Text>
      <Form view={asked.view} action={`${phonePath(phone.round.id)}/panden/${place.id}`} files>
        <InspectionFields
          questions={phone.questions}
          id={place.next}
          no={place.came + 1}
          {...(filled?.premises === place.id && filled)}
          premises={place.id}
          problems={problems}
          photos
        />
        <div data-foto="" />
        <Buttons>
          <Button>Klaar, volgende pand</Button>
        </Buttons>
      </Form>
    </section>
  )
}

export const phoneRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/schouw',
    may: 'street.inspect',
    answer: async ({ tx, municipality, who, view }) => {
      const rounds = await roundsWalkedBy(tx, municipality.id, who.id)
      return page(
        <DeskPage view={view} title="Schouw">
          <div className="ld-opening">
            <Heading level={1}>Schouw</Heading>
            <Text lead>
              {rounds.length === 0
                ? 'Er staat geen ronde op uw naam.'
                : 'Deze rondes lopen op uw naam. Open er een op uw telefoon, terwijl u verbinding heeft.'}
            </Text>
          </div>
          <List
            items={rounds.map(({ id, name, begins, ends, closedAt }) => ({
              key: id,
              body: (
                <>
                  <Link to={phonePath(id)}>{name}</Link>, {day('nl', begins)} tot en met {day('nl', ends)}
                  {closedAt ? ', gesloten' : ''}
                </>
              ),
            }))}
          />
        </DeskPage>,
      )
    },
  },
  {
    method: 'GET',
    path: '/schouw/:round',
    may: 'street.inspect',
    answer: async (asked) => {
      const phone = await phoneAt(asked, deps)
      return phone ? page(<PhonePage asked={asked} phone={phone} />) : missing
    },
  },
  {
    method: 'GET',
    path: '/schouw/:round/panden/:premises',
    may: 'street.inspect',
    answer: async (asked) => {
      const phone = await phoneAt(asked, deps)
      const place = phone?.places.find(({ id }) => id === asked.params['premises'])
      return phone && place ? page(<CorrectPage {...{ asked, phone, place }} />) : missing
    },
  },
]

type CorrectProps = PhoneProps & { place: Phone['places'][number] }

/** One premises again, with what was sent last: a correction is a new version, and needs a connection. */
export function CorrectPage({ asked, phone, place, problems = none, filled }: CorrectProps) {
  const here = phonePath(phone.round.id)
  const last = phone.own.filter((each) => each.premises === place.id).at(-1)
  return (
    <DeskPage view={asked.view} title={place.name} crumbs={[{ name: phone.street, to: here }]} bare>
      <Heading level={1}>{place.name}</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>
        Wat u eerder stuurde, blijft bewaard. Dit is een verbetering, en werkt alleen met een verbinding.
      </Text>
      <Form view={asked.view} action={`${here}/panden/${place.id}`} files>
        <InspectionFields
          questions={phone.questions}
          premises={place.id}
          id={place.next}
          no={place.came + 1}
          {...(last && { answers: last.answers, remark: last.remark })}
          {...(filled && { answers: filled.answers, remark: filled.remark })}
          problems={problems}
          photos
        />
        <Buttons>
          <Button>Verbetering versturen</Button>
          <Link to={here}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
