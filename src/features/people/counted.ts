/** Counts what strangers do at the public site, by where they come from, as guesses are. */
import type { Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { addressOf } from '../../web/address.ts'
import type { Knock } from '../../web/door.ts'
import { countGuess } from './guesses-store.ts'

/** `proxies`: web servers in front of us whose word about an address counts. */
export const countedAt = (door: Db, key: Buffer, proxies: readonly string[]) => (c: Context, secret: Knock) =>
  countGuess(door, key, { secret, known: false, address: addressOf(c, proxies) })
