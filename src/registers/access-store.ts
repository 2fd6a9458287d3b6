/** Tells the database which registers are shut for whom: its walls ask that. */
import type { Db } from '../db/connect.ts'
import type { Register } from '../model/register.ts'
import { isShut } from './access.ts'

/**
 * Keeps this at the start, as the owner of the database. A register that its file opened again is open; one whose file
 * is gone stays shut, with all that was written in it.
 */
export const keepAccess = (db: Db, registers: readonly Register[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const open = registers.filter((register) => !isShut(register)).map(({ id }) => id)
    await tx
      .deleteFrom('register_access')
      .where('register', 'in', ['', ...open])
      .execute()
    for (const { id, access } of registers.filter(isShut)) {
      const row = { read: [...access.read], write: [...access.write] }
      await tx
        .insertInto('register_access')
        .values({ register: id, ...row })
        .onConflict((conflict) => conflict.column('register').doUpdateSet(row))
        .execute()
    }
  })
