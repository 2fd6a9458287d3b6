/** Does with the national register of algorithms what people at the desk released; and how it is reached. */
import { setTimeout } from 'node:timers/promises'
import type { Db } from '../db/connect.ts'
import { municipalities } from '../db/municipality.ts'
import { isAway, patiently } from '../db/patience.ts'
import { endDue, keepState, leaveDue, takeDue, waitFor, type Due } from '../features/algorithms/due-store.ts'
import { statusOf } from '../features/algorithms/standard.ts'
import type { RegisterAccess } from '../model/algorithm-register.ts'
import type { Network } from '../model/network.ts'
import {
  algorithmRegister,
  RegisterAway,
  RegisterRefuses,
  type AlgorithmRegister,
} from '../outside/algorithm-register.ts'
import { openEgress } from '../outside/egress.ts'
import { fault } from './terminal.ts'

const given = (text: string | undefined): string | undefined => text?.trim() || undefined
const address = () => given(process.env['LEIDRAAD_ALGORITMEREGISTER'])

/** How the register is reached for this municipality, by its short name; undefined when nobody set that. */
export function accessFor(slug: string): RegisterAccess | undefined {
  const [at, key] = [address(), given(process.env['LEIDRAAD_ALGORITMEREGISTER_KEY'])]
  const organisation = (process.env['LEIDRAAD_ALGORITMEREGISTER_ORGANISATIE'] ?? '')
    .split(',')
    .map((pair) => pair.split('=').map((part) => part.trim()))
    .find(([name]) => name === slug)?.[1]
  if (!at || !key || !organisation) return undefined
  const login = given(process.env['LEIDRAAD_ALGORITMEREGISTER_LOGIN'])
  const user = given(process.env['LEIDRAAD_ALGORITMEREGISTER_USER'])
  const client = given(process.env['LEIDRAAD_ALGORITMEREGISTER_CLIENT']) ?? 'authentication-client'
  return { address: at, key, organisation, login: login && user ? { address: login, user, client } : undefined }
}

/**
 * Does what was released, one at a time, until the signal. Whatever goes wrong with one is its outcome; only a database
 * that stays away is thrown.
 */
export async function runNational(db: Db, network: Network | undefined, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (address() === undefined) {
      await setTimeout(60_000, undefined, { signal }).catch(() => undefined) // stopped: the loop sees it
      continue
    }
    const reached = new Map(
      (await patiently(() => municipalities(db))).flatMap(({ id, slug }) => {
        const access = accessFor(slug)
        return access ? [[id, access] as const] : []
      }),
    )
    const due = reached.size === 0 ? undefined : await patiently(() => takeDue(db, [...reached.keys()]))
    if (due)
      await doOne(db, algorithmRegister(openEgress(network), reached.get(due.municipality)!, signal), due, signal)
    else await setTimeout(1_000, undefined, { signal }).catch(() => undefined) // stopped: the loop sees it
  }
}

async function doOne(db: Db, register: AlgorithmRegister, due: Due, signal: AbortSignal): Promise<void> {
  try {
    const lars = await larsOf(register, due)
    if (due.kind === 'submit') await submit(db, register, due, lars)
    else if (lars === undefined) return await patiently(() => endDue(db, due, 'refused', UNKNOWN))
    else if (due.kind === 'withdraw') await register.retract(lars)
    if (due.kind !== 'submit') await look(db, register, due, lars!)
    await patiently(() => endDue(db, due, 'done'))
  } catch (error) {
    if (signal.aborted) return void (await patiently(() => leaveDue(db, due)))
    if (isAway(error)) throw error
    if (error instanceof RegisterAway) return patiently(() => waitFor(db, due, error.message, error.wait))
    if (error instanceof RegisterRefuses)
      return patiently(() => endDue(db, due, 'refused', error.message, error.problems))
    fault('Het landelijke Algoritmeregister:', error)
    await patiently(() => waitFor(db, due, 'Er ging iets mis bij ons. De beheerder ziet het in het verslag.', 0))
  }
}
const UNKNOWN = 'Het landelijke register kent dit algoritme niet.'

/** The number that we know, or that stands there under our own mark: an answer may have been lost on the way. */
async function larsOf(register: AlgorithmRegister, { lars, body, entry }: Due): Promise<string | undefined> {
  if (lars !== null) return lars
  const known = await register.list()
  const written = body['lars']
  return known.find((each) => each.sourceId === entry || (written !== undefined && each.lars === written))?.lars
}

/** The same twice is once: what is there is written anew, under the number that it has. */
async function submit(db: Db, register: AlgorithmRegister, due: Due, known: string | undefined): Promise<void> {
  const { lars: _, ...body } = due.body
  const lars = known ?? (await register.create(body))
  // Kept before the rest: whatever comes, this number is ours.
  if (known === undefined) await patiently(() => keepState(db, due, { lars, status: 'draft', held: body }))
  else await register.update(lars, body)
  await register.release(lars)
  await look(db, register, due, lars)
}

async function look(db: Db, register: AlgorithmRegister, due: Due, lars: string): Promise<void> {
  const held = await register.held(lars)
  const status = statusOf(held, due.kind === 'withdraw')
  await patiently(() => keepState(db, due, { lars, status, held: held ?? {} }))
}
