/** The form of a tender: what it may hold, how it is read, and what a tender says in it. */
import { z } from 'zod'
import { refusedAsk } from '../../catalogue/refused-ask.ts'
import { refusedCriterion } from '../../catalogue/refused-criterion.ts'
import { dutchMoment, dutchTime } from '../../lib/dutch-time.ts'
import { isDate } from '../../lib/iso-date.ts'
import { monthsOn } from '../../lib/months.ts'
import type { RequirementBook } from '../../model/requirement.ts'
import type { TermsHere } from '../../model/tender.ts'
import {
  CRITICALITIES,
  DATA_CLASSES,
  PRODUCT_KINDS,
  TRAITS,
  type Criticality,
  type DataClass,
  type ProductKind,
  type Trait,
} from '../../vocabulary/tender.ts'
import { emptyOr, filled, oneOf, readForm, several, text, thatIs, word } from '../../web/desk/schema.ts'
import type { Sent } from '../../web/desk/route.ts'
import { whyTooSoon } from './rules/refusals.ts'
import type { Tender, TenderInput } from './store.ts'

const inList = <W extends string>(words: Readonly<Record<W, string>>, says: string) =>
  z.enum(Object.keys(words) as [W, ...W[]], { error: says })
const refusing = (why: (typed: string) => string | undefined) => (holds: z.ZodString) =>
  holds.superRefine((typed, context) => {
    const message = why(typed)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
/** Free text that is published, in which nothing may be asked that is not allowed. `here`: the municipality. */
export const allowed = (here: string) => refusing((typed) => refusedCriterion(typed, here))
/** The same for what is asked of a bidder: no brand either, without what is equal to it. */
export const askable = (here: string) => refusing((typed) => refusedAsk(typed, here))
const URL_OR_NONE = emptyOr(
  (typed) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(typed),
  'Vul een webadres in dat met https:// begint, of laat het leeg.',
)

const fieldsOf = (here: string) => ({
  titel: text(200, allowed(here)(filled('Geef de aanbesteding een naam.'))),
  voorwerp: text(2_000, allowed(here)(filled('Schrijf in een paar zinnen wat de gemeente koopt.'))),
  product: word(inList<ProductKind>(PRODUCT_KINDS, 'Kies wat de gemeente koopt.')),
  gegevens: word(inList<DataClass>(DATA_CLASSES, 'Kies hoe vertrouwelijk de gegevens zijn.')),
  belang: word(inList<Criticality>(CRITICALITIES, 'Kies hoelang de gemeente zonder kan.')),
  kenmerken: several(z.array(inList<Trait>(TRAITS, 'Kies uit de lijst.'))),
  normen: text(2_000),
  kenmerk: text(100, allowed(here)(z.string())),
  plek: text(500, URL_OR_NONE),
  duur: word(
    emptyOr(
      (typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 240,
      'Vul een aantal maanden in, van 1 tot en met 240, of laat het leeg.',
    ),
  ),
  sluit: word(filled('Vul in op welke dag de inschrijving sluit.')),
  uur: word(thatIs((typed) => /^([01]\d|2[0-3])[.:][0-5]\d$/.test(typed), 'Vul een tijd in, zoals 12.00.')),
})

/** Of each set of terms whether it applies, and from what one departs. */
const termFields = (book: RequirementBook, here: string) =>
  Object.fromEntries(
    book.terms.flatMap(({ id }) => [
      [`voorwaarden-${id}`, word(oneOf(['ja', 'nee'], 'Kies of deze voorwaarden gelden.'))],
      [`afwijking-${id}`, text(2_000, allowed(here)(z.string()))],
    ]),
  )

/** What a form of a tender holds, by the names of its fields; terms have two fields each. */
export type TenderForm = Readonly<Record<string, string | readonly string[]>>
export const LABELS: Readonly<Record<string, string>> = {
  titel: 'Naam',
  voorwerp: 'Wat de gemeente koopt',
  product: 'Soort',
  gegevens: 'Gegevens',
  belang: 'Belang',
  kenmerken: 'Kenmerken',
  normen: 'Alleen deze normen',
  kenmerk: 'Kenmerk van de aanbesteding',
  plek: 'Waar inschrijvers indienen',
  duur: 'Hoelang duurt het contract, in maanden?',
  sluit: 'Sluit op',
  uur: 'Sluit om',
}

/** What stands in the form of a new tender: the terms apply until somebody says otherwise. */
export const emptyForm = (book: RequirementBook): TenderForm => ({
  titel: '',
  voorwerp: '',
  product: '',
  gegevens: '',
  belang: '',
  kenmerken: [],
  normen: '',
  kenmerk: '',
  plek: '',
  duur: '',
  sluit: '',
  uur: '12.00',
  ...Object.fromEntries(
    book.terms.flatMap(({ id }) => [
      [`voorwaarden-${id}`, 'ja'],
      [`afwijking-${id}`, ''],
    ]),
  ),
})

/** A tender as its form shows it. */
export function formOf(book: RequirementBook, tender: Tender): TenderForm {
  const { date, time } = dutchTime(tender.closesAt)
  return {
    ...emptyForm(book),
    titel: tender.title,
    voorwerp: tender.subject,
    product: tender.productKind,
    gegevens: tender.dataClass,
    belang: tender.criticality,
    kenmerken: tender.traits,
    normen: tender.norms.join(', '),
    kenmerk: tender.reference,
    plek: tender.place,
    duur: tender.termMonths === null ? '' : String(tender.termMonths),
    sluit: date,
    uur: time.replace(':', '.'),
    ...Object.fromEntries(
      tender.terms.flatMap(({ id, applies, why }) => [
        [`voorwaarden-${id}`, applies ? 'ja' : 'nee'],
        [`afwijking-${id}`, why],
      ]),
    ),
  }
}

/** A day in two months, as people write it: never the one that was just refused. */
const exampleDay = (now: Date): string => monthsOn(dutchTime(now).date, 2).split('-').toReversed().join('-')

export type ReadTender = {
  readonly typed: TenderForm
  readonly problems: Readonly<Record<string, string>>
  readonly input: TenderInput | undefined
}

/** Of what is read: the book, the norms that exist, the municipality, and the moment after which it closes. */
export type ReadAt = {
  readonly book: RequirementBook
  readonly known: ReadonlySet<string>
  readonly here: string
  readonly now: Date
  /** When it closes in the annex that everybody reads. */
  readonly readClosesAt?: Date | null
}

/** What was typed, and what it says or what is not right about it. */
export function readTender(sent: Sent, { book, known, here, now, readClosesAt = null }: ReadAt): ReadTender {
  const read = readForm(fieldsOf(here), sent)
  const said = readForm(termFields(book, here), sent)
  const terms = book.terms.map((each): TermsHere => ({
    ...each,
    applies: said.typed[`voorwaarden-${each.id}`] !== 'nee',
    why: said.typed[`afwijking-${each.id}`] ?? '',
  }))
  const typed: TenderForm = { ...read.typed, ...said.typed }
  const problems: Record<string, string> = { ...read.problems, ...said.problems }
  const norms = read.typed.normen.split(/[\s,;]+/).filter((each) => each !== '')
  const strange = norms.find((each) => !known.has(each))
  if (strange !== undefined)
    problems['normen'] = `Norm ${strange} staat niet in de catalogus. Schrijf normen als PRV-05.`
  const closesAt = dutchMoment(read.typed.sluit, read.typed.uur.replace('.', ':'))
  if (!isDate(read.typed.sluit)) problems['sluit'] ??= `Vul een dag in die bestaat, zoals ${exampleDay(now)}.`
  // The day is right: then it is the hour, which is told at its own field.
  else if (closesAt === undefined) problems['uur'] ??= 'Op deze dag bestaat dit uur niet. Kies een ander uur.'
  else {
    const soon = closesAt <= now ? 'Kies een moment dat nog komt.' : whyTooSoon({ readClosesAt }, closesAt)
    if (soon !== undefined) problems['sluit'] ??= soon
  }
  for (const { id, title, applies, why } of terms)
    if (!applies && why === '') problems[`afwijking-${id}`] = `Schrijf waarom de ${title} niet gelden.`
  const { held } = read
  if (!held || closesAt === undefined || Object.keys(problems).length > 0) return { typed, problems, input: undefined }
  return {
    typed,
    problems: {},
    input: {
      title: held.titel,
      subject: held.voorwerp,
      productKind: held.product,
      dataClass: held.gegevens,
      criticality: held.belang,
      traits: held.kenmerken,
      norms,
      terms,
      reference: held.kenmerk,
      place: held.plek,
      closesAt,
      termMonths: held.duur === '' ? null : Number(held.duur),
    },
  }
}
