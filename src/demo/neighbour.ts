/**
 * The neighbour of the demo city: a municipality of its own on the same process, so that one sees that a host has one
 * municipality and shows nothing of another. What is measured of it are organisations that work for the whole region.
 */
import type { Neighbour } from '../../test/city/neighbour/read.ts'
import { contactOf, keepContact } from '../db/contact.ts'
import type { Db } from '../db/connect.ts'
import type { Uploads } from '../db/uploads.ts'
import { ensureMunicipality, keepHosts } from '../db/municipality.ts'
import { readOrganisationsCsv } from '../features/organisations/csv.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import type { Register } from '../model/register.ts'
import { todayIn } from '../web/language.ts'
import { addPeople } from './desk.ts'
import { fillRegisters } from './registers.ts'

export const NEIGHBOUR = 'Molendam (buurgemeente)'
/** Every browser finds it on this machine (RFC 6761 6.3). */
const HOST = 'molendam.localhost'
const REACHED_AT = { phone: '', email: 'digitaal@gemeente-molendam.test' }

/** Makes it with its host, so that it answers from the start; one whose hosts were changed keeps those. */
export async function beginNeighbour(db: Db): Promise<void> {
  const made = await ensureMunicipality(db, NEIGHBOUR)
  if (made.hosts.length === 0) await keepHosts(db, made, [HOST])
}

type Fill = {
  readonly db: Db
  readonly neighbour: Neighbour
  readonly registers: readonly Register[]
  readonly uploads: Uploads
  readonly signal: AbortSignal
}

/** Adds what is not there yet: people, organisations, and entries of registers, which two people publish. */
export async function fillNeighbour({ db, neighbour, registers, uploads, signal }: Fill): Promise<void> {
  const { id } = await ensureMunicipality(db, NEIGHBOUR)
  await addPeople(db, id, neighbour, Date.parse(todayIn()), new Map())
  if ((await contactOf(db, id)).email === '') await db.transaction().execute((tx) => keepContact(tx, id, REACHED_AT))
  await importOrganisations(db, id, readOrganisationsCsv(Buffer.from(neighbour.csv)))
  await fillRegisters({ db, municipality: id, registers, entries: neighbour.entries, uploads, signal })
}
