/** Writes down which number a bidder gave of its file, and tells whether it is that of the file that was opened. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { Area, Choice, Field } from '../../web/desk/form.tsx'
import { go, missing, page, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { Text } from '../../web/parts.tsx'
import { ActPage } from './act-page.tsx'
import { keepStated } from './bid-store.ts'
import { crumbsTo, placeOfTender, type TenderDeps } from './draft.ts'
import { onBids } from './on-bids.ts'
import { comparedTo, statedHash, type Compared } from './rules/stated.ts'

const FIELDS = {
  gaf: word(oneOf(['ja', 'nee'], 'Kies of de inschrijver een getal opgaf.')),
  getal: text(200, z.string()),
  waar: text(300, filled('Schrijf waar u keek: op welk papier, of waar in het aanbestedingssysteem.')),
}
const TOLD: Readonly<Record<Exclude<Compared, 'open'>, string>> = {
  same: 'Het getal is gelijk: dit is het bestand dat de inschrijver opgaf.',
  differs: 'Het getal is anders dan dat van het bestand. Vraag de inschrijver welk bestand hij indiende.',
  none: 'Vastgelegd: de inschrijver gaf geen getal op.',
}

export const statedRoutes = (deps: TenderDeps): readonly Route<Tx>[] =>
  (['GET', 'POST'] as const).map((method): Route<Tx> => ({
    method,
    path: '/aanbestedingen/:tender/controlegetal/:bid',
    may: 'bid.open',
    answer: onBids(deps, 'to-read', async ({ tx, municipality, view, who, params, sent }, { tender }, { bids }) => {
      const bid = bids.find(({ id }) => id === params['bid'])
      if (!bid) return missing
      const back = `${placeOfTender(tender)}/antwoorden/${bid.id}`
      const read =
        method === 'POST'
          ? readForm(FIELDS, sent, [
              {
                field: 'getal',
                holds: ({ gaf, getal }) => gaf !== 'ja' || statedHash(getal) !== undefined,
                says: 'Een SHA-256 heeft 64 tekens: cijfers en de letters a tot en met f. Typ het getal helemaal over.',
              },
              {
                field: 'getal',
                holds: ({ gaf, getal }) => gaf !== 'nee' || getal === '',
                says: 'U koos dat er geen getal was. Haal het getal weg, of kies “Ja”.',
              },
            ])
          : undefined
      if (read?.held) {
        const { gaf, getal, waar } = read.held
        const stated = gaf === 'ja' ? statedHash(getal)! : ''
        const compared = comparedTo(bid.hash, stated) as Exclude<Compared, 'open'>
        await keepStated(tx, municipality.id, { bid: bid.id, stated, source: waar, by: who.id })
        await record(tx, municipality.id, {
          act: 'bid.stated',
          object: `tender/${tender.id}`,
          detail: { bid: bid.id, compared, stated },
        })
        return go(back, TOLD[compared])
      }
      const [typed, problems] = [read?.typed ?? { gaf: 'ja', getal: '', waar: '' }, read?.problems ?? {}]
      return page(
        <ActPage
          {...{ view, problems }}
          title={`Controlegetal van ${bid.bidder}`}
          lead="Typ over wat de inschrijver zelf opgaf. Leidraad legt het naast het bestand dat u opende."
          crumbs={[...crumbsTo(tender), { name: bid.bidder, to: back }]}
          action={`${placeOfTender(tender)}/controlegetal/${bid.id}`}
          button="Vastleggen en vergelijken"
          warning="Wat u vastlegt, blijft staan. Verschrijft u zich? Leg het dan opnieuw vast: het laatste telt."
          before={
            <Text>
              Neem het getal niet over van deze site: dan is het altijd gelijk. Kijk op het papier of in het systeem.
            </Text>
          }
        >
          <Choice
            name="gaf"
            label="Gaf de inschrijver een getal op?"
            value={[typed.gaf]}
            options={[
              { value: 'ja', label: 'Ja' },
              { value: 'nee', label: 'Nee, er staat nergens een getal' },
            ]}
            problems={problems}
          />
          <Area
            name="getal"
            label="Het getal (SHA-256)"
            hint="64 tekens. Spaties en hoofdletters maken niet uit."
            optional
            rows={2}
            value={typed.getal}
            maxLength={200}
            problems={problems}
          />
          <Field
            name="waar"
            label="Waar keek u?"
            hint="Zoals: het inschrijfformulier, blad 2."
            value={typed.waar}
            maxLength={300}
            problems={problems}
          />
        </ActPage>,
        read ? 422 : undefined,
      )
    }),
  }))
