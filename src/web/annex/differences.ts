/** How one version of an annex differs from the one before, in words that a bidder can act on. Pure. */
import type { Annex } from '../../model/tender.ts'
import { DUE, LEVELS, OWN_WORDS, REQUIREMENT_KINDS, type OwnWord } from '../../vocabulary/tender.ts'
import { moment } from '../language.ts'

export type Difference = { readonly what: string; readonly from: string; readonly to: string }

const headOf = (annex: Annex): readonly (readonly [string, string])[] => [
  ['Naam', annex.title],
  ['De opdracht', annex.subject],
  ['Sluit', moment('nl', new Date(annex.closesAt))],
  ['Looptijd van het contract', annex.termMonths === undefined ? '' : `${annex.termMonths} maanden`],
  ['Kenmerk', annex.reference],
  ['Indienen bij', annex.place],
  ...annex.terms.map(
    ({ title, version, applies, why }) =>
      [`${title}, versie ${version}`, `${applies ? 'geldt' : 'geldt niet'}${why === '' ? '' : `: ${why}`}`] as const,
  ),
]

/** Each thing that differs, in the order of the annex. */
export function differencesBetween(before: Annex, after: Annex): readonly Difference[] {
  const earlier = new Map(headOf(before))
  const head = headOf(after).flatMap(([what, to]) => {
    const from = earlier.get(what) ?? ''
    return from === to ? [] : [{ what, from, to }]
  })
  const [was, is] = [before, after].map((each) => new Map(each.requirements.map((asked) => [asked.id, asked])))
  const changed = after.requirements.flatMap((asked) => {
    const old = was!.get(asked.id)
    if (!old)
      return [{ what: asked.title, from: 'stond er niet in', to: `${REQUIREMENT_KINDS[asked.kind].nl}: ${asked.text}` }]
    const words = (Object.keys(OWN_WORDS) as OwnWord[]).flatMap((word) =>
      old[word] === asked[word]
        ? []
        : [{ what: `${asked.title}: ${OWN_WORDS[word]}`, from: old[word], to: asked[word] }],
    )
    const chosen = (
      [
        ['naam', old.title, asked.title],
        ['soort', REQUIREMENT_KINDS[old.kind].nl, REQUIREMENT_KINDS[asked.kind].nl],
        ['niveau', LEVELS[old.level].nl, LEVELS[asked.level].nl],
        ['bewijs', DUE[old.due].nl, DUE[asked.due].nl],
      ] as const
    ).flatMap(([what, from, to]) => (from === to ? [] : [{ what: `${asked.title}: ${what}`, from, to }]))
    const wording =
      old.wording === asked.wording
        ? []
        : [{ what: `${asked.title}: tekst`, from: String(old.wording), to: String(asked.wording) }]
    return [...chosen, ...wording, ...words]
  })
  const gone = before.requirements
    .filter(({ id }) => !is!.has(id))
    .map(({ title, text }) => ({ what: title, from: text, to: 'staat er niet meer in' }))
  return [...head, ...changed, ...gone]
}
