/** Certificates and counts as the public reaches them: by three functions of the database, by nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { CERTIFICATES_A_MONTH } from '../../vocabulary/lesson.ts'
import type { Certificate } from './certificate.ts'

/** Keeps a certificate, once however often it is sent; false when there are too many of this month. */
export async function addCertificate(db: Db, municipality: string, certificate: Certificate): Promise<boolean> {
  const one = JSON.stringify({ ...certificate, month: `${certificate.month}-01` })
  const { rows } = await sql<{ kept: boolean }>`
    select wall.add_certificate(${municipality}, ${one}::jsonb, ${CERTIFICATES_A_MONTH}) as kept`.execute(db)
  return rows[0]!.kept
}

/** What is kept under a number; undefined: nothing. */
export async function readCertificate(
  db: Db,
  municipality: string,
  number: string,
): Promise<Omit<Certificate, 'number'> | undefined> {
  const { rows } = await sql<{ one: Omit<Certificate, 'number'> | null }>`
    select wall.read_certificate(${municipality}, ${number}) as one`.execute(db)
  return rows[0]?.one ?? undefined
}

/** Raises the count of a code by one, for this lesson and this month; false when there is no such code now. */
export async function raiseGroup(db: Db, municipality: string, hash: string, lesson: string): Promise<boolean> {
  const { rows } = await sql<{ raised: boolean }>`
    select wall.raise_group(${municipality}, ${hash}, ${lesson}) as raised`.execute(db)
  return rows[0]!.raised
}
