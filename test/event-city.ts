/** A city with the demo's events, for whoever looks at their pages. */
import type { Db } from '../src/db/connect.ts'
import { fillEvents } from '../src/demo/events.ts'
import { fillHacks } from '../src/demo/hacks.ts'
import { seedHelp } from './help-city.ts'

/** Adds them, and who keeps them, to a municipality that has nobody yet. */
export async function seedEvents(db: Db, municipality: string): Promise<void> {
  await seedHelp(db, municipality)
  await fillEvents({ db, municipality })
  await db
    .insertInto('person')
    .values({
      municipality,
      id: crypto.randomUUID(),
      name: 'Dennis',
      function: '',
      state: 'active',
      email: 'dennis.oosterhof@gemeente-sluiswijk.test',
      roles: ['security-officer'],
      organisation: null,
    })
    .execute()
  await fillHacks({ db, municipality })
}
