/** The list of streets, and adding one. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Day } from '../../web/desk/day.tsx'
import { Button, Buttons, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, page, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { number } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { STREETS, streetPath } from './here.ts'
import { addStreet, listStreets } from './store.ts'

const FIELDS = { naam: text(100, filled('Vul de naam van de straat in.')) }

const shown = async ({ tx, municipality, view, who }: Asked<Tx>, problems: Problems = none, typed = '') => {
  const streets = await listStreets(tx, municipality.id)
  return (
    <DeskPage view={view} title="Winkelstraten" crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]}>
      <div className="ld-opening">
        <Heading level={1}>Winkelstraten</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          Twee mensen die er niet werken, lopen een winkelstraat na: wordt u er gevolgd, of kunt u er vrij rondlopen?
        </Text>
        {allows(who.roles, 'street.inspect') ? (
          <Text>
            <Link to="/balie/schouw">Rondes die u zelf loopt</Link>
          </Text>
        ) : null}
      </div>
      {streets.length === 0 ? (
        <Text>Er staat nog geen straat op de lijst.</Text>
      ) : (
        <Table
          id="straten"
          caption="Straten op naam"
          stacked
          columns={[
            { head: 'Straat' },
            { head: 'Panden', numeric: true },
            { head: 'Rondes', numeric: true },
            { head: 'Laatste ronde' },
          ]}
          rows={streets.map((each) => ({
            key: each.id,
            cells: [
              <Link key="n" to={streetPath(each.id)}>
                {each.name}
              </Link>,
              number('nl', each.premises),
              number('nl', each.rounds),
              each.last === null ? 'nog geen' : <Day key="d" on={each.last} />,
            ],
          }))}
        />
      )}
      {allows(who.roles, 'street.plan') ? (
        <Section id="nieuw" title="Straat toevoegen">
          <Form view={view} action={STREETS}>
            <Field name="naam" label="Naam van de straat" value={typed} maxLength={100} problems={problems} />
            <Buttons>
              <Button>Straat toevoegen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}

export const streetsRoutes: readonly Route<Tx>[] = [
  { method: 'GET', path: '/straten', may: 'street.read', answer: async (asked) => page(await shown(asked)) },
  {
    method: 'POST',
    path: '/straten',
    may: 'street.plan',
    answer: async (asked) => {
      const { tx, municipality, who, sent } = asked
      const { held, problems, typed } = readForm(FIELDS, sent)
      if (!held) return page(await shown(asked, problems, typed.naam), 422)
      const there = (await listStreets(tx, municipality.id)).find(
        ({ name }) => name.toLowerCase() === held.naam.toLowerCase(),
      )
      if (there) return page(await shown(asked, { naam: 'Deze straat staat al op de lijst.' }, typed.naam), 422)
      const id = await addStreet(tx, municipality.id, who.id, held.naam)
      await record(tx, municipality.id, { act: 'street.added', object: `street/${id}`, detail: { name: held.naam } })
      return go(streetPath(id), 'De straat staat op de lijst. Zet nu de panden erbij.')
    },
  },
]
