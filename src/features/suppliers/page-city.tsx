/** For the desk: which companies many organisations lean on, and what ends soon. */
import { daysAfter } from '../../lib/iso-date.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { country, day } from '../../web/language.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { ExpiryTable } from './expiry-table.tsx'
import { FRESH, type Ending, type suppliersIn } from './store.ts'

/** Days ahead that the desk sees. */
export const AHEAD = 60

type Props = {
  readonly view: DeskView
  readonly today: string
  readonly ending: readonly Ending[]
  readonly suppliers: Awaited<ReturnType<typeof suppliersIn>>
}

export function CityPage({ view, today, ending, suppliers }: Props) {
  return (
    <DeskPage view={view} title="Leveranciers" crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]} wide>
      <div className="ld-opening">
        <Heading level={1}>Leveranciers</Heading>
        <Text lead>Op welke bedrijven leunen organisaties in de stad, en wat loopt er binnenkort af?</Text>
        <Text>
          Dit staat niet op de openbare site. Een instelling kan een restant zijn: het bewijst niet dat een bedrijf nu
          iets levert.
        </Text>
      </div>
      <Section id="verloopt" title="Wat loopt er af?">
        <Text>
          Tot en met {day('nl', daysAfter(today, AHEAD))}, gezien in de laatste {FRESH} dagen, of door de organisatie
          zelf ingevuld. Zij hoort dit zelf ook, als zij een account heeft.
        </Text>
        <ExpiryTable id="afloop" caption="Wat afloopt, het eerste bovenaan" rows={ending} today={today} city />
      </Section>
      <Section id="bedrijven" title="Bedrijven">
        {suppliers.length === 0 ? (
          <Text>Er is nog niets gemeten waaruit bedrijven blijken.</Text>
        ) : (
          <Table
            id="bedrijven-stad"
            caption="Bedrijven in instellingen, bij de meeste organisaties bovenaan"
            stacked
            columns={[
              { head: 'Bedrijf' },
              { head: 'Moederbedrijf' },
              { head: 'Land' },
              { head: 'Organisaties', numeric: true },
            ]}
            rows={suppliers.map(({ name, parent, country: code, organisations }) => ({
              key: name,
              cells: [name, parent, country('nl', code), String(organisations)],
            }))}
          />
        )}
      </Section>
    </DeskPage>
  )
}
