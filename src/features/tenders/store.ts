/** Tenders as the desk reads and writes them: what is bought, what was chosen of the requirements, what was issued. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { takeTurn } from '../../db/turn.ts'
import type { Annex, TermsHere } from '../../model/tender.ts'
import type { Caution, Criticality, DataClass, ProductKind, Trait } from '../../vocabulary/tender.ts'
import type { Choice } from './rules/compose.ts'

/** Tenders on a page of the list. */
export const SIZE = 50

const COLUMNS = [
  'id',
  'no',
  'title',
  'subject',
  'product_kind as productKind',
  'data_class as dataClass',
  'criticality',
  'traits',
  'norms',
  'terms',
  'reference',
  'place',
  'closes_at as closesAt',
  'term_months as termMonths',
  'state',
  'issued',
  'opened_at as openedAt',
  'chosen',
  'chosen_for as chosenFor',
  'created_at as createdAt',
] as const

/** When it closes in the annex that everybody reads; null: none was issued. */
const readClosesAt = sql<Date | null>`(select p.closes_at from published.tender p
  where p.municipality = tender.municipality and p.no = tender.no and p.current)`.as('readClosesAt')

/** The newest first; one more than a page if there is one. */
export const listTenders = (tx: Tx, municipality: string, page: number) =>
  tx
    .selectFrom('tender')
    .select([...COLUMNS, readClosesAt])
    .where('municipality', '=', municipality)
    .orderBy('no', 'desc')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()

/** One tender. `to-change`: nobody else changes it until this work is done. */
export const tenderById = (tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change' = 'to-read') =>
  tx
    .selectFrom('tender')
    .select([...COLUMNS, readClosesAt])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
export type Tender = NonNullable<Awaited<ReturnType<typeof tenderById>>>

/** What a form says of a tender. */
export type TenderInput = {
  readonly title: string
  readonly subject: string
  readonly productKind: ProductKind
  readonly dataClass: DataClass
  readonly criticality: Criticality
  readonly traits: readonly Trait[]
  readonly norms: readonly string[]
  readonly terms: readonly TermsHere[]
  readonly reference: string
  readonly place: string
  readonly closesAt: Date
  /** How long the contract runs; null: not known yet. */
  readonly termMonths: number | null
}
const rowOf = (input: TenderInput) => ({
  title: input.title,
  subject: input.subject,
  product_kind: input.productKind,
  data_class: input.dataClass,
  criticality: input.criticality,
  traits: [...input.traits],
  norms: [...input.norms],
  terms: JSON.stringify(input.terms),
  reference: input.reference,
  place: input.place,
  closes_at: input.closesAt,
  term_months: input.termMonths,
})

/** Begins a tender, with the next number; gives its id. Who begins two at once waits for each other. */
export async function addTender(tx: Tx, municipality: string, by: string, input: TenderInput): Promise<string> {
  await takeTurn(tx, `tender/${municipality}/`)
  const id = uuid()
  await tx
    .insertInto('tender')
    .values({
      municipality,
      id,
      by,
      no: sql<number>`1 + coalesce((select max(no) from tender where municipality = ${municipality}), 0)`,
      ...rowOf(input),
    })
    .execute()
  return id
}

/** Writes what is bought anew. */
export async function changeTender(tx: Tx, municipality: string, id: string, input: TenderInput): Promise<void> {
  await tx
    .updateTable('tender')
    .set(rowOf(input))
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** What was decided about requirements, with who did so last. */
export async function choicesOf(tx: Tx, municipality: string, tender: string) {
  return tx
    .selectFrom('tender_choice as c')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'c.municipality').onRef('p.id', '=', 'c.by'))
    .select(['c.requirement', 'c.choice', 'c.level', 'c.words', 'c.reason', 'c.at', 'p.name as by'])
    .where('c.municipality', '=', municipality)
    .where('c.tender', '=', tender)
    .execute()
}
export type Kept = Awaited<ReturnType<typeof choicesOf>>[number]

/** Keeps what was decided about one requirement. */
export async function choose(tx: Tx, municipality: string, tender: string, by: string, choice: Choice): Promise<void> {
  const { requirement, ...rest } = choice
  const values = { ...rest, words: JSON.stringify(rest.words), by, at: sql<Date>`now()` }
  await tx
    .insertInto('tender_choice')
    .values({ municipality, tender, requirement, ...values })
    .onConflict((same) => same.columns(['municipality', 'tender', 'requirement']).doUpdateSet(values))
    .execute()
}

/** What was issued, the newest first. */
export const versionsOf = (tx: Tx, municipality: string, tender: string) =>
  tx
    .selectFrom('tender_version as v')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'v.municipality').onRef('p.id', '=', 'v.by'))
    .select([
      'v.no',
      'v.annex',
      'v.hash',
      'v.reason',
      'v.cautions',
      'v.despite',
      'v.pdf',
      'v.odt',
      'v.at',
      'p.name as by',
    ])
    .where('v.municipality', '=', municipality)
    .where('v.tender', '=', tender)
    .orderBy('v.no', 'desc')
    .execute()
export type Version = Awaited<ReturnType<typeof versionsOf>>[number]

export type Issued = {
  readonly annex: Annex
  readonly hash: string
  readonly reason: string
  /** What was warned against, and why it was issued all the same. */
  readonly cautions: readonly Caution[]
  readonly despite: string
  readonly pdf: string
  readonly odt: string
  readonly by: string
}

/** Issues the next version: for the desk and, in the same transaction, for everybody. */
export async function issue(tx: Tx, municipality: string, tender: Tender, issued: Issued): Promise<void> {
  const { annex, ...said } = issued
  const { hash, reason, pdf, odt } = said
  const text = JSON.stringify(annex)
  await tx
    .insertInto('tender_version')
    .values({
      ...said,
      municipality,
      tender: tender.id,
      no: annex.version,
      annex: text,
      cautions: [...said.cautions],
    })
    .execute()
  await tx
    .updateTable('tender')
    .set({ issued: annex.version, state: 'issued' })
    .where('municipality', '=', municipality)
    .where('id', '=', tender.id)
    .execute()
  await tx
    .updateTable('published.tender')
    .set({ current: false })
    .where('municipality', '=', municipality)
    .where('no', '=', tender.no)
    .execute()
  await tx
    .insertInto('published.tender')
    .values({
      municipality,
      no: tender.no,
      version: annex.version,
      current: true,
      title: annex.title,
      closes_at: annex.closesAt,
      annex: text,
      hash,
      reason,
      pdf,
      odt,
    })
    .execute()
}

/** Names a document as published. */
export async function nameFile(tx: Tx, hash: string, media: 'application/pdf' | ODT): Promise<void> {
  await tx
    .insertInto('published.file')
    .values({ hash, media })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}
type ODT = 'application/vnd.oasis.opendocument.text'

/** No more of it: what was issued stays to be read, and says so. */
export async function stop(tx: Tx, municipality: string, { id, no }: Tender, why: string): Promise<void> {
  await tx
    .updateTable('tender')
    .set({ state: 'stopped', chosen_for: why })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('published.tender')
    .set({ stopped: true })
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .execute()
}
