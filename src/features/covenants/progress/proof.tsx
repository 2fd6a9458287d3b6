/** Proof as a file: taken in, kept with what was written of it, and given back to who may read the proof. */
import type { Tx } from '../../../db/as.ts'
import { MOST_BYTES, type Uploads } from '../../../db/uploads.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { ROOM_FOR_TEXT } from '../../../web/desk/alerts.ts'
import { FileField, none, type Problems } from '../../../web/desk/form.tsx'
import { missing, type Asked, type Reply } from '../../../web/desk/route.ts'
import { Link } from '../../../web/parts.tsx'
import { notesOf, type Note } from './store.ts'
import type { Followed } from './terms-store.ts'

/** How much a form with proof may hold. */
export const PROOF_LIMIT = MOST_BYTES + ROOM_FOR_TEXT

/** The field of a form in which proof is chosen. */
export const ProofField = ({ problems = none }: { readonly problems?: Problems }) => (
  <FileField
    name="bestand"
    label="Bestand"
    hint="Een pdf, document, rekenblad, afbeelding of platte tekst, hooguit 10 MB. Het wordt nergens openbaar."
    optional
    problems={problems}
  />
)

/** Keeps a file that was chosen, and gives its id; null: none was chosen. A text: why it is not taken. */
export async function keptProof(
  { tx, municipality, who }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'who'>,
  uploads: Uploads,
  file: File | undefined,
): Promise<{ readonly upload: string | null } | { readonly problem: string }> {
  if (file === undefined) return { upload: null }
  const by = { person: who.id, organisation: who.organisation }
  const kept = await uploads.keep(tx, municipality.id, file, by)
  return 'id' in kept ? { upload: kept.id } : kept
}

/** The way to the file of a note, where there is one. `place`: of the pledge. */
export const ProofLink = ({
  note,
  place,
}: {
  readonly note: Pick<Note, 'upload' | 'fileName'>
  readonly place: string
}) =>
  note.upload === null ? null : (
    <>
      {' '}
      <Link to={`${place}/bewijs/${note.upload}`}>{note.fileName ?? 'Bestand'}</Link>
    </>
  )

/** Gives the file of a note at this pledge to who may read that note. */
export const proofAt =
  (uploads: Uploads) =>
  async ({ tx, municipality, params }: Asked<Tx>, covenant: Followed, pledge: PledgeTerms): Promise<Reply> => {
    const notes = await notesOf(tx, municipality.id, covenant.id, pledge.id)
    const note = notes.find(({ upload }) => upload !== null && upload === params['upload'])
    const file = note && (await uploads.read(tx, municipality.id, note.upload!))
    return file ? { kind: 'file', ...file } : missing
  }
