/** The list, and what organisations offer: adding, changing, signing what is agreed, pairing, stopping. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { closeTasks } from '../../db/tasks.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import { AGREED_DAYS, AGREEMENT, agreementText } from '../../vocabulary/buddy.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { AGREE, CODE, emptyOffer, OFFER, offered, offerTyped, unknownDistrict } from './fields.ts'
import { OfferFormPage } from './form-offer.tsx'
import { ownIncidents, waitingIncidents } from './incident-store.ts'
import {
  addOffer,
  agreementsOf,
  changeOffer,
  fixedBuddies,
  knownDistricts,
  offerById,
  ownOffers,
  pairBy,
  signAgreement,
  standingOffers,
  stopOffer,
  unpair,
  type Offer,
} from './offer-store.ts'
import { BuddiesPage } from './page-list.tsx'
import { OfferPage, type SignTyped } from './page-offer.tsx'
import { PLACE } from './parts.tsx'

type A = Asked<Tx>
const STOPPED = 'Dit aanbod is gestopt. Maak een nieuw aanbod als u weer wilt helpen.'
const at = (id: string) => `${PLACE}/aanbod/${id}`

/** The list as who is here sees it. */
async function list(asked: A, more: { readonly code?: string; readonly problems?: Problems } = {}) {
  const { tx, municipality, view, today, who } = asked
  const calls = allows(who.roles, 'buddy.call')
  return (
    <BuddiesPage
      {...{ view, today }}
      contact={await contactOf(tx, municipality.id)}
      incidents={await ownIncidents(tx, municipality.id)}
      waiting={calls ? await waitingIncidents(tx) : undefined}
      offers={calls ? await standingOffers(tx, municipality.id, today) : undefined}
      own={who.organisation === null ? undefined : await ownOffers(tx, municipality.id, who.organisation)}
      fixed={who.organisation === null ? [] : await fixedBuddies(tx)}
      {...more}
    />
  )
}

async function offerPage(asked: A, offer: Offer, typed: SignTyped, problems?: Problems): Promise<Reply> {
  const { tx, municipality, view, today, who } = asked
  const agreements = await agreementsOf(tx, municipality.id, offer.id)
  const own = who.organisation === offer.organisation
  return page(
    <OfferPage {...{ view, today, offer, agreements, own, typed }} {...(problems && { problems })} />,
    problems && 422,
  )
}

/** Does an act with the own offer of the address, while it runs. */
const withOwn =
  (act: (asked: A, offer: Offer) => Promise<Reply>) =>
  async (asked: A): Promise<Reply> => {
    const { tx, municipality, params, who } = asked
    const offer = await offerById(tx, municipality.id, params['offer']!)
    if (offer?.organisation !== who.organisation) return missing
    return offer.state === 'stopped' ? tooLate(STOPPED) : act(asked, offer)
  }

async function sign(asked: A, offer: Offer): Promise<Reply> {
  const { tx, municipality, sent, today, who } = asked
  const { typed, held, problems } = readForm(AGREE, sent)
  if (!held) return offerPage(asked, offer, typed, problems)
  const until = daysAfter(today, AGREED_DAYS)
  const { version } = AGREEMENT
  const signed = { version, text: agreementText(), name: held.naam, function: held.functie, until }
  await signAgreement(tx, municipality.id, offer.id, who.id, signed)
  await closeTasks(tx, municipality.id, `buddy/${offer.id}`, ['buddy-renew'])
  const detail = { version, until }
  await record(tx, municipality.id, { act: 'buddy.agreed', object: `buddy/${offer.id}`, detail })
  return go(at(offer.id), 'De afspraken zijn getekend. Uw aanbod staat.')
}

/** What was typed as an offer, or its form again with what is not right. `has`: the districts that it has already. */
async function readOffer({ tx, municipality, view, sent }: A, id?: string, has: readonly string[] = []) {
  const known = await knownDistricts(tx, municipality.id)
  const districts = known.length === 0 ? [] : [...new Set([...known, ...has])]
  const { typed, held, problems } = readForm(OFFER, sent)
  const strange = held && unknownDistrict(held.wijken, districts)
  if (held && strange === undefined) return { offer: offered(held) }
  const wrong =
    strange === undefined ? problems : { wijken: `“${strange.slice(0, 80)}” is hier geen wijk. Kies een wijk.` }
  return { again: page(<OfferFormPage {...{ view, typed, districts, id }} problems={wrong} />, 422) }
}

