/** Does with the national register of algorithms what people at the desk released; and how it is reached. */
import type { Db } from '../db/connect.ts'
import { municipalities } from '../db/municipality.ts'
import { patiently } from '../db/patience.ts'
import {
  endDue,
  keepState,
  Overtaken,
  setAside,
  takeDue,
  toDue,
  waitFor,
  type Due,
} from '../features/algorithms/due-store.ts'
import { statusOf } from '../features/algorithms/standard.ts'
import { lackOf } from '../lib/lack.ts'
import type { RegisterAccess } from '../model/algorithm-register.ts'
import type { Network } from '../model/network.ts'
import {
  algorithmRegister,
  RegisterAway,
  RegisterRefuses,
  type AlgorithmRegister,
} from '../outside/algorithm-register.ts'
import { openEgress } from '../outside/egress.ts'
import type { NationalStatus } from '../vocabulary/algorithm-standard.ts'
import type { Later } from './later.ts'

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

/** Doing what people released; nothing is taken of a municipality that has no line to the register. */
export const nationals = (db: Db, network: Network | undefined): Later<Due> => ({
  take: async (worker) => {
    if (address() === undefined) return undefined
    const reached = (await municipalities(db)).filter(({ slug }) => accessFor(slug) !== undefined)
    return reached.length === 0
      ? undefined
      : takeDue(
          db,
          worker,
          reached.map(({ id }) => id),
        )
  },
  of: (job) => toDue(db, job),
  run: async (due, { signal }) => {
    const slug = (await municipalities(db)).find(({ id }) => id === due.municipality)?.slug ?? ''
    const access = accessFor(slug)
    if (due.act === undefined) await endDue(db, due, 'done')
    else if (access === undefined) await waitFor(db, due, NO_LINE, 0)
    else await doOne(db, algorithmRegister(openEgress(network), access, signal), { ...due, act: due.act }, signal)
  },
  aside: setAside,
})
const NO_LINE = 'De aansluiting op het Algoritmeregister is weggehaald.'

type Doing = Due & { readonly act: NonNullable<Due['act']> }

/** Whatever the register says is its outcome; what we lack or do wrong is thrown. */
async function doOne(db: Db, register: AlgorithmRegister, due: Doing, signal: AbortSignal): Promise<void> {
  const { kind } = due.act
  try {
    const lars = await larsOf(register, due.act)
    if (kind === 'submit') await submit(db, register, due, lars)
    else if (lars === undefined) return await patiently(() => endDue(db, due, 'refused', UNKNOWN))
    else if (kind === 'withdraw') await register.retract(lars)
    const status = kind === 'submit' ? undefined : await look(db, register, due, lars!)
    // Whatever it answered: only what is neither read nor about to be, was taken back.
    if (kind === 'withdraw' && status !== 'withdrawn' && status !== 'gone')
      return await patiently(() => endDue(db, due, 'refused', STILL_THERE))
    await patiently(() => endDue(db, due, 'done'))
  } catch (error) {
    if (error instanceof Overtaken) return
    if (signal.aborted || lackOf(error) !== undefined) throw error
    if (error instanceof RegisterAway) return patiently(() => waitFor(db, due, error.message, error.wait))
    if (error instanceof RegisterRefuses)
      return patiently(() => endDue(db, due, 'refused', error.message, error.problems))
    throw error
  }
}
const STILL_THERE =
  'Er staat of wacht daar nog een versie. Vraag het Algoritmeregister om die terug te zetten, en kijk het daarna na.'
const UNKNOWN = 'Het landelijke register kent dit algoritme niet.'

/** The number that we know, or that stands there under our own mark: an answer may have been lost on the way. */
async function larsOf(register: AlgorithmRegister, { lars, body, entry }: Doing['act']): Promise<string | undefined> {
  if (lars !== null) return lars
  const known = await register.list()
  const written = body['lars']
  return known.find((each) => each.sourceId === entry || (written !== undefined && each.lars === written))?.lars
}

/** The same twice is once: what is there is written anew, under the number that it has. */
async function submit(db: Db, register: AlgorithmRegister, due: Doing, known: string | undefined): Promise<void> {
  const { lars: _, ...body } = due.act.body
  const lars = known ?? (await register.create(body))
  // Kept before the rest: whatever comes, this number is ours.
  if (known === undefined) await patiently(() => keepState(db, due, { lars, status: 'draft', held: body }))
  else await register.update(lars, body)
  await register.release(lars)
  await look(db, register, due, lars)
}

async function look(db: Db, register: AlgorithmRegister, due: Doing, lars: string): Promise<NationalStatus> {
  const held = await register.held(lars)
  // What we took back before, stays so until something else is seen.
  const status = statusOf(held, due.act.kind === 'withdraw' || due.act.status === 'withdrawn')
  await patiently(() => keepState(db, due, { lars, status, held: held.published ?? held.latest ?? {} }))
  return status
}
