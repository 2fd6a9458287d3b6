/** A city with the demo's events and what was found at one of them, for whoever looks at their pages. */
import type { Db } from '../src/db/connect.ts'
import { fillEvents } from '../src/demo/events.ts'
import { fillHacks } from '../src/demo/hacks.ts'
import { fillRequests } from '../src/demo/requests.ts'
import { testDeps } from './desk.ts'
import { seedHelp } from './help-city.ts'

/** Adds them, and who keeps them, to a municipality that has nobody yet. */
export async function seedEvents(db: Db, municipality: string): Promise<void> {
  await seedHelp(db, municipality)
  await fillEvents({ db, municipality })
  for (const [name, role] of [
    ['dennis.oosterhof', 'security-officer'],
    ['tarik.aydin', 'policy-officer'],
  ] as const)
    await db
      .insertInto('person')
      .values({
        municipality,
        id: crypto.randomUUID(),
        name,
        function: '',
        state: 'active',
        email: `${name}@gemeente-sluiswijk.test`,
        roles: [role],
        organisation: null,
      })
      .execute()
  const kinds = testDeps().requestKinds.filter(({ course }) => course === 'weakness')
  await fillRequests({ db, municipality, kinds, key: Buffer.alloc(32) })
  await fillHacks({ db, municipality })
}
