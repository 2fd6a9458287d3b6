/** Badges in the demo city: valid, ending soon, withdrawn, and one that ended and was left on a site. */
import { asPerson } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { note } from '../db/noted-findings.ts'
import { toldNorm } from '../features/badges/give.ts'
import { endBadge } from '../features/badges/store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import type { Norm } from '../model/norm.ts'
import { todayIn } from '../web/language.ts'
import { idsBy, isFilled, keepBadge } from './store.ts'

const [OFFICER, GIVER] = ['jeroen.vandalen@gemeente-sluiswijk.test', 'chantal.vos@gemeente-sluiswijk.test']
const [NORM, CRITERION] = ['STD-05', 'STD-05.wifi-geprobeerd']

/** `seen`: days ago; `until`: days from now, or ago. The third stands on the site of its holder, by its number. */
const ALL = [
  { holder: 'Bakkerij De Korenaar', number: '7HX3M9WF2M', seen: 20, until: 340, withdrawn: '' },
  { holder: 'Kapsalon Krul', number: '4CFG8JRVXP', seen: 350, until: 12, withdrawn: '' },
  { holder: 'Boekhandel De Leesplank', number: '9PM2WXH3C9', seen: 400, until: -40, withdrawn: '' },
  {
    holder: 'Pizzeria Porto Vecchio',
    number: '6VVJ5RG8F4',
    seen: 120,
    until: 200,
    withdrawn: 'De zaak heeft een andere eigenaar. Die wil eerst zelf kijken.',
  },
] as const

/** Adds them once, after the people of the desk. `norms`: of the catalogue. */
export async function fillBadges(
  { db, municipality }: { readonly db: Db; readonly municipality: string },
  norms: readonly Norm[],
): Promise<void> {
  if (await isFilled(db, municipality, 'badge')) return
  const today = todayIn()
  const people = await idsBy(db, municipality, 'person', 'email')
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  const names = { norms: new Map(norms.map((norm) => [norm.id, norm])) }
  const [officer, giver] = [people.get(OFFICER)!, people.get(GIVER)!]
  const as = <T>(person: string, work: Parameters<typeof asPerson<T>>[3]) =>
    asPerson(db, { municipality, person, organisation: null }, 'write', work)
  for (const { holder, number, seen, until, withdrawn } of ALL) {
    const organisation = organisations.get(holder)
    if (organisation === undefined) continue
    const seenOn = daysAfter(today, -seen)
    await as(officer, (tx) =>
      note(tx, municipality, officer, [
        {
          source: 'inspection',
          about: { kind: 'organisation', id: organisation },
          norm: NORM,
          criterion: CRITERION,
          verdict: 'met',
          strength: 'witnessed',
          said: 'De wifi voor gasten werkt zonder naam, e-mailadres of account.',
          seenBy: 'twee schouwers',
          at: seenOn,
          until: daysAfter(seenOn, 365),
        },
      ]),
    )
    await as(giver, async (tx) => {
      const id = await keepBadge(tx, {
        municipality,
        number,
        holder,
        organisation,
        told: {
          covenant: null,
          promised: 'Gasten gebruiken de wifi zonder naam of account.',
          norms: [toldNorm(names, { id: NORM, criteria: [CRITERION] })],
          seenBy: 'twee schouwers',
          seenOn,
          givenBy: 'accountmanager',
        },
        validFrom: daysAfter(seenOn, 5),
        validUntil: daysAfter(today, until),
        by: giver,
      })
      await record(tx, municipality, { act: 'badge.given', object: `badge/${id}`, detail: { kind: 'seen' } })
      if (withdrawn === '') return
      await endBadge(tx, municipality, id, 'withdrawn', withdrawn)
      await record(tx, municipality, { act: 'badge.withdrawn', object: `badge/${id}`, detail: {} })
    })
  }
}
