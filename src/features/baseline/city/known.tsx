/** What is known of an organisation: what was measured and published, what people saw, and what leads to it. */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { publishedFindings, type OnAddress } from '../../../db/findings.ts'
import { knownAbout } from '../../../registers/known.tsx'
import type { House } from '../../../registers/links-store.ts'
import { asItCounts } from '../../../scoring/counting.ts'
import { Day } from '../../../web/desk/day.tsx'
import { MeasuredTable, onSite } from '../../../web/desk/measured.tsx'
import type { Asked } from '../../../web/desk/route.ts'
import { Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { firmnessOf } from '../own/stand-parts.tsx'
import { stepsDone, type StepDone } from '../stand-store.ts'

/** As parts of its page; nothing where nothing is known. */
export const knownOf = async (
  { tx, municipality, today }: Asked<Tx>,
  house: House,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<ReactNode> => (
  <>
    <Measured findings={await publishedFindings(tx, municipality.id, { slug }, { today, count: asItCounts })} />
    <Shared steps={await stepsDone(tx, municipality.id, id)} />
    {await knownAbout(tx, municipality.id, house, { kind: 'organisation', id }, today)}
  </>
)

/** What the organisation ticked off and shares; of the rest the database gives nothing. */
const Shared = ({ steps }: { steps: readonly StepDone[] }) =>
  steps.length === 0 ? null : (
    <Section id="afgevinkt" title="Wat de organisatie afvinkte en met u deelt">
      <Table
        id="afgevinkt-tabel"
        caption="Afgevinkte stappen"
        hideCaption
        stacked
        columns={[
          { head: 'Punt' },
          { head: 'Afgevinkt' },
          { head: 'Wat zij deed' },
          { head: 'Bewijskracht' },
          { head: 'Bewijs' },
        ]}
        rows={steps.map((each) => ({
          key: each.id,
          cells: [
            <Link key="n" to={`/normen/${each.norm}`}>
              {each.criterion}
            </Link>,
            <Day key="d" on={each.at} />,
            each.said,
            firmnessOf(each),
            each.upload === null ? (
              'geen bestand'
            ) : (
              <Link key="b" to={`/balie/bestanden/${each.upload}`}>
                bestand
              </Link>
            ),
          ],
        }))}
      />
      <Text>Afvinken verandert geen oordeel. Een volgende meting laat zien of het te zien is.</Text>
    </Section>
  )

const Measured = ({ findings }: { findings: readonly OnAddress[] }) =>
  findings.length === 0 ? null : (
    <Section id="gemeten" title="Gemeten en gepubliceerd">
      <MeasuredTable id="meting" findings={findings} link={onSite} />
    </Section>
  )
