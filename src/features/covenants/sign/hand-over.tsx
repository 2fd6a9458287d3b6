/** A link shown once on the screen, to give to a contact oneself, because no mail goes out or there is no address. */
import type { Tx } from '../../../db/as.ts'
import { HandOverPage } from '../../../web/desk/hand-over.tsx'
import { page, type Asked, type Reply } from '../../../web/desk/route.ts'
import { makeSigningLink } from './links-store.ts'
import { placeOf, type SignerFacts } from './page-signer.tsx'

/** Makes a link and shows it. */
export async function handOver(asked: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const { view, origin } = asked
  const { covenant, signer } = facts
  const { secret, until } = await makeSigningLink(asked, { id: signer.id, covenant: covenant.id }, true)
  return page(
    <HandOverPage
      view={view}
      whom={signer.contactName || signer.name}
      link={`${origin}/tekenen/${secret}`}
      until={until}
      crumbs={[{ name: 'Wie tekent', to: `/balie/convenanten/${covenant.id}/deelnemers` }]}
      back={placeOf(facts)}
      often
    />,
  )
}
