/** To whom a warning goes: persons by name, organisations, and groups of them, as far as its label lets them. */
import { CLUSTERS, CLUSTER_NAMES } from '../../vocabulary/group.ts'
import { atDoor } from '../../vocabulary/tlp.ts'
import { REPLY_WORDS, SILENT } from '../../vocabulary/warning.ts'
import { Button, Buttons, Form, Select, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { PLACE } from './page-list.tsx'
import type { Shown } from './shown.ts'

/** To whom a label lets it go, in a sentence. */
const WHO = {
  nobody: '',
  named: 'Dit label laat alleen personen toe die u bij naam noemt.',
  task: 'Dit label blijft binnen de gemeente: bij wie over waarschuwingen gaat, en bij collega’s die u noemt.',
  clients: 'Dit label laat ook organisaties toe die klant of leverancier zijn volgens een contract.',
  community: 'Dit label laat elke organisatie toe die hier een account heeft.',
  everyone: 'Dit label laat iedereen toe. Wie u kiest, krijgt er ook bericht van.',
} as const

type Props = Shown & { readonly view: DeskView; readonly problems: Problems }

export function ReceiverPart({ view, warning, receivers, persons, people, organisations, problems }: Props) {
  const { id, label, ended } = warning
  const { reach } = atDoor(label, 'page')
  const outside = ['clients', 'community', 'everyone'].includes(reach)
  return (
    <Section id="ontvangers" title="Voor wie" wide>
      <Text>
        {WHO[reach]}{' '}
        {reach === 'clients' ? <Link to={`${PLACE}/relaties`}>Leg vast wie klant of leverancier is</Link> : null}
      </Text>
      {persons.length === 0 ? null : (
        <>
          <Text>Bij naam genoemd:</Text>
          <Form view={view} action={`${PLACE}/${id}/personen/weg`}>
            <List
              items={persons.map((each) => ({
                key: each.id,
                body: (
                  <>
                    {each.name}
                    {each.organisationName === null ? '' : ` (${each.organisationName})`}{' '}
                    {each.id === view.who.id || ended !== null ? null : (
                      <Button kind="plain" name="weg" value={each.id}>
                        {`Haal ${each.name} weg`}
                      </Button>
                    )}
                  </>
                ),
              }))}
            />
          </Form>
        </>
      )}
      {receivers.length === 0 ? (
        outside ? (
          <Text>Nog geen organisatie gekozen.</Text>
        ) : null
      ) : (
        <Form view={view} action={`${PLACE}/${id}/ontvangers/weg`}>
          <Table
            id="ontvangers-tabel"
            caption="Organisaties en wat zij antwoordden"
            stacked
            columns={[
              { head: 'Organisatie' },
              { head: 'Waarom zij' },
              { head: 'Antwoord' },
              { head: 'Toelichting' },
              { head: 'Weghalen' },
            ]}
            rows={receivers.map((each) => ({
              key: each.id,
              cells: [
                each.name,
                each.why,
                each.answer === null ? SILENT : `${REPLY_WORDS[each.answer]}, ${moment('nl', each.at!)}`,
                each.text === null || each.text === '' ? '' : each.text,
                ended === null && each.answer === null ? (
                  <Button key="w" kind="plain" name="weg" value={each.id}>
                    {`Haal ${each.name} weg`}
                  </Button>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        </Form>
      )}
      {ended !== null || label === null ? null : (
        <>
          {outside ? (
            <Form view={view} action={`${PLACE}/${id}/ontvangers`}>
              <Select
                name="organisatie"
                label="Organisatie"
                optional
                empty="Geen"
                options={organisations.map((each) => ({ value: each.id, label: each.name }))}
                problems={problems}
              />
              <Select
                name="groep"
                label="Of een hele groep"
                optional
                empty="Geen"
                options={CLUSTERS.map((each) => ({ value: each, label: `Groep ${CLUSTER_NAMES[each]}` }))}
                problems={problems}
              />
              <Buttons>
                <Button kind="secondary">Ontvangers toevoegen</Button>
              </Buttons>
            </Form>
          ) : null}
          <Form view={view} action={`${PLACE}/${id}/personen`}>
            <Select
              name="persoon"
              label="Persoon bij naam"
              empty="Kies iemand"
              hint={reach === 'clients' ? 'Van buiten kiest u alleen wie werkt bij een ontvanger.' : undefined}
              options={people
                .filter(({ admitted }) => admitted)
                .map((each) => ({
                  value: each.id,
                  label: each.organisation === null ? each.name : `${each.name} (${each.organisation})`,
                }))}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Persoon noemen</Button>
            </Buttons>
          </Form>
        </>
      )}
    </Section>
  )
}
