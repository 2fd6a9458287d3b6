/** For the desk: what in the city looked worse, and is measured again before it is published. */
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { UnsureTable } from './part-unsure.tsx'
import { MOST, type Unsure } from './waiting-store.ts'

export function CityPage({
  view,
  rows,
  cut,
  titles,
}: {
  view: DeskView
  rows: readonly Unsure[]
  /** Whether there were more addresses than were looked through. */
  cut: boolean
  titles: ReadonlyMap<string, string>
}) {
  return (
    <DeskPage view={view} title="Nameten" crumbs={[{ name: 'Organisaties', to: '/balie/organisaties' }]} wide>
      <div className="ld-opening">
        <Heading level={1}>Nameten</Heading>
        <Text lead>Wat leek slechter dan gepubliceerd, en wordt nog eens gemeten?</Text>
        <Text>
          Eén meting kan pech zijn. Wat slechter lijkt, meten wij daarom op een ander deel van de dag nog eens. Zien wij
          het dan weer, dan kan het openbaar worden. Tot die tijd blijft het hele adres zoals wij het daarvóór zagen,
          met de dag van die meting. Zien wij het de tweede keer niet meer? Dan is het punt onbekend, tot twee metingen
          na elkaar hetzelfde zeggen. Lijkt bij het nameten iets anders slechter, dan is ook dat punt onbekend.
        </Text>
        <Text>
          Veranderden normen of lijsten sinds de laatste publicatie? Wat daarmee is beoordeeld, staat hier niet. Bij het
          publiceren blijkt wat door de norm slechter lijkt, en wat wordt nagemeten.
        </Text>
      </div>
      <Section id="nu" title="Nu">
        {cut ? (
          <Text>
            Er zijn meer dan {MOST} adressen nagemeten. Hier staan de {MOST} die nog worden nagemeten of het laatst zijn
            gevraagd. De rest staat bij de organisatie.
          </Text>
        ) : null}
        <UnsureTable rows={rows} titles={titles} city />
      </Section>
    </DeskPage>
  )
}
