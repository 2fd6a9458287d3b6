/** A request of a resident as it came in, for tests that need one. */
import { v7 as uuid } from 'uuid'
import type { Db } from '../src/db/connect.ts'
import { newSpokenNumber } from '../src/lib/spoken-number.ts'
import { hashOfToken, newToken } from '../src/lib/token.ts'
import type { TestPerson } from './desk.ts'

type Ids = { readonly residentRequest: string; readonly requestFile: string; readonly weaknessNote: string }

/** Adds one, free, with a photo; its words name `officer` so that they are known when they are somewhere else. */
export async function putRequest(db: Db, { municipality, name, id: by }: TestPerson, ids: Ids): Promise<void> {
  const requester = uuid()
  const request = ids.residentRequest
  await db
    .insertInto('requester')
    .values({
      municipality,
      id: requester,
      secret: hashOfToken(newToken()),
      name: `Een geheime inwoner van ${name}`,
      lang: 'nl',
      channel: 'screen',
      whom: 'self',
    })
    .execute()
  await db
    .insertInto('request')
    .values({
      municipality,
      id: request,
      requester,
      number: newSpokenNumber(),
      kind: 'inzage',
      controller: 'college',
      role: 'request-handler',
      received_on: '2099-01-01',
      first_due: '2099-02-01',
      due_on: '2099-02-01',
      kept_months: 12,
      identity: 'open',
    })
    .execute()
  await db.insertInto('request_step').values({ municipality, request, no: 1, step: 'received' }).execute()
  await db
    .insertInto('request_text')
    .values({ municipality, request, no: 1, field: 'om-wat', text: `Een geheim verzoek van ${name}` })
    .execute()
  await db
    .insertInto('request_file')
    .values({
      municipality,
      request,
      no: 1,
      id: ids.requestFile,
      media: 'image/jpeg',
      bytes: Buffer.from('foto'),
      width: 1,
      height: 1,
    })
    .execute()
  await db
    .insertInto('weakness_note')
    .values({
      municipality,
      id: ids.weaknessNote,
      request,
      title: `Een geheime zwakke plek van ${name}`,
      text: 'Hersteld.',
      fixed_on: '2026-11-01',
      written_by: by,
    })
    .execute()
}
