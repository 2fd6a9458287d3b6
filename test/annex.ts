/** An annex as it was issued, and its row where everybody reads it, for tests. */
import { readCatalogue } from '../src/catalogue/norms.ts'
import { readRequirements } from '../src/catalogue/requirements.ts'
import type { Db } from '../src/db/connect.ts'
import { annexOf, hashOfAnnex, offered, type Bought, type Choice } from '../src/features/tenders/rules/compose.ts'
import type { Annex } from '../src/model/tender.ts'
import type { EvidenceStore } from '../src/db/evidence.ts'
import { annexOdt } from '../src/web/annex/odt.ts'

const book = readRequirements('eisen', readCatalogue('norms'))
const bought: Bought = {
  productKind: 'service',
  dataClass: 'confidential',
  criticality: 'high',
  traits: ['personal-data', 'website'],
  norms: [],
}
const ASKED = ['verwerkersovereenkomst', 'subverwerkers', 'updates', 'en-301-549', 'exitplan', 'kosten-helder']

/** Of these requirements, in these words; `closesAt`: ISO moment. */
export function annexWith({
  asked = ASKED,
  closesAt = '2099-01-15T11:00:00.000Z',
  no = 1,
  version = 1,
  words = {},
}: {
  asked?: readonly string[]
  closesAt?: string
  no?: number
  version?: number
  words?: Readonly<Record<string, Choice['words']>>
} = {}): Annex {
  const choices = asked.map((requirement): Choice => ({
    requirement,
    choice: words[requirement] ? 'adapted' : 'taken',
    level: 'basic',
    words: words[requirement] ?? {},
    reason: 'x',
  }))
  const head = {
    ...bought,
    municipality: 'Voorbeeldstad',
    number: `AB-2026-${String(no).padStart(4, '0')}`,
    no,
    version,
    title: 'Zaaksysteem',
    subject: 'Een zaaksysteem als dienst.',
    reference: 'TN 14',
    place: 'https://aanbesteden.example.nl/14',
    closesAt,
    norms: '0.3.0',
  }
  return annexOf(
    head,
    book,
    book.terms.map((each) => ({ ...each, applies: true, why: '' })),
    offered(book, bought, choices),
  )
}

/** Puts it where everybody reads it; as the owner of the database. */
export async function publishAnnex(db: Db, municipality: string, annex: Annex, files?: Pick<EvidenceStore, 'put'>) {
  const hash = hashOfAnnex(annex)
  const odt = files ? await files.put('application/vnd.oasis.opendocument.text', annexOdt(annex, hash)) : 'b'.repeat(64)
  await db.updateTable('published.tender').set({ current: false }).where('no', '=', annex.no).execute()
  await db
    .insertInto('published.tender')
    .values({
      municipality,
      no: annex.no,
      version: annex.version,
      current: true,
      title: annex.title,
      closes_at: annex.closesAt,
      annex: JSON.stringify(annex),
      hash,
      reason: annex.version === 1 ? '' : 'Een termijn is korter.',
      pdf: 'a'.repeat(64),
      odt,
    })
    .execute()
}
