/** Help in need as it stands halfway, for tests that need it: an offer that was signed, and an incident. */
import { v7 as uuid } from 'uuid'
import type { Db } from '../src/db/connect.ts'
import { newSpokenNumber } from '../src/lib/spoken-number.ts'
import { unasked } from './database.ts'
import type { TestPerson } from './desk.ts'

type Ids = { readonly offer: string; readonly incident: string }

/** Adds both, of the organisation of `partner`; their words name `officer`, who took the incident. */
export const putBuddies = (db: Db, officer: TestPerson, partner: TestPerson, { offer, incident }: Ids): Promise<void> =>
  unasked(db, async (tx) => {
    const { municipality } = officer
    const by = { contact: 'Een geheim mens', phone: '071 000 00 00', by: partner.id }
    await tx
      .insertInto('buddy_offer')
      .values({
        ...by,
        municipality,
        id: offer,
        organisation: partner.organisation!,
        skills: ['network'],
        what: `Een geheim aanbod van ${officer.name}`,
        hours: 'always',
        code: newSpokenNumber(),
        person: partner.id,
        agreed_until: '2099-01-01',
      })
      .execute()
    await tx
      .insertInto('incident')
      .values({
        ...by,
        municipality,
        id: incident,
        number: newSpokenNumber(),
        organisation: partner.organisation,
        what: `Een geheim incident van ${officer.name}`,
        place: 'Een geheime plek',
        since: '2026-11-01T12:00:00Z',
        needs: ['recover'],
      })
      .execute()
    await tx
      .insertInto('incident_caller')
      .values({ municipality, incident, person: officer.id, by: officer.id })
      .execute()
    await tx
      .insertInto('incident_log')
      .values({ municipality, incident, id: uuid(), kind: 'note', text: 'Een geheime regel', by: officer.id })
      .execute()
  })
