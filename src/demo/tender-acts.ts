/** What the people of the demo do with a tender: begin one with all that applies to it, and issue its annex. */
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { wholeTender, type TenderDeps } from '../features/tenders/draft.ts'
import { hashOfAnnex, lowestLevel } from '../features/tenders/rules/compose.ts'
import { addTender, choose, issue, nameFile, type TenderInput } from '../features/tenders/store.ts'
import type { Annex } from '../model/tender.ts'
import { annexOdt } from '../web/annex/odt.ts'
import { annexPaper } from '../web/annex/paper.ts'
import { paperOf } from '../web/document.tsx'
import { LEFT, OWN } from './tender-story.ts'

/** The city, and what a tender needs. */
export type Fill = {
  readonly db: Db
  readonly municipality: { readonly id: string; readonly name: string }
  readonly deps: TenderDeps
}
/** With who does what, the contract of the register that was tendered, and the day so many days from today. */
export type Telling = Fill & {
  readonly people: Readonly<Record<'buyer' | 'fg' | 'security' | 'follows', string>>
  readonly contract: string
  readonly at: (days: number) => Date
}

/** Does this as this person. */
export const as = <T>(
  { db, municipality }: Pick<Telling, 'db' | 'municipality'>,
  person: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => asPerson(db, { municipality: municipality.id, person, organisation: null }, 'write', work)

/** Takes all that applies, but what is left out here. */
async function chooseAll(tx: Tx, { municipality, deps }: Fill, tender: string, by: string): Promise<void> {
  const whole = (await wholeTender(tx, municipality, deps, tender))!
  for (const { requirement } of whole.offered) {
    const [left, words] = [LEFT[requirement.id], OWN[requirement.id]]
    await choose(tx, municipality.id, tender, by, {
      requirement: requirement.id,
      choice: left ? 'left' : words ? 'adapted' : 'taken',
      level: lowestLevel(requirement),
      words: words ?? {},
      reason: left ?? (words ? 'De balie staat anders stil.' : ''),
    })
  }
}

/** Issues what was chosen, as closing on this day. */
export async function issueNow(
  tx: Tx,
  { municipality, deps }: Fill,
  tender: string,
  by: string,
  closesAt: Date,
): Promise<Annex> {
  const whole = (await wholeTender(tx, municipality, deps, tender))!
  const annex: Annex = { ...whole.annex, version: whole.tender.issued + 1, closesAt: closesAt.toISOString() }
  const [hash, paper] = [hashOfAnnex(annex), annexPaper(annex)]
  const pdf = await deps.files.put('application/pdf', await deps.print(paperOf(paper), paper.above))
  const odt = await deps.files.put('application/vnd.oasis.opendocument.text', annexOdt(annex, hash))
  await nameFile(tx, pdf, 'application/pdf')
  await nameFile(tx, odt, 'application/vnd.oasis.opendocument.text')
  // Of what closed long ago the words are put right by who tells when that was.
  const soonest = new Date(Math.max(closesAt.getTime(), Date.now() + 3_600_000))
  const issued = { ...annex, closesAt: soonest.toISOString() }
  await issue(tx, municipality.id, whole.tender, {
    annex: issued,
    hash,
    reason: '',
    cautions: [],
    despite: '',
    pdf,
    odt,
    by,
  })
  await record(tx, municipality.id, {
    act: 'tender.issued',
    object: `tender/${tender}`,
    detail: { version: annex.version, hash },
  })
  return annex
}

/** Begins a tender with all that applies to it; gives its id. */
export const beginTender = (
  telling: Telling,
  input: Omit<TenderInput, 'terms' | 'closesAt'>,
  closesAt: Date,
): Promise<string> => {
  const { municipality, deps, people } = telling
  const terms = deps.requirements.terms.map((each) => ({ ...each, applies: true, why: '' }))
  return as(telling, people.buyer, async (tx) => {
    const id = await addTender(tx, municipality.id, people.buyer, { ...input, terms, closesAt })
    await record(tx, municipality.id, {
      act: 'tender.begun',
      object: `tender/${id}`,
      detail: { title: input.title },
    })
    await chooseAll(tx, telling, id, people.buyer)
    return id
  })
}
