/** Tells an owner once of each end that comes near, and takes that back when it was renewed. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { EXPIRY_WINDOW } from '../../vocabulary/expiry.ts'
import { endingSentence } from './words.ts'

/** Kinds with the days before their end on which it is told, for SQL. */
const WINDOWS = sql.join(Object.entries(EXPIRY_WINDOW).map(([kind, days]) => sql`(${kind}, ${days}::int)`))

/**
 * What ends within its window and was seen in that window, or typed by its owner, is told: what renews itself had its
 * chance by then, and nothing older says that it still is so. To everybody with an account at the organisation, else to
 * the account manager; once, at however many addresses it was seen. Gives how many.
 */
export async function tellExpiries(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  await closeRenewed(tx, municipality, today)
  const { rows } = await sql<{
    id: string
    kind: keyof typeof EXPIRY_WINDOW
    name: string
    until: string
    organisation: string
    of: string
    people: string[]
  }>`
    update expiry e set told_until = e.until
    from (values ${WINDOWS}) w (kind, days), organisation o
    where e.municipality = ${municipality} and w.kind = e.kind and o.municipality = e.municipality
      and o.id = e.organisation and e.told_until is distinct from e.until
      and case when e.kind = 'domain-leaving' then day_here(e.seen_at) >= ${today}::date - w.days
        else e.until between ${today}::date and ${today}::date + w.days
          and (e.by is not null or day_here(e.seen_at) >= e.until - w.days) end
      and not exists (select from expiry t where t.municipality = e.municipality and t.organisation = e.organisation
        and t.kind = e.kind and t.name = e.name and t.told_until = e.until)
    returning e.id, e.kind, e.name, e.until::text as until, e.organisation, o.name as of,
      array(select p.id from person p where p.municipality = e.municipality and p.organisation = e.organisation
        and p.state = 'active' and p.roles @> '{partner}' order by p.id) as people`.execute(tx)
  const once = new Map(rows.map((row) => [`${row.organisation} ${row.kind} ${row.name} ${row.until}`, row]))
  for (const { id, kind, name, until, organisation, of, people } of once.values()) {
    const [object, what] = [`expiry/${id}`, endingSentence(kind, name, until)]
    const dueOn = until < today ? today : until
    for (const person of people)
      await openTask(tx, municipality, {
        kind: 'expiry',
        object,
        whom: { person },
        text: what,
        path: '/balie/onze-leveranciers#verloopt',
        dueOn,
      })
    if (people.length === 0)
      await openTask(tx, municipality, {
        kind: 'expiry-tell',
        object,
        whom: { role: 'account-manager' },
        text: `${what}: vertel het ${of}`,
        path: `/balie/organisaties/${organisation}/leveranciers#verloopt`,
        dueOn,
      })
  }
  return once.size
}

/** What was renewed, or is over, waits for nobody any more. */
async function closeRenewed(tx: Tx, municipality: string, today: string): Promise<void> {
  for (const kind of ['expiry', 'expiry-tell'])
    await closeTasksThat(
      tx,
      municipality,
      kind,
      sql<boolean>`not exists (select from expiry e where e.municipality = task.municipality
        and 'expiry/' || e.id = task.object and e.told_until = e.until
        and case when e.kind = 'domain-leaving' then day_here(e.seen_at) else e.until end >= ${today}::date - 14)`,
      'itself',
    )
}
