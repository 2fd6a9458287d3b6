/**
 * Reads what becomes public of a case, and makes it public: proposed by one, approved by another, in one transaction.
 */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { EvidenceStore } from '../../../db/evidence.ts'
import { publishRegulations } from '../../../db/published-regulations.ts'
import { closeTasks, openTask } from '../../../db/tasks.ts'
import { takeTurn } from '../../../db/turn.ts'
import type { CaseDocument } from '../../../model/document.ts'
import type { Media } from '../../../model/home.ts'
import { paperOf } from '../../../web/document.tsx'
import { odtOf } from '../../../web/odt.ts'
import { caseNumber, pathOf } from '../address.ts'
import { movesCase, PUBLISH, type ReleaseFacts } from '../rules/release.ts'
import type { Doing } from '../store/ask.ts'
import type { Case } from '../store/rows.ts'
import { nextTask, takeStep } from '../store/steps.ts'
import { documentOf, hashOf, type Omission } from './document.ts'
import { casePaper } from './paper.ts'

/** Prints whole HTML to PDF. */
export type Print = (html: string, foot: string) => Promise<Uint8Array>
/** Where published documents are kept. */
export type Files = Pick<EvidenceStore, 'put'>

export type Draft = {
  readonly document: CaseDocument
  readonly hash: string
  readonly omissions: readonly Omission[]
  readonly facts: ReleaseFacts
  /** Words for the outcome of a decision. */
  readonly outcomes: ReadonlyMap<string, string>
  /** Newest first. */
  readonly versions: readonly { readonly version: number; readonly at: Date }[]
}

/** The document as it would be published now, with what is left out and by whose decision. */
export async function draftOf(
  tx: Tx,
  municipality: { readonly id: string; readonly name: string },
  file: Case,
  outcomes: ReadonlyMap<string, string>,
): Promise<Draft> {
  const { id, state, author, no } = file.row
  const omissions = await tx
    .selectFrom('omission')
    .select(['field', 'ground', 'text'])
    .where('municipality', '=', municipality.id)
    .where('case_file', '=', id)
    .orderBy('field')
    .execute()
  const releases = await tx
    .selectFrom('case_release')
    .select(['step', 'by', 'hash'])
    .where('municipality', '=', municipality.id)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()
  const versions = await tx
    .selectFrom('published.toets')
    .select(['version', 'published_at as at'])
    .where('municipality', '=', municipality.id)
    .where('no', '=', no)
    .orderBy('version', 'desc')
    .execute()
  const document = documentOf(file, outcomes, municipality.name, omissions)
  return { document, hash: hashOf(document), omissions, outcomes, facts: { state, author, releases }, versions }
}

/** Leaves a part out of the publication, with its ground and reason. */
export async function omit({ tx, municipality, who }: Doing, { row }: Case, omission: Omission): Promise<void> {
  const values = { ground: omission.ground, text: omission.text, by: who.id }
  await tx
    .insertInto('omission')
    .values({ municipality, case_file: row.id, field: omission.field, ...values })
    .onConflict((conflict) => conflict.columns(['municipality', 'case_file', 'field']).doUpdateSet(values))
    .execute()
  await record(tx, municipality, {
    act: 'case.omission',
    object: `case/${row.id}`,
    detail: { field: omission.field, ground: omission.ground },
  })
}
/** Takes a part up again that was left out. */
export async function showAgain({ tx, municipality }: Doing, { row }: Case, field: string): Promise<void> {
  await tx
    .deleteFrom('omission')
    .where('municipality', '=', municipality)
    .where('case_file', '=', row.id)
    .where('field', '=', field)
    .execute()
  await record(tx, municipality, { act: 'case.omission-ended', object: `case/${row.id}`, detail: { field } })
}

