/** For the desk: what in the city looked worse, and is measured again before it is published. */
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { UnsureTable } from './part-unsure.tsx'
import type { Unsure } from './waiting-store.ts'

export function CityPage({
  view,
  rows,
  titles,
}: {
  view: DeskView
  rows: readonly Unsure[]
  titles: ReadonlyMap<string, string>
}) {
  return (
    <DeskPage view={view} title="Nameten" crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]} wide>
      <div className="ld-opening">
        <Heading level={1}>Nameten</Heading>
        <Text lead>Wat leek slechter dan gepubliceerd, en wordt nog eens gemeten?</Text>
        <Text>
          Eén meting kan pech zijn. Wat slechter lijkt, meten wij daarom op een ander deel van de dag nog eens. Zien wij
          het dan weer, dan kan het openbaar worden. Tot die tijd blijft het hele adres zoals het was gepubliceerd, met
          de dag van die meting. Zien wij het de tweede keer niet meer? Dan is het punt onbekend, tot twee metingen na
          elkaar hetzelfde zeggen. Lijkt bij het nameten iets anders slechter, dan is ook dat punt onbekend.
        </Text>
      </div>
      <Section id="nu" title="Nu">
        <UnsureTable rows={rows} titles={titles} city />
      </Section>
    </DeskPage>
  )
}
