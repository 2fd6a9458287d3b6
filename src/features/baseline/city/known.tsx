/** What is known of an organisation: what was measured and published, what people saw, and what leads to it. */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { publishedFindings, type OnAddress } from '../../../db/findings.ts'
import { knownAbout } from '../../../registers/known.tsx'
import type { House } from '../../../registers/links-store.ts'
import { asItCounts } from '../../../scoring/counting.ts'
import { MeasuredTable, onSite } from '../../../web/desk/measured.tsx'
import type { Asked } from '../../../web/desk/route.ts'
import { Section } from '../../../web/parts.tsx'

/** As parts of its page; nothing where nothing is known. */
export const knownOf = async (
  { tx, municipality, today }: Asked<Tx>,
  house: House,
  { id, slug }: { readonly id: string; readonly slug: string },
): Promise<ReactNode> => (
  <>
    <Measured findings={await publishedFindings(tx, municipality.id, { slug }, { today, count: asItCounts })} />
    {await knownAbout(tx, municipality.id, house, { kind: 'organisation', id }, today)}
  </>
)

const Measured = ({ findings }: { findings: readonly OnAddress[] }) =>
  findings.length === 0 ? null : (
    <Section id="gemeten" title="Gemeten en gepubliceerd">
      <MeasuredTable id="meting" findings={findings} link={onSite} />
    </Section>
  )
