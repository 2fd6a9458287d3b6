/** Files that were signed elsewhere, byte for byte, with what was read in them and what a person made of that. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { EvidenceStore } from '../../../db/evidence.ts'
import type { FileReading } from '../../../model/covenant.ts'
import type { Media } from '../../../model/home.ts'
import type { FileKind, Validation } from '../../../vocabulary/signing.ts'
import type { DeskSigned, Doing } from './desk-store.ts'
import type { Came } from './door-store.ts'

/** Files that were signed elsewhere, with the reports about them, the newest first. */
export const filesOf = (tx: Tx, municipality: string, participant: string) =>
  tx
    .selectFrom('covenant_file')
    .select([
      'id',
      'kind',
      'hash',
      'media',
      'size',
      'name',
      'original_at as originalAt',
      'reading',
      'about',
      'says',
      'at',
      'by',
      'version',
    ])
    .where('municipality', '=', municipality)
    .where('participant', '=', participant)
    .orderBy('at', 'desc')
    .execute()
export type SignedFile = Awaited<ReturnType<typeof filesOf>>[number]

export type NewFile = {
  readonly covenant: string
  readonly participant: string
  readonly version: number
  readonly kind: FileKind
  readonly bytes: Uint8Array
  readonly media: Media
  readonly name: string
  readonly originalAt: string
  readonly reading: FileReading
  readonly about: string | null
  readonly says: Validation | null
}

/** Keeps a file byte for byte, with what was read in it. */
export async function keepFile(
  { tx, municipality, who }: Doing,
  files: Pick<EvidenceStore, 'put'>,
  one: NewFile,
): Promise<void> {
  const hash = await files.put(one.media, one.bytes)
  await tx
    .insertInto('covenant_file')
    .values({
      municipality: municipality.id,
      id: uuid(),
      covenant: one.covenant,
      version: one.version,
      participant: one.participant,
      kind: one.kind,
      hash,
      media: one.media,
      size: one.bytes.length,
      name: one.name,
      original_at: one.originalAt,
      reading: JSON.stringify(one.reading),
      about: one.about,
      says: one.says,
      by: who.id,
    })
    .execute()
  await record(tx, municipality.id, {
    act: one.kind === 'validation' ? 'covenant.validated' : 'covenant.file-added',
    object: `covenant/${one.covenant}`,
    detail: { participant: one.participant, hash, says: one.says },
  })
}

/** A signature that a person read in a file. `own`: who added the file does not accept it. */
export async function signByFile(tx: Tx, file: string, one: Omit<DeskSigned, 'version'>): Promise<Came | 'own'> {
  const { rows } = await sql<{
    came: Came | 'own'
  }>`select wall.sign_covenant_by_file(${file}, ${JSON.stringify(one)}::jsonb)
    as came`.execute(tx)
  return rows[0]!.came
}
