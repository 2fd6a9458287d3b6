/** A city with the demo's places and courses, for whoever looks at their pages. */
import type { Db } from '../src/db/connect.ts'
import { fillCourses } from '../src/demo/courses.ts'
import { addOrganisation } from './desk.ts'

/** Adds them to a municipality that has nobody yet. */
export async function seedHelp(db: Db, municipality: string): Promise<void> {
  const organisation = await addOrganisation(db, municipality, 'Bibliotheek Sluiswijk')
  const people = [
    { email: 'jeroen.vandalen@gemeente-sluiswijk.test', roles: ['policy-officer' as const], organisation: null },
    { email: 'sanne.dijkstra@bibliotheek-sluiswijk.test', roles: ['partner' as const], organisation },
  ]
  for (const each of people)
    await db
      .insertInto('person')
      .values({ municipality, id: crypto.randomUUID(), name: 'Iemand', function: '', state: 'active', ...each })
      .execute()
  await fillCourses({ db, municipality })
}
