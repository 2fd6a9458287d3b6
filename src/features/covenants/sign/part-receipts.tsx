/** Receipts at the desk: the list, and each as the bytes of which the hash was mailed. */
import type { Tx } from '../../../db/as.ts'
import { grouped } from '../../../lib/fingerprint.ts'
import { missing, type Route } from '../../../web/desk/route.ts'
import { moment } from '../../../web/language.ts'
import { Link, List, Section } from '../../../web/parts.tsx'
import { covenantName } from './desk-store.ts'
import { FORMS, receiptsOf } from './fix-store.ts'

/** Receipts, each to fetch; of none nothing. */
export function ReceiptList({ receipts, place }: { receipts: Awaited<ReturnType<typeof receiptsOf>>; place: string }) {
  if (receipts.length === 0) return null
  return (
    <Section id="bewijzen" title="Ontvangstbewijzen">
      <List
        items={receipts.map(({ version, no, hash, at }) => ({
          key: `${version}-${no}`,
          body: (
            <>
              <Link to={`${place}/vastgesteld/${version}/bewijs/${no}`}>
                Ontvangstbewijs {no} van versie {version}
              </Link>
              , {moment('nl', at)}
              <span className="ld-block ld-small ld-address">{grouped(hash)}</span>
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** A receipt as the bytes of which the hash was mailed. */
export const receiptRoute = (path: string, may: 'covenant.read' | 'covenant.own'): Route<Tx> => ({
  method: 'GET',
  path: `${path}/vastgesteld/:version/bewijs/:receipt`,
  may,
  answer: async ({ tx, municipality, params }) => {
    const covenant = await covenantName(tx, municipality.id, params['covenant']!)
    const one =
      covenant &&
      (await receiptsOf(tx, municipality.id, covenant.id)).find(
        ({ version, no }) => `${version}` === params['version'] && `${no}` === params['receipt'],
      )
    return covenant && one
      ? {
          kind: 'file',
          name: `ontvangstbewijs-${covenant.no}-${one.version}-${one.no}.json`,
          media: FORMS.json,
          body: Buffer.from(one.body),
        }
      : missing
  },
})
