/** Good practices in the demo city: on the site, waiting, refused, and one that was taken away again. */
import { asPerson } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { addPractice } from '../features/practices/door-store.ts'
import { refusePractice, showPractice, withdrawPractice } from '../features/practices/store.ts'
import { newSpokenNumber } from '../lib/spoken-number.ts'
import { hashOfToken, newToken } from '../lib/token.ts'
import { todayIn } from '../web/language.ts'
import { v7 as uuid } from 'uuid'
import { STORIES } from './practice-stories.ts'
import { idsBy, practicesThere } from './store.ts'

/** Tells them once, after the people of the desk. */
export async function fillPractices({ db, municipality }: { db: Db; municipality: string }): Promise<void> {
  if (await practicesThere(db, municipality)) return
  const people = await idsBy(db, municipality, 'person', 'email')
  const today = todayIn()
  for (const { end, by, name = '', email = '', link = '', norms, licence, ...words } of STORIES) {
    const id = uuid()
    const own = { municipality, id, number: newSpokenNumber(), secret: hashOfToken(newToken()), lang: 'nl' } as const
    await addPractice(db, { ...own, ...words, norms, licence, name, email, link }, today)
    const person = by === undefined ? undefined : people.get(by)
    if (end === undefined || person === undefined) continue
    await asPerson(db, { municipality, person, organisation: null }, 'write', async (tx) => {
      const at = { id, by: person, today }
      const object = `practice/${id}`
      if (typeof end === 'object' && 'refused' in end) {
        await refusePractice(tx, municipality, { ...at, reason: end.refused })
        await record(tx, municipality, { act: 'practice.refused', object })
        return
      }
      await showPractice(tx, municipality, at, { ...words, norms, link })
      await record(tx, municipality, { act: 'practice.shown', object, detail: { norms: [...norms], licence } })
      if (end === 'shown') return
      await withdrawPractice(tx, municipality, { id, today, reason: end.withdrawn })
      await record(tx, municipality, { act: 'practice.withdrawn', object })
    })
  }
}
