/** What is known of a thing, whatever its kind: what people saw of it, what the registers say, and what leads to it. */
import type { ReactNode } from 'react'
import type { Tx } from '../db/as.ts'
import { notedAbout, notedOfOrganisation } from '../db/noted-findings.ts'
import { NotedTable } from '../web/desk/noted.tsx'
import { Section } from '../web/parts.tsx'
import { enteredAbout } from './judged-store.ts'
import { Registered } from './judged.tsx'
import { LinkedFrom } from './linked.tsx'
import type { House } from './links-store.ts'
import { linksTo } from './store.ts'

/** What a page is about; of an organisation with its addresses. */
export type KnownThing = { readonly kind: 'product' | 'regulation' | 'organisation'; readonly id: string }

/** As parts of its page, on the day `today` (`2026-11-28`); nothing where nothing is known. */
export async function knownAbout(
  tx: Tx,
  municipality: string,
  house: House,
  { kind, id }: KnownThing,
  today: string,
): Promise<ReactNode> {
  const noted =
    kind === 'organisation'
      ? await notedOfOrganisation(tx, municipality, id)
      : await notedAbout(tx, municipality, [{ kind, id }])
  const { found, more } = await enteredAbout(tx, municipality, house, [{ kind, id }], today)
  const linked = await linksTo(tx, municipality, kind, id)
  return (
    <>
      {noted.length === 0 ? null : (
        <Section id="gezien" title="Wat mensen zagen">
          <NotedTable
            id="gezien-tabel"
            caption="Wat mensen zagen"
            findings={noted}
            today={today}
            {...(kind === 'organisation' && { about: NAMED })}
          />
        </Section>
      )}
      <Registered norms={house.norms} findings={found} more={more} />
      <LinkedFrom registers={house.registers} linked={linked} />
    </>
  )
}

/** Of an organisation each finding says what of it was seen. */
const NAMED = ({ subject = '' }: { subject?: string }): string => subject
