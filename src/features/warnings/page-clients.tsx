/** Which organisations are client or supplier by a contract of the register, as a person confirmed. */
import { Button, Buttons, ErrorSummary, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { PLACE } from './page-list.tsx'
import type { clientsIn } from './receivers-store.ts'

type Named = { readonly id: string; readonly name: string }
type Props = {
  readonly view: DeskView
  readonly clients: Awaited<ReturnType<typeof clientsIn>>
  readonly organisations: readonly Named[]
  readonly contracts: readonly { readonly id: string; readonly title: string }[]
  readonly problems?: Problems
}

export function ClientsPage({ view, clients, organisations, contracts, problems = none }: Props) {
  const title = 'Klanten en leveranciers'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}
      oneForm
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>Wat TLP:AMBER is, gaat alleen naar organisaties die hier staan.</Text>
        <Text>Een relatie volgt uit een contract, nooit uit een vermoeden. Een medewerker bevestigt haar.</Text>
      </div>
      <Section id="nieuw" title="Relatie vastleggen">
        {contracts.length === 0 ? (
          <Text>Er staat nog geen contract in het register dat u mag zien.</Text>
        ) : (
          <Form view={view} action={`${PLACE}/relaties`}>
            <Select
              name="organisatie"
              label="Organisatie"
              empty="Kies een organisatie"
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              problems={problems}
            />
            <Select
              name="contract"
              label="Volgens welk contract?"
              empty="Kies een contract"
              options={contracts.map((each) => ({ value: each.id, label: each.title }))}
              problems={problems}
            />
            <Buttons>
              <Button>Ik keek dit na: vastleggen</Button>
            </Buttons>
          </Form>
        )}
      </Section>
      <Section id="lijst" title="Wie er nu staat" wide>
        {clients.length === 0 ? (
          <Text>Hier staat nog niemand.</Text>
        ) : (
          <Table
            id="relaties"
            caption="Relaties, op naam"
            stacked
            columns={[{ head: 'Organisatie' }, { head: 'Contract' }, { head: 'Nagekeken' }, { head: 'Beëindigen' }]}
            rows={clients.map((each) => ({
              key: each.id,
              cells: [
                each.name,
                each.contract,
                `${each.by ?? ''}, ${day('nl', each.at)}`,
                <Form key="w" view={view} action={`${PLACE}/relaties/${each.id}/eindigen`}>
                  <Button kind="plain">{`Beëindig de relatie met ${each.name}`}</Button>
                </Form>,
              ],
            }))}
          />
        )}
      </Section>
    </DeskPage>
  )
}
