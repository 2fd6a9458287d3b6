/** What else is known of an organisation: what people saw of it, and what in the registers leads to it. */
import type { ReactNode } from 'react'
import type { Tx } from '../../../db/as.ts'
import { notedOfOrganisation } from '../../../db/noted-findings.ts'
import type { Register } from '../../../model/register.ts'
import { LinkedFrom } from '../../../registers/linked.tsx'
import { linksTo } from '../../../registers/store.ts'
import { NotedTable } from '../../../web/desk/noted.tsx'
import type { Asked } from '../../../web/desk/route.ts'
import { Section } from '../../../web/parts.tsx'

/** Both as parts of its page; nothing where nothing is known. */
export async function knownOf(
  { tx, municipality, today }: Asked<Tx>,
  registers: readonly Register[],
  organisation: string,
): Promise<ReactNode> {
  const noted = await notedOfOrganisation(tx, municipality.id, organisation)
  const linked = await linksTo(tx, municipality.id, 'organisation', organisation)
  return (
    <>
      {noted.length === 0 ? null : (
        <Section id="gezien" title="Wat mensen zagen">
          <NotedTable id="gezien-tabel" caption="Wat mensen zagen" findings={noted} today={today} />
        </Section>
      )}
      <LinkedFrom registers={registers} linked={linked} />
    </>
  )
}
