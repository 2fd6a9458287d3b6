/** Reading bids beside each other, noting upon them, and writing down whom the municipality chose. */
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allEntries } from '../../registers/import-store.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Area, Choice, Select } from '../../web/desk/form.tsx'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { among, filled, readForm, text, word } from '../../web/desk/schema.ts'
import { ActPage } from './act-page.tsx'
import { chooseBid, noteBid, notesOf } from './bid-store.ts'
import { crumbsTo, placeOfTender, type TenderDeps } from './draft.ts'
import { addDuties, followers } from './duty-store.ts'
import { onBids } from './on-bids.ts'
import { BidPage } from './page-bid.tsx'
import { ComparePage } from './page-bids.tsx'
import { promisesIn } from './rules/duty.ts'
import { comparedOf, comparedWord } from './stated.tsx'

const NOTE = { aantekening: text(4_000, filled('Schrijf uw aantekening op.')) }
/** Contracts to choose from. */
const MOST = 500

export const bidRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/vergelijken',
    may: 'bid.read',
    answer: onBids(deps, 'to-read', async ({ view, today, who }, whole, opened) => {
      const mayOpen = allows(who.roles, 'bid.open')
      return page(<ComparePage {...{ view, whole, today, mayOpen, ...opened }} />)
    }),
  },
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/antwoorden/:bid',
    may: 'bid.read',
    answer: onBids(deps, 'to-read', async ({ tx, municipality, view, today, who, params }, whole, opened) => {
      const bid = opened.bids.find(({ id }) => id === params['bid'])
      if (!bid) return missing
      const notes = await notesOf(tx, municipality.id, bid.id)
      return page(
        <BidPage
          {...{ view, whole, bid, notes, today, ...opened }}
          mayNote={allows(who.roles, 'tender.assess')}
          mayOpen={allows(who.roles, 'bid.open')}
        />,
      )
    }),
  },
  ...(['GET', 'POST'] as const).map((method): Route<Tx> => ({
    method,
    path: '/aanbestedingen/:tender/antwoorden/:bid/:requirement',
    may: 'tender.assess',
    answer: onBids(
      deps,
      'to-read',
      async ({ tx, municipality, view, who, params, sent }, { tender }, { bids, annex }) => {
        const bid = bids.find(({ id }) => id === params['bid'])
        const asked = annex.requirements.find(({ id }) => id === params['requirement'])
        if (!bid || !asked) return missing
        const back = `${placeOfTender(tender)}/antwoorden/${bid.id}`
        const read = method === 'POST' ? readForm(NOTE, sent) : undefined
        if (read?.held) {
          const note = { bid: bid.id, requirement: asked.id, text: read.held.aantekening, by: who.id }
          await noteBid(tx, municipality.id, note)
          await record(tx, municipality.id, {
            act: 'bid.noted',
            object: `tender/${tender.id}`,
            detail: { bid: bid.id, requirement: asked.id },
          })
          return go(`${back}#eis-${asked.id}`, 'Uw aantekening staat bij het antwoord.')
        }
        return page(
          <ActPage
            view={view}
            problems={read?.problems ?? {}}
            title={`Aantekening: ${asked.title}`}
            lead={`Bij het antwoord van ${bid.bidder}. Uw aantekening staat los van wat de inschrijver schreef.`}
            crumbs={[...crumbsTo(tender), { name: bid.bidder, to: back }]}
            action={`${back}/${asked.id}`}
            button="Aantekening opslaan"
            warning="Een aantekening verandert niet meer. Een nieuwe komt erbij."
          >
            <Area
              name="aantekening"
              label="Wat valt u op?"
              rows={5}
              value={read?.typed.aantekening ?? ''}
              maxLength={4_000}
              problems={read?.problems ?? {}}
            />
          </ActPage>,
          read ? 422 : undefined,
        )
      },
    ),
  })),
  ...(['GET', 'POST'] as const).map((method): Route<Tx> => ({
    method,
    path: '/aanbestedingen/:tender/kiezen',
    may: 'bid.open',
    answer: onBids(deps, method === 'POST' ? 'to-change' : 'to-read', async (asked, whole, { bids, annex, stated }) => {
      const { tx, municipality, view, who, sent, today } = asked
      const { tender } = whole
      if (tender.state !== 'opened') return tooLate('Er is al vastgelegd aan wie de gemeente gunt.')
      const register = registerFor(deps.registers, 'contract')
      const contracts = register ? await allEntries(tx, municipality.id, register, MOST) : []
      const people = await followers(tx, municipality.id)
      const fields = {
        inschrijver: word(among(bids, 'Kies aan wie de gemeente gunt.')),
        waarom: text(4_000, filled('Schrijf waarom. Verwijs naar het besluit en het zaaknummer.')),
        contract: word(among(contracts, 'Kies het contract uit het register.')),
        eigenaar: word(among(people, 'Kies wie het contract volgt.')),
      }
      const read = method === 'POST' ? readForm(fields, sent) : undefined
      if (read?.held) {
        const { inschrijver: bid, waarom: why, contract, eigenaar } = read.held
        await chooseBid(tx, municipality.id, tender.id, { bid: bid.id, why })
        const count = await addDuties(tx, municipality.id, {
          tender: tender.id,
          bid: bid.id,
          contract: contract.id,
          owner: eigenaar.id,
          by: who.id,
          annex,
          promises: promisesIn(bid.content.answers),
          today,
        })
        await record(tx, municipality.id, { act: 'bid.chosen', object: `tender/${tender.id}`, detail: { bid: bid.id } })
        await record(tx, municipality.id, {
          act: 'duty.made',
          object: `entry/${contract.id}`,
          detail: { tender: tender.id, count },
        })
        return go(`/balie/contractplichten/${contract.id}`, `${count} beloften zijn nu plichten van het contract.`)
      }
      const typed = read?.typed ?? { inschrijver: '', waarom: '', contract: '', eigenaar: '' }
      const problems = read?.problems ?? {}
      return page(
        <ActPage
          {...{ view, problems }}
          title="Leg vast aan wie de gemeente gunt"
          lead="Het besluit nam u elders. Wat deze inschrijver beloofde, wordt een plicht van het contract."
          crumbs={crumbsTo(tender)}
          action={`${placeOfTender(tender)}/kiezen`}
          button="Vastleggen en plichten maken"
          warning="Dit kan niet terug."
        >
          <Choice
            name="inschrijver"
            label="Aan wie gunt de gemeente?"
            value={[typed.inschrijver]}
            options={bids.map((bid) => ({
              value: bid.id,
              label: `${bid.bidder} (controlegetal: ${comparedWord(comparedOf(bid, stated))})`,
            }))}
            problems={problems}
          />
          <Area
            name="waarom"
            label="Waarom, en met welk besluit?"
            rows={4}
            value={typed.waarom}
            maxLength={4_000}
            problems={problems}
          />
          <Select
            name="contract"
            label="Bij welk contract horen de plichten?"
            hint="Staat het er nog niet? Zet het contract eerst in het register."
            empty="Kies een contract"
            value={typed.contract}
            options={contracts.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
            problems={problems}
          />
          <Select
            name="eigenaar"
            label="Wie volgt het contract?"
            hint="Deze persoon krijgt de controles als taak, en hoort het als een plicht niet wordt nagekomen."
            empty="Kies een persoon"
            value={typed.eigenaar}
            options={people.map(({ id, name, function: what }) => ({ value: id, label: `${name}, ${what}` }))}
            problems={problems}
          />
        </ActPage>,
        read ? 422 : undefined,
      )
    }),
  })),
]
