/** The steering group names somebody in the place of the verifier of the terms. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { Area, Hidden, Select } from '../../../web/desk/form.tsx'
import type { Problems } from '../../../web/desk/form.tsx'
import { go, overtaken, page } from '../../../web/desk/route.ts'
import type { Route } from '../../../web/desk/route.ts'
import { among, filled, readForm, text, word } from '../../../web/desk/schema.ts'
import { progressPlace } from './frame.tsx'
import { namedVerifier } from './store.ts'
import { nameVerifier, verifierChanges } from './verdict-store.ts'
import { formAt, SayPage } from './act-frame.tsx'
import { whyNotVerifier } from '../pledge-rules.ts'
import { colleagues } from '../pledge-store.ts'

type People = readonly { readonly id: string; readonly name: string; readonly function: string }[]
const VERIFIER = {
  title: 'Wijs een andere toetser aan',
  lead:
    'De stuurgroep kan iemand aanwijzen in de plaats van de toetser in de afspraak. Niemand van een partij, ' +
    'niet de FG, en niet wie op de afspraak let.',
  action: 'toetser',
  button: 'Wijs aan',
}
/** By the one rule of the form of a pledge. */
const verifiersFor = async (tx: Tx, municipality: string, covenant: string, owner: string) =>
  (await colleagues(tx, municipality, covenant)).filter((each) => whyNotVerifier(each, owner) === undefined)
const verifierForm = (people: People, no: number, typed: { persoon: string; reden: string }, problems?: Problems) => (
  <>
    <Hidden name="nummer" value={`${no}`} />
    <Select
      name="persoon"
      label="Wie?"
      empty="Kies iemand"
      value={typed.persoon}
      options={people.map((each) => ({ value: each.id, label: `${each.name}, ${each.function}` }))}
      {...(problems && { problems })}
    />
    <Area
      name="reden"
      label="Waarom, en wanneer besloot de stuurgroep dit?"
      value={typed.reden}
      rows={3}
      maxLength={1_000}
      {...(problems && { problems })}
    />
  </>
)
export const verifierRoutes: readonly Route<Tx>[] = formAt(
  'toetser',
  'covenant.steer',
  async ({ tx, municipality, view }, covenant, pledge) => {
    const last = await namedVerifier(tx, municipality.id, covenant.id, pledge.id)
    const people = await verifiersFor(tx, municipality.id, covenant.id, pledge.owner.person)
    return page(
      <SayPage {...{ view, covenant, pledge }} {...VERIFIER}>
        {verifierForm(people, last?.no ?? 0, { persoon: '', reden: '' })}
      </SayPage>,
    )
  },
  async ({ tx, municipality, view, who, sent }, covenant, pledge) => {
    const people = await verifiersFor(tx, municipality.id, covenant.id, pledge.owner.person)
    const last = await namedVerifier(tx, municipality.id, covenant.id, pledge.id)
    const { typed, held, problems } = readForm(
      { persoon: word(among(people, 'Kies wie toetst.')), reden: text(1_000, filled('Schrijf waarom.')) },
      sent,
    )
    if (!held)
      return page(
        <SayPage {...{ view, covenant, pledge }} {...VERIFIER} problems={problems}>
          {verifierForm(people, last?.no ?? 0, typed, problems)}
        </SayPage>,
        422,
      )
    const no = Number(sent.mark('nummer')) + 1
    const named = { covenant: covenant.id, pledge: pledge.id, no, person: held.persoon.id, reason: held.reden }
    if (no !== (last?.no ?? 0) + 1 || !(await nameVerifier(tx, municipality.id, who.id, named)))
      return overtaken('Er is intussen iemand anders aangewezen. Kijk eerst wie dat is.')
    await verifierChanges(tx, municipality.id, covenant.id, pledge.id, {
      from: last?.person ?? pledge.verifier.person,
      to: held.persoon.id,
    })
    await record(tx, municipality.id, {
      act: 'pledge.verifier-named',
      object: `covenant/${covenant.id}`,
      detail: { pledge: pledge.id, person: held.persoon.id },
    })
    return go(progressPlace(covenant, pledge), `${held.persoon.name} is nu de toetser van deze afspraak.`)
  },
)
