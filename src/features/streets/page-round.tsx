/** One round at the desk: how far each premises is, closing it, and the way to everybody. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, ErrorSummary, FileField, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { day, number } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { phonePath, roundPath, STREETS, streetPath, walkPath, wholeRound, type StreetDeps, type Whole } from './here.ts'
import { releasesOf } from './outcomes-store.ts'
import { standOf } from './parts.tsx'
import { ReleasePart } from './part-release.tsx'
import { closeRound, peopleNamed } from './rounds-store.ts'

/** The page of a round; `problems`: of a file that was read in, or of publishing. */
export async function roundPage(asked: Asked<Tx>, whole: Whole, problems: Problems = none) {
  const { tx, municipality, view, who, today } = asked
  const { street, round, walks, inspectors } = whole
  const place = roundPath(street.id, round.id)
  const mayPlan = allows(who.roles, 'street.plan')
  const walks_it = [round.one, round.other].includes(who.id)
  const settled = walks.filter(({ outcome }) => outcome).length
  const both = walks.filter(({ compared }) => compared).length
  const releases = await releasesOf(tx, municipality.id, round.id)
  const people = await peopleNamed(
    tx,
    municipality.id,
    releases.map(({ by }) => by),
  )
  return (
    <DeskPage
      view={view}
      title={`Ronde van ${day('nl', round.begins)}`}
      crumbs={[
        { name: 'Winkelstraten', to: STREETS },
        { name: street.name, to: streetPath(street.id) },
      ]}
      wide
    >
      <div className="ld-opening">
        <p className="ld-kicker">{street.name}</p>
        <Heading level={1}>Ronde van {day('nl', round.begins)}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          Van {number('nl', walks.length)} panden zijn er {number('nl', both)} door beiden bekeken. Van{' '}
          {number('nl', settled)} staat de uitkomst vast.
        </Text>
      </div>
      <Facts
        items={[
          { name: 'Schouwers', value: inspectors.map(({ name, function: what }) => `${name} (${what})`).join(' en ') },
          { name: 'Dagen', value: `${day('nl', round.begins)} tot en met ${day('nl', round.ends)}` },
          { name: 'Stand', value: round.closedAt ? `gesloten op ${day('nl', round.closedAt)}` : 'open' },
        ]}
      />
      {walks_it && !round.closedAt ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={phonePath(round.id)}>
            Loop deze ronde
          </a>
        </Buttons>
      ) : null}
      <Section id="panden" title="Panden">
        <Table
          id="tabel-panden"
          caption="Panden van deze ronde"
          hideCaption
          stacked
          columns={[{ head: 'Pand' }, { head: 'Adres' }, { head: 'Stand' }]}
          rows={walks.map((walk) => ({
            key: walk.premises.id,
            cells: [
              <Link key="p" to={walkPath(street.id, round.id, walk.premises.id)}>
                {walk.premises.name}
              </Link>,
              walk.premises.address,
              standOf(walk, today),
            ],
          }))}
        />
      </Section>
      {mayPlan && !walks_it ? (
        <Section id="papier" title="Papier en bestand">
          <Text>
            <Link to={`${place}/blad`}>Blad om te printen</Link>{' '}
            <Link to={`${place}/overtypen`}>Een ingevuld blad overtypen</Link>
          </Text>
          <Form view={view} action={`${place}/inlezen`} files>
            <FileField
              name="bestand"
              label="Bestand van een telefoon"
              hint="Een schouwer kan bewaren wat nog op de telefoon staat. Wat er al is, komt er niet nog eens in."
              accept="application/json,.json"
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Bestand inlezen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      {mayPlan && !round.closedAt ? (
        <Section id="sluiten" title="Ronde sluiten">
          <Text>Wat daarna nog van een telefoon komt, blijft bewaard. Er staat dan bij dat het later kwam.</Text>
          <Form view={view} action={`${place}/sluiten`}>
            <Buttons>
              <Button kind="secondary">Ronde sluiten</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
      <ReleasePart {...{ view, whole, releases, people, problems, today }} />
    </DeskPage>
  )
}

export const roundRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round',
    may: 'street.read',
    answer: async (asked) => {
      const { tx, municipality, params } = asked
      const whole = await wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
      return whole ? page(await roundPage(asked, whole)) : missing
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/sluiten',
    may: 'street.plan',
    answer: async ({ tx, municipality, params, who }) => {
      const whole = await wholeRound(tx, municipality.id, deps, { street: params['street']!, round: params['round']! })
      if (!whole) return missing
      const { id } = whole.round
      if (!(await closeRound(tx, municipality.id, id, who.id))) return tooLate('Deze ronde is al gesloten.')
      await closeTasks(tx, municipality.id, `street_round/${id}`, ['street-walk', 'street-walker'])
      await record(tx, municipality.id, { act: 'round.closed', object: `street_round/${id}` })
      return go(roundPath(whole.street.id, id), 'De ronde is gesloten.')
    },
  },
]
