/** Writing a requirement of one's own at a tender, and another wording of it. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { OwnRequirement, Requirement } from '../../model/requirement.ts'
import { DUE, REQUIREMENT_KINDS, type Due, type RequirementKind } from '../../vocabulary/tender.ts'
import { basisOf, changesBetween, Clash, dutchOf, inWords, merged, trailOf } from '../../web/desk/edit.tsx'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { onTender, placeOfTender, type TenderDeps, type Whole } from './draft.ts'
import { askable } from './fields.ts'
import { keepOwn } from './own-store.ts'
import { OWN_LABELS, OwnRequirementPage, type OwnForm } from './page-own.tsx'
import { whyFixed } from './rules/refusals.ts'
import { choose } from './store.ts'

const own = (here: string, says: string) => text(8_000, askable(here)(filled(says)))

const fieldsOf = ({ requirements, catalogue }: TenderDeps, here: string) => ({
  titel: text(200, askable(here)(filled('Geef de eis een naam.'))),
  norm: text(
    10,
    thatIs((typed) => catalogue.norms.some(({ id }) => id === typed), 'Schrijf een norm uit de catalogus, als PRV-05.'),
  ),
  onderdeel: word(
    oneOf(
      requirements.parts.map(({ id }) => id) as [string, ...string[]],
      'Kies bij welk deel van de bijlage hij hoort.',
    ),
  ),
  soort: word(oneOf(Object.keys(REQUIREMENT_KINDS) as [RequirementKind, ...RequirementKind[]], 'Kies de soort.')),
  wanneer: word(oneOf(Object.keys(DUE) as [Due, ...Due[]], 'Kies wanneer het bewijs nodig is.')),
  maanden: word(
    thatIs((typed) => /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 60, 'Vul 1 tot en met 60 in.'),
  ),
  text: own(here, 'Schrijf wat u vraagt, in zinnen die een leverancier begrijpt.'),
  proportionate: own(here, 'Schrijf waarom dit in verhouding is tot de opdracht.'),
  link: own(here, 'Schrijf hoe dit bij de opdracht hoort.'),
  proof: own(here, 'Schrijf welk bewijs u vraagt.'),
  equal: own(here, 'Schrijf welk ander bewijs even goed is.'),
  checked: own(here, 'Schrijf hoe u het nagaat. Wat niemand nagaat, vraagt u niet.'),
  onBreach: own(here, 'Schrijf wat er volgt als het niet wordt nagekomen.'),
})

const EMPTY: OwnForm = {
  titel: '',
  norm: '',
  onderdeel: '',
  soort: '',
  wanneer: '',
  maanden: '12',
  text: '',
  proportionate: '',
  link: '',
  proof: '',
  equal: '',
  checked: '',
  onBreach: '',
}
const formOf = ({ texts, title, norm, part, kind, due, validMonths, ...rest }: Requirement): OwnForm => ({
  titel: title,
  norm,
  onderdeel: part,
  soort: kind,
  wanneer: due,
  maanden: `${validMonths}`,
  text: texts.basic ?? '',
  proportionate: rest.proportionate,
  link: rest.link,
  proof: rest.proof,
  equal: rest.equal,
  checked: rest.checked,
  onBreach: rest.onBreach,
})

/** The one that is asked for; `null`: a new one; undefined: there is none of that name. */
function askedFor({ own: all }: Whole, query: URLSearchParams): Requirement | null | undefined {
  const id = query.get('eis')
  return id === null ? null : all.find((each) => each.id === id)
}
const changing = (one: Requirement | null) =>
  one === null ? undefined : { id: one.id, wording: one.wording, basis: basisOf(formOf(one)) }

/** A chosen value in the words of the form. */
const shownOf = ({ requirements: { parts } }: TenderDeps) =>
  inWords({
    soort: dutchOf(REQUIREMENT_KINDS),
    wanneer: dutchOf(DUE),
    onderdeel: Object.fromEntries(parts.map(({ id, title }) => [id, title])),
  })

export const ownRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/eigen-eis',
    may: 'tender.write',
    answer: onTender(deps, 'to-read', async ({ view, query }, whole) => {
      const one = askedFor(whole, query)
      if (one === undefined) return missing
      const fixed = whyFixed(whole.tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const { parts } = deps.requirements
      const form = one === null ? EMPTY : formOf(one)
      return page(<OwnRequirementPage {...{ view, whole, parts, form }} changes={changing(one)} />)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/eigen-eis',
    may: 'tender.write',
    answer: onTender(deps, 'to-change', async ({ tx, municipality, view, who, sent, query }, whole) => {
      const { tender } = whole
      const one = askedFor(whole, query)
      if (one === undefined) return missing
      const fixed = whyFixed(tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const read = readForm(fieldsOf(deps, municipality.name), sent)
      const before = one === null ? EMPTY : formOf(one)
      const changes = changing(one)
      const shared = { view, whole, parts: deps.requirements.parts, changes }
      if (changes !== undefined && sent.mark('basis') !== changes.basis) {
        const { values, taken } = merged<OwnForm>(sent.mark('basis'), before, read.typed)
        const clash = (
          <Clash
            changes={changesBetween(before, values, shownOf(deps))}
            labels={OWN_LABELS}
            last={undefined}
            taken={taken}
          />
        )
        return page(<OwnRequirementPage {...shared} form={values} clash={clash} />, 409)
      }
      if (!read.held) return page(<OwnRequirementPage {...shared} form={read.typed} problems={read.problems} />, 422)
      const differs = changesBetween(before, read.typed)
      const back = `${placeOfTender(tender)}/eisen#deel-${read.held.onderdeel}`
      if (differs.length === 0) return go(back, 'Er is niets veranderd.')
      const { titel, norm, onderdeel, soort, wanneer, maanden, ...words } = read.held
      const content: OwnRequirement = {
        ...words,
        title: titel,
        norm,
        part: onderdeel,
        kind: soort,
        due: wanneer,
        validMonths: Number(maanden),
      }
      const place = { municipality: municipality.id, tender: tender.id, no: tender.no, by: who.id }
      const id = await keepOwn(tx, place, one?.id, content)
      // Who writes it, takes it. What was chosen about it before stays as it was.
      if (one === null)
        await choose(tx, municipality.id, tender.id, who.id, {
          requirement: id,
          choice: 'taken',
          level: 'basic',
          words: {},
          reason: '',
        })
      await record(tx, municipality.id, {
        act: 'tender.own-written',
        object: `tender/${tender.id}`,
        detail: { requirement: id, wording: (one?.wording ?? 0) + 1, ...trailOf(differs) },
      })
      return go(back, one === null ? 'De eigen eis is opgenomen.' : 'De eigen eis heeft een nieuwe tekst.')
    }),
  },
]