async function change(asked: A, offer: Offer): Promise<Reply> {
  const { tx, municipality, who } = asked
  const { offer: typed, again } = await readOffer(asked, offer.id, offer.areas)
  if (!typed) return again
  await changeOffer(tx, municipality.id, offer.id, who.id, typed)
  await record(tx, municipality.id, { act: 'buddy.changed', object: `buddy/${offer.id}`, detail: {} })
  return go(at(offer.id), 'Het aanbod is bewaard. U bent wie wij voortaan oproepen.')
}

export const offerRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/hulp-in-nood',
    may: 'incident.ask',
    answer: async (asked) => page(await list(asked)),
  },
  {
    method: 'POST',
    path: '/hulp-in-nood/maatje',
    may: 'buddy.own',
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const { typed, held, problems } = readForm(CODE, sent)
      const code = squeezedNumber(typed.code)
      if (!held) return page(await list(asked, { code: typed.code, problems }), 422)
      if (!isSpokenNumber(code) || !(await pairBy(tx, code))) {
        const none = { code: 'Bij deze code hoort geen aanbod van een ander. Kijk of alle tekens kloppen.' }
        return page(await list(asked, { code: typed.code, problems: none }), 422)
      }
      await record(tx, municipality.id, { act: 'buddy.paired', object: 'buddy', detail: {} })
      return go(PLACE, 'U kunt dit maatje nu direct oproepen.')
    },
  },
  {
    method: 'GET',
    path: '/hulp-in-nood/aanbod/nieuw',
    may: 'buddy.own',
    answer: async ({ tx, municipality, view }) => {
      const districts = await knownDistricts(tx, municipality.id)
      return page(<OfferFormPage {...{ view, districts }} typed={emptyOffer} />)
    },
  },
  {
    method: 'POST',
    path: '/hulp-in-nood/aanbod/nieuw',
    may: 'buddy.own',
    answer: async (asked) => {
      const { tx, municipality, who } = asked
      const { offer, again } = await readOffer(asked)
      if (!offer) return again
      const by = { person: who.id, organisation: who.organisation! }
      const id = await addOffer(tx, municipality.id, by, offer)
      await record(tx, municipality.id, { act: 'buddy.offered', object: `buddy/${id}`, detail: {} })
      return go(at(id), 'Het aanbod is bewaard. Teken nog de afspraken.')
    },
  },
  {
    method: 'GET',
    path: '/hulp-in-nood/aanbod/:offer',
    may: 'incident.ask',
    answer: async (asked) => {
      const offer = await offerById(asked.tx, asked.municipality.id, asked.params['offer']!)
      return offer ? offerPage(asked, offer, { naam: asked.who.name, functie: '' }) : missing
    },
  },
  {
    method: 'GET',
    path: '/hulp-in-nood/aanbod/:offer/wijzigen',
    may: 'buddy.own',
    answer: withOwn(async ({ tx, municipality, view }, offer) => {
      const known = await knownDistricts(tx, municipality.id)
      const districts = known.length === 0 ? [] : [...new Set([...known, ...offer.areas])]
      return page(<OfferFormPage {...{ view, districts }} typed={offerTyped(offer)} id={offer.id} />)
    }),
  },
  { method: 'POST', path: '/hulp-in-nood/aanbod/:offer/wijzigen', may: 'buddy.own', answer: withOwn(change) },
  { method: 'POST', path: '/hulp-in-nood/aanbod/:offer/tekenen', may: 'buddy.own', answer: withOwn(sign) },
  {
    method: 'POST',
    path: '/hulp-in-nood/aanbod/:offer/stoppen',
    may: 'buddy.own',
    answer: withOwn(async ({ tx, municipality, who, today }, offer) => {
      if (!(await stopOffer(tx, municipality.id, offer.id, who.id, today))) return tooLate(STOPPED)
      await closeTasks(tx, municipality.id, `buddy/${offer.id}`, 'all')
      await record(tx, municipality.id, { act: 'buddy.stopped', object: `buddy/${offer.id}`, detail: {} })
      return go(PLACE, 'Het aanbod is gestopt. Niemand roept u nog op.')
    }),
  },
  {
    method: 'POST',
    path: '/hulp-in-nood/aanbod/:offer/maatjes-weg',
    may: 'buddy.own',
    answer: withOwn(async ({ tx, municipality }, offer) => {
      await unpair(tx, municipality.id, offer.id)
      await record(tx, municipality.id, { act: 'buddy.unpaired', object: `buddy/${offer.id}`, detail: {} })
      return go(at(offer.id), 'Alle vaste maatjes zijn weg.')
    }),
  },
]
