/** Brings the database to the newest shape. Each migration runs once, in order, under Kysely's own lock. */
import { Migrator, type Migration } from 'kysely/migration'
import type { Db } from './connect.ts'
import { up as start } from './migrations/001-start.ts'
import { up as desk } from './migrations/002-desk.ts'
import { up as legalTerms } from './migrations/003-legal-terms.ts'
import { up as registerFetch } from './migrations/004-register-fetch.ts'
import { up as ownAnswers } from './migrations/005-own-answers.ts'
import { up as sharedAddresses } from './migrations/006-shared-addresses.ts'
import { up as unsent } from './migrations/007-unsent.ts'
import { up as promises } from './migrations/008-promises.ts'
import { up as trail } from './migrations/010-trail.ts'
import { up as guesses } from './migrations/011-guesses.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '001-start': { up: start },
  '002-desk': { up: desk },
  '003-legal-terms': { up: legalTerms },
  '004-register-fetch': { up: registerFetch },
  '005-own-answers': { up: ownAnswers },
  '006-shared-addresses': { up: sharedAddresses },
  '007-unsent': { up: unsent },
  '008-promises': { up: promises },
  '010-trail': { up: trail },
  '011-guesses': { up: guesses },
}

/** Runs what has not run yet. Throws the first error; what ran before it stays. */
export async function migrate(db: Db): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest()
  if (error) throw error
}
