/** Tells the database which registers are shut for whom: its walls ask that. */
import type { Db } from '../db/connect.ts'
import type { Register } from '../model/register.ts'
import { isShut } from './access.ts'

/** Keeps this at the start, as the owner of the database; a register that its file opened again is open. */
export const keepAccess = (db: Db, registers: readonly Register[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const shut = registers.filter(isShut)
    await tx
      .deleteFrom('register_access')
      .where('register', 'not in', ['', ...shut.map(({ id }) => id)])
      .execute()
    for (const { id, access } of shut) {
      const row = { read: [...access.read], write: [...access.write] }
      await tx
        .insertInto('register_access')
        .values({ register: id, ...row })
        .onConflict((conflict) => conflict.column('register').doUpdateSet(row))
        .execute()
    }
  })
