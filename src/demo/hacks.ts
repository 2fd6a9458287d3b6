/** Tells the hack events of the demo city, after its events and reports. */
import { asPerson } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { addTarget, agree, consent, tieFinding } from '../features/events/hack/store.ts'
import { sha256 } from '../lib/canonical.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { todayIn } from '../web/language.ts'
import { hackEvents, reportsBetween } from './events-store.ts'
import { HACKS } from './hack-data.ts'
import { idsBy } from './store.ts'

const OFFICER = 'dennis.oosterhof@gemeente-sluiswijk.test'

/** Once: what is there already stays. */
export async function fillHacks({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const person = (await idsBy(db, municipality, 'person', 'email')).get(OFFICER)
  if (person === undefined) return
  for (const { id, title, startsOn, endsOn } of await hackEvents(db, municipality)) {
    const hack = HACKS[title]
    if (hack === undefined) continue
    await asPerson(db, { municipality, person, organisation: null }, 'write', async (tx) => {
      const [stopName, stopPhone] = hack.stop
      await agree(tx, municipality, id, { stopName, stopPhone, forbidden: hack.forbidden })
      for (const each of hack.targets) {
        const target = await addTarget(tx, municipality, id, {
          name: each.name,
          address: each.address,
          supplier: each.supplier,
          contact: each.by ?? '',
          contact_email: '',
          opens_on: startsOn,
          opens: '10:00',
          closes_on: endsOn,
          closes: '16:00',
          limits: each.limits ?? '',
        })
        if (each.state === 'asked') continue
        const hash = each.state === 'given' ? sha256(`Toestemming van ${each.supplier} voor ${each.name}`) : ''
        const on = [daysAfter(startsOn, -60), daysAfter(todayIn(), -6)].toSorted()[0]!
        const signed = { name: each.by ?? '', role: 'directeur', on, hash }
        await consent(tx, municipality, target, { state: each.state, ...signed })
        await record(tx, municipality, { act: 'hack.consent', object: `event/${id}`, detail: {} })
      }
      for (const number of await reportsBetween(tx, municipality, startsOn, daysAfter(endsOn, 1)))
        await tieFinding(tx, id, number)
    })
  }
}
