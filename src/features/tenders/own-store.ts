/** Requirements that stand in no catalogue: what a tender asks in words of its own, each wording kept. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { OwnRequirement, Requirement } from '../../model/requirement.ts'

/** Those of a tender as they are now. Who changes one holds the tender. */
export async function ownOf(tx: Tx, municipality: string, tender: string): Promise<readonly Requirement[]> {
  const rows = await tx
    .selectFrom('tender_own')
    .select(['requirement', 'wording', 'content'])
    .distinctOn('requirement')
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .orderBy('requirement')
    .orderBy('wording', 'desc')
    .execute()
  return rows
    .map(({ requirement, wording, content }) => asRequirement(requirement, wording, content))
    .toSorted((a, b) => placeIn(a.id) - placeIn(b.id))
}

const placeIn = (id: string): number => Number(id.split('-').at(-1))

/** As every requirement is known. Its name has the number of its tender: no other tender has the same one. */
function asRequirement(id: string, wording: number, { text, ...content }: OwnRequirement): Requirement {
  return {
    id,
    wording,
    ...content,
    criterion: undefined,
    texts: { basic: text },
    gibit: undefined,
    mccAi: undefined,
    when: { traits: [] },
    forLawyer: undefined,
    report: false,
    exit: false,
  }
}

/** Keeps a new one, or another wording of one that is there; gives its name. The tender is held. */
export async function keepOwn(
  tx: Tx,
  { municipality, tender, no, by }: { municipality: string; tender: string; no: number; by: string },
  requirement: string | undefined,
  content: OwnRequirement,
): Promise<string> {
  const { count } = await tx
    .selectFrom('tender_own')
    .select(sql<number>`count(distinct requirement)::int`.as('count'))
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .executeTakeFirstOrThrow()
  const id = requirement ?? `eigen-${no}-${count + 1}`
  await tx
    .insertInto('tender_own')
    .values({
      municipality,
      tender,
      requirement: id,
      wording: sql<number>`1 + coalesce((select max(wording) from tender_own where municipality = ${municipality}
        and tender = ${tender} and requirement = ${id}), 0)`,
      content: JSON.stringify(content),
      by,
    })
    .execute()
  return id
}
