/** Reads the agreements with processors, and the processings that seem to have a processor without one. */
import { sql } from 'kysely'
import { fieldFor, registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import type { Norm } from '../../model/norm.ts'
import type { Field, Register } from '../../model/register.ts'
import { namesInParts } from '../../registers/import-links-store.ts'
import { allEntries } from '../../registers/import-store.ts'
import { namesOf } from '../../registers/links-store.ts'
import { entryById } from '../../registers/store.ts'
import { agreementOf, type Agreement } from './points.ts'

export type House = { readonly registers: readonly Register[]; readonly norms: readonly Norm[] }

/** Every agreement that is kept up; one more than `most` when there are more. */
export async function readAgreements(
  tx: Tx,
  municipality: string,
  house: House,
  register: Register,
  most: number,
): Promise<readonly Agreement[]> {
  const entries = await allEntries(tx, municipality, register, most)
  const names = await namesInParts(tx, municipality, house, register, entries)
  return entries.map((entry) => agreementOf(register, entry, names))
}

/** One agreement, with what its links and files are called. */
export async function readAgreement(tx: Tx, municipality: string, house: House, register: Register, id: string) {
  const entry = await entryById(tx, municipality, register, id)
  if (!entry) return undefined
  const names = await namesOf(tx, municipality, house, register, [entry.values])
  return { agreement: agreementOf(register, entry, names), names }
}

/** A processing that uses the product of a supplier with whom no agreement that holds is linked to it. */
export type Uncovered = {
  readonly id: string
  readonly no: number
  readonly title: string
  readonly supplier: string
  readonly supplierNo: number
  readonly supplierTitle: string
  readonly products: readonly string[]
}

const leadsTo = (register: Register | undefined, purpose: string): Field | undefined =>
  register?.fields.find(({ to }) => to && 'purpose' in to && to.purpose === purpose)

/**
 * Processings with a processor and no agreement; the first `most` and one more. A product without personal data does
 * not count, nor an agreement that was ended or is over on `today`.
 */
export async function uncovered(
  tx: Tx,
  municipality: string,
  { registers }: Pick<House, 'registers'>,
  today: string,
  most: number,
): Promise<readonly Uncovered[]> {
  const [processing, product, agreement] = ['processing', 'product', 'processor-agreement'].map((purpose) =>
    registerFor(registers, purpose),
  )
  const uses = leadsTo(processing, 'product')
  const supplied = leadsTo(product, 'supplier')
  const covered = leadsTo(processing, 'processor-agreement')
  const processor = leadsTo(agreement, 'supplier')
  const personal = product && fieldFor(product, 'personal-data')
  if (!processing || !uses || !supplied) return []
  // `to_id` is an id of an entry only where `to_kind` says so.
  const target = (link: string) => sql`case when ${sql.ref(`${link}.to_kind`)} = 'entry'
    then ${sql.ref(`${link}.to_id`)}::uuid end`
  const { rows } = await sql<Uncovered>`
    select p.id, p.no, p.title, s.id as supplier, s.no as "supplierNo", s.title as "supplierTitle",
      array_agg(distinct w.title order by w.title) as products
    from entry p
    join entry_link u on u.municipality = p.municipality and u.entry = p.id and u.field = ${uses.id}
    join entry w on w.municipality = p.municipality and w.id = ${target('u')} and w.ended_at is null
    join entry_link v on v.municipality = p.municipality and v.entry = w.id and v.field = ${supplied.id}
    join entry s on s.municipality = p.municipality and s.id = ${target('v')}
    where p.municipality = ${municipality} and p.register = ${processing.id} and p.ended_at is null
      and (w.values -> ${personal?.id ?? ''}) is distinct from 'false'::jsonb
      and not exists (
        select from entry_link c
        join entry a on a.municipality = c.municipality and a.id = ${target('c')} and a.ended_at is null
          and (a.ends_on is null or a.ends_on >= ${today}::date)
        join entry_link x on x.municipality = c.municipality and x.entry = a.id and x.field = ${processor?.id ?? ''}
        where c.municipality = p.municipality and c.entry = p.id and c.field = ${covered?.id ?? ''}
          and x.to_id = v.to_id)
    group by p.id, p.no, p.title, s.id, s.no, s.title
    order by p.no, s.no limit ${most + 1}`.execute(tx)
  return rows
}
