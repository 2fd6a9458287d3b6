/** A tender with all that its pages tell: what it offers, what was chosen, what was issued, and the annex as it is. */
import type { Tx } from '../../db/as.ts'
import type { EvidenceStore } from '../../db/evidence.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import type { Requirement, RequirementBook } from '../../model/requirement.ts'
import type { Annex } from '../../model/tender.ts'
import { missing, type Asked, type Reply } from '../../web/desk/route.ts'
import { todayIn } from '../../web/language.ts'
import { ownOf } from './own-store.ts'
import { annexOf, doubtsOf, hashOfAnnex, offered, tenderNumber, type Offered } from './rules/compose.ts'
import { choicesOf, tenderById, versionsOf, type Kept, type Tender, type Version } from './store.ts'

export type TenderDeps = {
  readonly requirements: RequirementBook
  readonly catalogue: { readonly version: string; readonly norms: readonly Norm[] }
  readonly registers: readonly Register[]
  /** Prints whole HTML to PDF. */
  readonly print: (html: string, foot: string) => Promise<Uint8Array>
  readonly files: Pick<EvidenceStore, 'put'>
}

export type Whole = {
  readonly tender: Tender
  readonly number: string
  readonly offered: readonly Offered[]
  /** Requirements in words of its own. */
  readonly own: readonly Requirement[]
  readonly choices: readonly Kept[]
  readonly versions: readonly Version[]
  /** As it would be issued now, under number 0. */
  readonly annex: Annex
  readonly hash: string
  /** What a lawyer still looks into: for colleagues, and in nothing that leaves the house. */
  readonly forLawyer: readonly string[]
}

/** `AB-2026-0001`. */
export const numberOf = ({ no, createdAt }: Pick<Tender, 'no' | 'createdAt'>): string =>
  tenderNumber(no, Number(todayIn(createdAt).slice(0, 4)))
/** Where it stands at the desk. */
export const placeOfTender = ({ id }: Pick<Tender, 'id'>): string => `/balie/aanbestedingen/${id}`
/** The way to a page of it. */
export const crumbsTo = (tender: Pick<Tender, 'id' | 'title'>) => [
  { name: 'Aanbestedingen', to: '/balie/aanbestedingen' },
  { name: tender.title, to: placeOfTender(tender) },
]

/** The tender with all of it; undefined when it is not there. */
export async function wholeTender(
  tx: Tx,
  municipality: { readonly id: string; readonly name: string },
  { requirements: book, catalogue }: TenderDeps,
  id: string,
  why: 'to-read' | 'to-change' = 'to-read',
): Promise<Whole | undefined> {
  const tender = await tenderById(tx, municipality.id, id, why)
  if (!tender) return undefined
  const choices = await choicesOf(tx, municipality.id, id)
  const own = await ownOf(tx, municipality.id, id)
  const all = offered(book, tender, choices, own)
  const number = numberOf(tender)
  const annex = annexOf(
    {
      municipality: municipality.name,
      number,
      no: tender.no,
      version: 0,
      title: tender.title,
      subject: tender.subject,
      productKind: tender.productKind,
      dataClass: tender.dataClass,
      criticality: tender.criticality,
      traits: tender.traits,
      reference: tender.reference,
      place: tender.place,
      closesAt: tender.closesAt.toISOString(),
      ...(tender.termMonths === null ? {} : { termMonths: tender.termMonths }),
      norms: catalogue.version,
    },
    book,
    tender.terms,
    all,
  )
  const versions = await versionsOf(tx, municipality.id, id)
  const forLawyer = doubtsOf(book, all)
  return { tender, number, offered: all, own, choices, versions, annex, hash: hashOfAnnex(annex), forLawyer }
}

/** What a page of a tender begins with: the tender of the address, or nothing is there. */
export const onTender =
  (deps: TenderDeps, why: 'to-read' | 'to-change', work: (asked: Asked<Tx>, whole: Whole) => Promise<Reply>) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const whole = await wholeTender(asked.tx, asked.municipality, deps, asked.params['tender']!, why)
    return whole ? work(asked, whole) : missing
  }
