/** Choosing requirements at a tender: some together at their lowest level, or one with its level, words and reason. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { CHOICES, LEVELS, OWN_WORDS, type Chosen, type Level, type OwnWord } from '../../vocabulary/tender.ts'
import { basisOf, changesBetween, Clash, dutchOf, inWords, merged, trailOf } from '../../web/desk/edit.tsx'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { oneOf, readForm, several, text, word } from '../../web/desk/schema.ts'
import { counted } from '../../web/language.ts'
import { onTender, placeOfTender, type TenderDeps } from './draft.ts'
import { askable } from './fields.ts'
import { CHOICE_LABELS, RequirementPage, type ChoiceForm } from './page-requirement.tsx'
import { RequirementsPage } from './page-requirements.tsx'
import { levelOf, lowestLevel, type Offered } from './rules/compose.ts'
import { whyFixed } from './rules/refusals.ts'
import { choose } from './store.ts'

const WORDS = Object.keys(OWN_WORDS) as OwnWord[]
const own = (here: string) => text(8_000, askable(here)(z.string()))
const fieldsOf = (here: string) => ({
  keuze: word(oneOf(Object.keys(CHOICES) as [Chosen, ...Chosen[]], 'Kies wat u met deze eis doet.')),
  niveau: word(oneOf(Object.keys(LEVELS) as [Level, ...Level[]], 'Kies een niveau.')),
  reden: text(2_000),
  text: own(here),
  proportionate: own(here),
  link: own(here),
  proof: own(here),
  equal: own(here),
  checked: own(here),
  onBreach: own(here),
})

const TOGETHER = { neem: several(z.array(z.string())) }

/** A chosen value in the words of its form. */
const shown = inWords({ keuze: CHOICES, niveau: dutchOf(LEVELS) })

/** A requirement as its form shows it; nobody has chosen yet: no choice. */
export function choiceForm({ requirement, choice }: Offered): ChoiceForm {
  const words = choice?.choice === 'adapted' ? choice.words : {}
  return {
    keuze: choice?.choice ?? '',
    niveau: levelOf(requirement, choice),
    reden: choice?.reason ?? '',
    ...(Object.fromEntries(WORDS.map((each) => [each, words[each] ?? ''])) as Record<OwnWord, string>),
  }
}

export const requirementRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/eisen',
    may: 'tender.read',
    answer: onTender(deps, 'to-read', async ({ view, who }, whole) => {
      const mayChoose = allows(who.roles, 'tender.write') && whyFixed(whole.tender, new Date()) === undefined
      return page(<RequirementsPage {...{ view, whole, mayChoose }} parts={deps.requirements.parts} />)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/eisen',
    may: 'tender.write',
    answer: onTender(deps, 'to-change', async ({ tx, municipality, view, who, sent }, whole) => {
      const { tender, offered } = whole
      const fixed = whyFixed(tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const asked = new Set(readForm(TOGETHER, sent).typed.neem)
      // What a colleague decided meanwhile stays as it is.
      const these = offered.filter(({ requirement, choice }) => choice === undefined && asked.has(requirement.id))
      if (these.length === 0)
        return page(
          <RequirementsPage
            {...{ view, whole }}
            parts={deps.requirements.parts}
            mayChoose
            problems={{ '': 'Vink eerst een eis aan die nog niet bekeken is.' }}
          />,
          422,
        )
      for (const { requirement } of these)
        await choose(tx, municipality.id, tender.id, who.id, {
          requirement: requirement.id,
          choice: 'taken',
          level: lowestLevel(requirement),
          words: {},
          reason: '',
        })
      await record(tx, municipality.id, {
        act: 'tender.chosen-of',
        object: `tender/${tender.id}`,
        detail: { taken: these.map(({ requirement }) => requirement.id) },
      })
      return go(`${placeOfTender(tender)}/eisen`, `${counted('nl', these.length, 'eis is', 'eisen zijn')} opgenomen.`)
    }),
  },
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/eisen/:requirement',
    may: 'tender.read',
    answer: onTender(deps, 'to-read', async ({ view, who, params }, whole) => {
      const offer = whole.offered.find(({ requirement }) => requirement.id === params['requirement'])
      if (!offer) return missing
      const form = choiceForm(offer)
      const mayChoose = allows(who.roles, 'tender.write') && whyFixed(whole.tender, new Date()) === undefined
      return page(<RequirementPage {...{ view, whole, offer, form, mayChoose }} basis={basisOf(form)} />)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/eisen/:requirement',
    may: 'tender.write',
    answer: onTender(deps, 'to-change', async ({ tx, municipality, view, who, sent, params }, whole) => {
      const { tender } = whole
      const offer = whole.offered.find(({ requirement }) => requirement.id === params['requirement'])
      if (!offer) return missing
      const fixed = whyFixed(tender, new Date())
      if (fixed !== undefined) return tooLate(fixed)
      const { id, texts } = offer.requirement
      const before = choiceForm(offer)
      const read = readForm(fieldsOf(municipality.name), sent, [
        {
          field: 'niveau',
          holds: ({ keuze, niveau }) => keuze === 'left' || texts[niveau as Level] !== undefined,
          says: 'Dit niveau heeft geen tekst. Kies een ander.',
        },
        {
          field: 'reden',
          holds: ({ keuze, reden }) => keuze === 'taken' || reden !== '',
          says: 'Schrijf waarom. Wie later leest, moet het kunnen begrijpen.',
        },
        {
          field: 'text',
          holds: (typed) => typed.keuze !== 'adapted' || WORDS.some((each) => typed[each] !== ''),
          says: 'Schrijf bij minstens één veld uw eigen woorden, of kies “Opnemen”.',
        },
      ])
      const shared = { view, whole, offer, mayChoose: true, basis: basisOf(before) }
      if (sent.mark('basis') !== shared.basis) {
        const by = whole.choices.find(({ requirement }) => requirement === id)
        const { values, taken } = merged<ChoiceForm>(sent.mark('basis'), before, read.typed)
        const last = by && { by: by.by, at: by.at }
        const clash = (
          <Clash changes={changesBetween(before, values, shown)} labels={CHOICE_LABELS} last={last} taken={taken} />
        )
        return page(<RequirementPage {...shared} form={values} clash={clash} />, 409)
      }
      if (!read.held) return page(<RequirementPage {...shared} form={read.typed} problems={read.problems} />, 422)
      const { keuze, niveau, reden, ...words } = read.held
      await choose(tx, municipality.id, tender.id, who.id, {
        requirement: id,
        choice: keuze,
        level: niveau,
        words: keuze === 'adapted' ? Object.fromEntries(Object.entries(words).filter(([, said]) => said !== '')) : {},
        reason: keuze === 'taken' ? '' : reden,
      })
      await record(tx, municipality.id, {
        act: 'tender.chosen-of',
        object: `tender/${tender.id}`,
        detail: { requirement: id, ...trailOf(changesBetween(before, read.typed)) },
      })
      return go(`${placeOfTender(tender)}/eisen#deel-${offer.requirement.part}`, 'De keuze is bewaard.')
    }),
  },
]
