/** The names of what lines of the trail are about: a number, a title or a name instead of an id. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { caseNumber } from '../../web/case-number.ts'
import { UUID } from '../../lib/uuid.ts'

export type Subject = { readonly name: string; readonly path?: string }
/** Kinds that carry a name of their own, with the way to them. */
const NAMED = [
  ['organisation', '/balie/organisaties/'],
  ['product', '/balie/producten/'],
  ['person', undefined],
] as const

/** What lines are about, by `kind/id`: a name people know, and the way to it. What this person may not see has none. */
export async function subjectsOf(
  tx: Tx,
  municipality: string,
  objects: Iterable<string>,
): Promise<ReadonlyMap<string, Subject>> {
  const known = [...new Set(objects)].map((object) => object.split('/')).filter(([, id]) => UUID.test(id ?? ''))
  const ids = new Map(
    [...Map.groupBy(known, ([kind]) => kind!)].map(([kind, list]) => [kind, list.map(([, id]) => id!)]),
  )
  const found = new Map<string, Subject>()
  const among = (kind: string) => sql.val(ids.get(kind) ?? [])
  const asks = (...kinds: string[]) => kinds.some((kind) => ids.has(kind))

  if (asks('case', 'form')) {
    const rows = await tx
      .selectFrom('case_file')
      .select(['id', 'no', 'title', 'created_at as createdAt', 'pre_check', 'full_test'])
      .where('municipality', '=', municipality)
      .where(
        sql<boolean>`id = any(${among('case')}::uuid[]) or pre_check = any(${among('form')}::uuid[])
          or full_test = any(${among('form')}::uuid[])`,
      )
      .execute()
    for (const row of rows) {
      const name = `${caseNumber(row)} ${row.title}`
      found.set(`case/${row.id}`, { name, path: `/balie/zaken/${row.id}` })
      for (const [part, form] of [
        ['voortoets', row.pre_check],
        ['toets', row.full_test],
      ])
        if (form !== null)
          found.set(`form/${form}`, { name: `${part} van ${name}`, path: `/balie/vragenlijsten/${form}` })
    }
  }
  if (asks('measure')) {
    const rows = await tx
      .selectFrom('measure')
      .select(['id', 'text', 'case_file'])
      .where('municipality', '=', municipality)
      .where(sql<boolean>`id = any(${among('measure')}::uuid[])`)
      .execute()
    for (const { id, text, case_file } of rows)
      found.set(`measure/${id}`, {
        name: `maatregel “${text.slice(0, 80)}”`,
        path: `/balie/zaken/${case_file}/maatregelen/${id}`,
      })
  }
  if (asks('entry')) {
    const rows = await tx
      .selectFrom('entry')
      .select(['id', 'register', 'no', 'title'])
      .where('municipality', '=', municipality)
      .where(sql<boolean>`id = any(${among('entry')}::uuid[])`)
      .execute()
    for (const { id, register, no, title } of rows)
      found.set(`entry/${id}`, { name: `${no} ${title}`, path: `/balie/registers/${register}/${id}` })
  }
  for (const [kind, path] of NAMED) {
    if (!asks(kind)) continue
    const rows = await tx
      .selectFrom(kind)
      .select(['id', 'name'])
      .where('municipality', '=', municipality)
      .where(sql<boolean>`id = any(${among(kind)}::uuid[])`)
      .execute()
    for (const { id, name } of rows)
      found.set(`${kind}/${id}`, { name, ...(path === undefined ? {} : { path: `${path}${id}` }) })
  }
  if (asks('regulation')) {
    const rows = await tx
      .selectFrom('regulation')
      .select(['id', 'title'])
      .where('municipality', '=', municipality)
      .where(sql<boolean>`id = any(${among('regulation')}::uuid[])`)
      .execute()
    for (const { id, title } of rows) found.set(`regulation/${id}`, { name: title, path: `/balie/regelingen/${id}` })
  }
  return found
}