const say = async (
  { tx, municipality, who, at }: Doing,
  { row }: Case,
  { facts }: Draft,
  step: 'proposed' | 'approved' | 'withdrawn',
  hash: string,
) => {
  await tx
    .insertInto('case_release')
    .values({
      municipality,
      case_file: row.id,
      no: facts.releases.length + 1,
      step,
      by: who.id,
      hash,
      ...(at === undefined ? {} : { at }),
    })
    .execute()
  await record(tx, municipality, { act: `case.release-${step}`, object: `case/${row.id}`, detail: { hash } })
}

/** Proposes to publish this document; a second person approves exactly it. */
export async function propose(doing: Doing, file: Case, draft: Draft): Promise<void> {
  await say(doing, file, draft, 'proposed', draft.hash)
  await closeTasks(doing.tx, doing.municipality, `case/${file.row.id}`, ['publish'])
  await openTask(doing.tx, doing.municipality, {
    kind: 'approve-release',
    object: `case/${file.row.id}`,
    whom: { role: 'publisher' },
    text: `Keur de publicatie goed van ${caseNumber(file.row)} ${file.row.title}`,
    path: `${pathOf(file.row)}/publiceren`,
    dueOn: null,
  })
}

/** Takes the proposal back. */
export async function withdraw(doing: Doing, file: Case, draft: Draft): Promise<void> {
  await say(doing, file, draft, 'withdrawn', draft.facts.releases.at(-1)?.hash ?? '')
  await closeTasks(doing.tx, doing.municipality, `case/${file.row.id}`, ['approve-release'])
  const again = movesCase(file.row.state) ? nextTask(file.row, file.row.state, file.row.dueOn) : undefined
  if (again) await openTask(doing.tx, doing.municipality, again)
}

/** Makes it public. The rules were asked before; whatever fails undoes all of it. */
export async function publish(
  doing: Doing,
  file: Case,
  draft: Draft,
  { print, files }: { readonly print: Print; readonly files: Files },
): Promise<void> {
  const { tx, municipality, who } = doing
  const { row } = file
  const { document, facts, hash } = draft
  const first = await tx
    .selectFrom('person')
    .select('function')
    .where('municipality', '=', municipality)
    .where('id', '=', facts.releases.at(-1)!.by)
    .executeTakeFirstOrThrow()
  const version = (draft.versions[0]?.version ?? 0) + 1
  // Printing takes seconds: before the first line in the trail, which everyone of this municipality waits for.
  const paper = casePaper(document, version)
  const printed = await print(paperOf(paper), paper.above)
  await say(doing, file, draft, 'approved', hash)
  const pdf = await keep(tx, files, 'application/pdf', printed)
  const odt = await keep(tx, files, 'application/vnd.oasis.opendocument.text', odtOf(paper))
  await tx
    .updateTable('published.toets')
    .set({ current: false })
    .where('municipality', '=', municipality)
    .where('no', '=', row.no)
    .execute()
  await tx
    .insertInto('published.toets')
    .values({
      municipality,
      no: row.no,
      version,
      current: true,
      kind: row.kind,
      title: row.title,
      outcome: document.outcome,
      decided_on: document.decidedOn,
      due_on: draft.omissions.some(({ field }) => field === 'next') ? null : row.retestOn,
      by_function: first.function,
      second_function: who.function,
      document: JSON.stringify(document),
      pdf,
      odt,
    })
    .execute()
  if (movesCase(row.state)) await takeStep(doing, file, { step: PUBLISH, to: 'published' }, '')
  else await closeTasks(tx, municipality, `case/${row.id}`, ['approve-release'])
  await publishRegulations(tx, municipality)
  await record(tx, municipality, {
    act: 'case.made-public',
    object: `case/${row.id}`,
    detail: { version, hash, pdf, odt },
  })
}

/** Keeps a document where published files are kept, and names it as published. */
async function keep(tx: Tx, files: Files, media: Media, bytes: Uint8Array): Promise<string> {
  const hash = await files.put(media, bytes)
  await tx
    .insertInto('published.file')
    .values({ hash, media })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  return hash
}

/** Holds the case until the end of the transaction, so that two acts of publication follow each other. */
export const hold = (tx: Tx, municipality: string, id: string) => takeTurn(tx, `release/${municipality}/${id}`)
