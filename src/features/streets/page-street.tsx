/** One street: its premises, the organisations that seem to belong to it, and its rounds. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Day } from '../../web/desk/day.tsx'
import { Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, several } from '../../web/desk/schema.ts'
import { counted, day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { roundPath, STREETS, streetPath } from './here.ts'
import { publicSince } from './outcomes-store.ts'
import { roundsOf } from './rounds-store.ts'
import { addPremises, premisesOf, proposedFor, streetById } from './store.ts'

const CHOSEN = { organisatie: several(z.array(z.string())) }

type Street = NonNullable<Awaited<ReturnType<typeof streetById>>>

async function shown(asked: Asked<Tx>, street: Street, problems: Problems = none) {
  const { tx, municipality, view, who, today } = asked
  const premises = await premisesOf(tx, municipality.id, street.id, true)
  const there = premises.filter(({ endedOn }) => endedOn === null)
  const mayPlan = allows(who.roles, 'street.plan')
  const proposed = mayPlan ? await proposedFor(tx, municipality.id, street) : []
  const rounds = await roundsOf(tx, municipality.id, street.id)
  const shownSince = new Map<string, Date | undefined>()
  for (const { id } of rounds) shownSince.set(id, await publicSince(tx, municipality.id, id))
  const stateOf = (round: (typeof rounds)[number]): string => {
    const at = shownSince.get(round.id)
    if (at) return `openbaar sinds ${day('nl', at)}`
    if (round.closedAt) return 'gesloten'
    return round.begins > today ? 'gepland' : 'loopt'
  }
  return (
    <DeskPage view={view} title={street.name} crumbs={[{ name: 'Winkelstraten', to: STREETS }]} wide>
      <div className="ld-opening">
        <Heading level={1}>{street.name}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {there.length === 0
            ? 'Er staat nog geen pand op de lijst van deze straat.'
            : `${counted('nl', there.length, 'pand', 'panden')} op de lijst, ` +
              `${counted('nl', rounds.length, 'ronde', 'rondes')} gepland of gelopen.`}
        </Text>
      </div>
      {mayPlan ? (
        <Buttons>
          {there.length === 0 ? null : (
            <a className="nl-button nl-button--primary" href={`${streetPath(street.id)}/rondes/nieuw`}>
              Ronde plannen
            </a>
          )}
          <a
            className={`nl-button nl-button--${there.length === 0 ? 'primary' : 'secondary'}`}
            href={`${streetPath(street.id)}/panden/nieuw`}
          >
            Pand toevoegen
          </a>
        </Buttons>
      ) : null}
      <Section id="rondes" title="Rondes">
        {rounds.length === 0 ? (
          <Text>Er is nog geen ronde gepland.</Text>
        ) : (
          <Table
            id="tabel-rondes"
            caption="Rondes, de nieuwste eerst"
            hideCaption
            stacked
            columns={[{ head: 'Ronde' }, { head: 'Tot en met' }, { head: 'Stand' }]}
            rows={rounds.map((each) => ({
              key: each.id,
              cells: [
                <Link key="r" to={roundPath(street.id, each.id)}>
                  Ronde van {day('nl', each.begins)}
                </Link>,
                <Day key="e" on={each.ends} />,
                stateOf(each),
              ],
            }))}
          />
        )}
      </Section>
      <Section id="panden" title="Panden">
        {premises.length === 0 ? null : (
          <Table
            id="tabel-panden"
            caption="Panden op huisnummer"
            hideCaption
            stacked
            columns={[{ head: 'Pand' }, { head: 'Adres' }, { head: 'Organisatie' }, { head: 'Op de kaart' }]}
            rows={premises.map((each) => ({
              key: each.id,
              cells: [
                mayPlan ? (
                  <Link key="p" to={`${streetPath(street.id)}/panden/${each.id}`}>
                    {each.name}
                  </Link>
                ) : (
                  each.name
                ),
                `${each.address}${each.endedOn === null ? '' : ` (weg sinds ${day('nl', each.endedOn)})`}`,
                each.organisationName ?? 'niet bekend',
                each.lat === null ? 'nee' : 'ja',
              ],
            }))}
          />
        )}
        {proposed.length === 0 ? null : (
          <Form view={view} action={`${streetPath(street.id)}/panden/voorgesteld`}>
            <Choice
              name="organisatie"
              label={`Deze organisaties staan in de ${street.name}`}
              hint="Zo staat het in de lijst van organisaties. Kies welke een pand in deze straat hebben."
              options={proposed.map(({ id, name }) => ({ value: id, label: name }))}
              problems={problems}
              several
            />
            <Buttons>
              <Button kind="secondary">Zet bij de panden</Button>
            </Buttons>
          </Form>
        )}
      </Section>
    </DeskPage>
  )
}

export const streetRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/straten/:street',
    may: 'street.read',
    answer: async (asked) => {
      const street = await streetById(asked.tx, asked.municipality.id, asked.params['street']!)
      return street ? page(await shown(asked, street)) : missing
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/panden/voorgesteld',
    may: 'street.plan',
    answer: async (asked) => {
      const { tx, municipality, who, sent, params } = asked
      const street = await streetById(tx, municipality.id, params['street']!)
      if (!street) return missing
      const wanted = new Set(readForm(CHOSEN, sent).typed.organisatie)
      const proposed = await proposedFor(tx, municipality.id, street)
      if (proposed.length === 0) return tooLate('Er is geen organisatie meer die hier een pand kan hebben.')
      const chosen = proposed.filter(({ id }) => wanted.has(id))
      if (chosen.length === 0)
        return page(await shown(asked, street, { organisatie: 'Kies een of meer organisaties.' }), 422)
      await addPremises(
        tx,
        municipality.id,
        who.id,
        street.id,
        chosen.map(({ id, name }) => ({ name, organisation: id, address: '', email: '', lon: null, lat: null })),
      )
      await record(tx, municipality.id, {
        act: 'premises.added',
        object: `street/${street.id}`,
        detail: { organisations: chosen.map(({ id }) => id) },
      })
      return go(streetPath(street.id), 'De panden staan op de lijst. Vul per pand het adres aan.')
    },
  },
]
