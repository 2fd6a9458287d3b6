/** Where two people wrote in one agreement at once: fields by their names, and what was chosen in words. */
import type { Norm } from '../../model/norm.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import { inWords } from '../../web/desk/edit.tsx'
import { titlesOf } from './judged-pledge.ts'
import { UNITS } from './pledge-form.ts'
import type { Colleague } from './pledge-store.ts'

/** What the fields are called. */
export const LABELS: Readonly<Record<string, string>> = {
  titel: 'Naam',
  hoe: 'Hoe het wordt gevolgd',
  eenheid: 'Wat telt',
  woorden: 'Hoe dat heet',
  regel1: 'Punten',
  minstens1: 'Hoeveel daarvan',
  regel2: 'Punten in plaats daarvan',
  minstens2: 'Hoeveel daarvan, in plaats daarvan',
  criterium: 'Punt',
  wie: 'Over wie het gaat',
  organisaties: 'Deze partijen',
  straat: 'Straat',
  richting: 'Richting',
  begin: 'Dag van de beginmeting',
  beginbron: 'Stuk bij de beginmeting',
  opnieuw: 'De beginmeting opnieuw',
  doel: 'Doel',
  op: 'Te halen op',
  beslisregel: 'De regel in woorden',
  kracht: 'Minste bewijskracht',
  beoordelaar: 'Toetser',
  eigenaar: 'Wie erop let',
  bewijs: 'Bewijs',
  missen: 'Wat als het niet lukt',
  publicatie: 'Wat openbaar wordt',
  reden: 'Waarom het verandert',
  akkoord: 'Wie daarmee akkoord ging',
}

/** A chosen value in words. `parties`: names by organisation. */
export function shownBy(
  staff: readonly Colleague[],
  parties: ReadonlyMap<string, string>,
  norms: readonly Norm[],
): (name: string, value: string) => string {
  const people = Object.fromEntries(staff.map(({ id, name }) => [id, name]))
  const criteria = Object.fromEntries(titlesOf(norms))
  return inWords({
    hoe: PLEDGE_METHODS,
    eenheid: UNITS,
    wie: { parties: 'alle partijen', organisations: 'deze partijen', street: 'alles in een straat' },
    organisaties: Object.fromEntries(parties),
    richting: { up: 'omhoog', down: 'omlaag' },
    regel1: criteria,
    regel2: criteria,
    criterium: criteria,
    kracht: STRENGTHS,
    beoordelaar: people,
    eigenaar: people,
    publicatie: PLEDGE_LEVELS,
  })
}
