/** Tenders at the desk: the list, beginning one, changing what is bought, and one with all that stands around it. */
import type { Tx } from '../../db/as.ts'
import { lastAct, record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { CRITICALITIES, DATA_CLASSES, PRODUCT_KINDS, TRAITS } from '../../vocabulary/tender.ts'
import { basisOf, changesBetween, Clash, inWords, merged, trailOf } from '../../web/desk/edit.tsx'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { counted } from '../../web/language.ts'
import { opinionsOf, questionsOf } from './around-store.ts'
import { bidsOf } from './bid-store.ts'
import { crumbsTo, onTender, placeOfTender, wholeTender, type TenderDeps } from './draft.ts'
import { emptyForm, formOf, LABELS, readTender } from './fields.ts'
import { CRUMB, PLACE, TenderFormPage } from './page-form.tsx'
import { TendersPage } from './page-list.tsx'
import { TenderPage } from './page-tender.tsx'
import { whyFixed } from './rules/refusals.ts'
import { addTender, changeTender, listTenders, tenderById } from './store.ts'

/** A chosen value in the words of the form. */
const shown = inWords({
  product: PRODUCT_KINDS,
  gegevens: DATA_CLASSES,
  belang: CRITICALITIES,
  kenmerken: TRAITS,
})

export function tenderRoutes(deps: TenderDeps): readonly Route<Tx>[] {
  const { requirements: book, catalogue } = deps
  const known = new Set(catalogue.norms.map(({ id }) => id))
  const readAt = ({ name }: { readonly name: string }) => ({ book, known, here: name, now: new Date() })
  const labels = { ...LABELS, ...Object.fromEntries(book.terms.map(({ id, title }) => [`voorwaarden-${id}`, title])) }
  const fresh = { book, title: 'Begin een aanbestedingsbijlage', action: `${PLACE}/nieuw`, crumbs: [CRUMB] }
  return [
    {
      method: 'GET',
      path: '/aanbestedingen',
      may: 'tender.read',
      answer: async ({ tx, municipality, view, query, who }) => {
        const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
        const tenders = await listTenders(tx, municipality.id, at)
        return page(<TendersPage {...{ view, tenders }} page={at} mayWrite={allows(who.roles, 'tender.write')} />)
      },
    },
    {
      method: 'GET',
      path: '/aanbestedingen/nieuw',
      may: 'tender.write',
      answer: async ({ view }) => page(<TenderFormPage view={view} {...fresh} form={emptyForm(book)} />),
    },
    {
      method: 'POST',
      path: '/aanbestedingen/nieuw',
      may: 'tender.write',
      answer: async ({ tx, municipality, view, sent, who }) => {
        const { typed, problems, input } = readTender(sent, readAt(municipality))
        if (!input) return page(<TenderFormPage view={view} {...fresh} form={typed} problems={problems} />, 422)
        const id = await addTender(tx, municipality.id, who.id, input)
        await record(tx, municipality.id, {
          act: 'tender.begun',
          object: `tender/${id}`,
          detail: { title: input.title },
        })
        return go(`${PLACE}/${id}/eisen`, 'De bijlage is begonnen. Kies nu de eisen.')
      },
    },
    {
      method: 'GET',
      path: '/aanbestedingen/:tender',
      may: 'tender.read',
      answer: onTender(deps, 'to-read', async ({ tx, municipality, view, who }, whole) => {
        const { id } = whole.tender
        const bids = allows(who.roles, 'bid.read') ? (await bidsOf(tx, municipality.id, id)).length : undefined
        const opinions = await opinionsOf(tx, municipality.id, id)
        const questions = await questionsOf(tx, municipality.id, id)
        return page(<TenderPage {...{ view, whole, opinions, questions, bids }} now={new Date()} />)
      }),
    },
    {
      method: 'GET',
      path: '/aanbestedingen/:tender/wijzigen',
      may: 'tender.write',
      answer: async ({ tx, municipality, view, params }) => {
        const tender = await tenderById(tx, municipality.id, params['tender']!)
        if (!tender) return missing
        const fixed = whyFixed(tender, new Date())
        if (fixed !== undefined) return tooLate(fixed)
        const form = formOf(book, tender)
        const about = {
          title: 'Pas de opdracht aan',
          action: `${placeOfTender(tender)}/wijzigen`,
          crumbs: crumbsTo(tender),
        }
        return page(<TenderFormPage {...{ view, book, form, ...about }} basis={basisOf(form)} />)
      },
    },
    {
      method: 'POST',
      path: '/aanbestedingen/:tender/wijzigen',
      may: 'tender.write',
      answer: async ({ tx, municipality, view, params, sent }) => {
        const tender = await tenderById(tx, municipality.id, params['tender']!, 'to-change')
        if (!tender) return missing
        const fixed = whyFixed(tender, new Date())
        if (fixed !== undefined) return tooLate(fixed)
        const before = formOf(book, tender)
        const { typed, problems, input } = readTender(sent, {
          ...readAt(municipality),
          readClosesAt: tender.readClosesAt,
        })
        const about = {
          title: 'Pas de opdracht aan',
          action: `${placeOfTender(tender)}/wijzigen`,
          crumbs: crumbsTo(tender),
        }
        const form = { view, book, ...about, basis: basisOf(before) }
        if (sent.mark('basis') !== form.basis) {
          const last = await lastAct(tx, municipality.id, `tender/${tender.id}`)
          const { values, taken } = merged(sent.mark('basis'), before, typed)
          const clash = (
            <Clash changes={changesBetween(before, values, shown)} labels={labels} last={last} taken={taken} />
          )
          return page(<TenderFormPage {...form} form={values} clash={clash} />, 409)
        }
        if (!input) return page(<TenderFormPage {...form} form={typed} problems={problems} />, 422)
        const changes = changesBetween(before, typed)
        if (changes.length === 0) return go(placeOfTender(tender), 'Er is niets veranderd.')
        await changeTender(tx, municipality.id, tender.id, input)
        await record(tx, municipality.id, {
          act: 'tender.changed',
          object: `tender/${tender.id}`,
          detail: trailOf(changes),
        })
        const now = await wholeTender(tx, municipality, deps, tender.id)
        const open = now?.offered.filter(({ choice }) => choice === undefined).length ?? 0
        return go(
          open > 0 ? `${placeOfTender(tender)}/eisen` : placeOfTender(tender),
          open > 0
            ? `De opdracht is aangepast. ${counted('nl', open, 'eis is', 'eisen zijn')} nog niet bekeken.`
            : 'De opdracht is aangepast.',
        )
      },
    },
  ]
}
