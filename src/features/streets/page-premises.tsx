/** Adding and changing one premises. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { isDate } from '../../lib/iso-date.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { basisOf, changesBetween, Clash, merged, trailOf, type Change } from '../../web/desk/edit.tsx'
import { Button, Buttons, ErrorSummary, Field, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { emptyOr, filled, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { Heading, Link } from '../../web/parts.tsx'
import { STREETS, streetPath } from './here.ts'
import { positionIn } from './rules.ts'
import {
  addPremises,
  changePremises,
  organisationNamed,
  organisationsNamed,
  premisesById,
  streetById,
  type NewPremises,
} from './store.ts'

const LABELS = {
  naam: 'Naam van de zaak',
  adres: 'Adres',
  organisatie: 'Organisatie in de lijst',
  email: 'E-mailadres van de eigenaar',
  plaats: 'Plaats op de kaart',
  weg: 'Weg sinds',
}
const FIELDS = {
  naam: text(200, filled('Vul de naam van de zaak in.')),
  adres: text(200),
  organisatie: text(300),
  email: text(320, emptyOr(isEmail, 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg.')),
  plaats: text(
    60,
    thatIs((typed) => typed === '' || positionIn(typed) !== undefined, 'Vul een punt in, zoals 52.1601, 4.4970.'),
  ),
  weg: word(emptyOr(isDate, 'Vul een datum in, zoals 28 november 2026.')),
}
type Values = Record<keyof typeof FIELDS, string>
const EMPTY: Values = { naam: '', adres: '', organisatie: '', email: '', plaats: '', weg: '' }

type More = {
  readonly problems?: Problems
  readonly values: Values
  readonly basis?: string
  readonly changes?: Change[]
}

function Shown({ asked, street, id, more }: { asked: Asked<Tx>; street: Street; id: string | undefined; more: More }) {
  const { problems = none, values, basis, changes } = more
  const title = id === undefined ? 'Pand toevoegen' : values.naam || 'Pand'
  const action = `${streetPath(street.id)}/panden/${id ?? 'nieuw'}`
  return (
    <DeskPage
      view={asked.view}
      title={title}
      crumbs={[
        { name: 'Winkelstraten', to: STREETS },
        { name: street.name, to: streetPath(street.id) },
      ]}
    >
      <Heading level={1}>{title}</Heading>
      <ErrorSummary problems={problems} />
      {changes === undefined ? null : <Clash changes={changes} labels={LABELS} last={undefined} />}
      <Form view={asked.view} action={action}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <Field name="naam" label={LABELS.naam} value={values.naam} maxLength={200} problems={problems} />
        <Field name="adres" label={LABELS.adres} value={values.adres} maxLength={200} problems={problems} optional />
        <Field
          name="organisatie"
          label={LABELS.organisatie}
          hint="De naam zoals die in de lijst van organisaties staat. Laat leeg als u het niet weet."
          value={values.organisatie}
          maxLength={300}
          problems={problems}
          optional
        />
        <Field
          name="email"
          label={LABELS.email}
          hint="Daar gaat de uitkomst het eerst heen. Alleen de balie ziet dit adres."
          value={values.email}
          maxLength={320}
          type="email"
          problems={problems}
          optional
        />
        <Field
          name="plaats"
          label={LABELS.plaats}
          hint="Noorderbreedte en oosterlengte, zoals 52.1601, 4.4970."
          value={values.plaats}
          maxLength={60}
          problems={problems}
          optional
        />
        {id === undefined ? null : (
          <Field
            name="weg"
            label={LABELS.weg}
            hint="Vul dit in als de zaak is gestopt of verhuisd. Wat er is gezien, blijft staan."
            value={values.weg}
            type="date"
            problems={problems}
            optional
          />
        )}
        <Buttons>
          <Button>{id === undefined ? 'Pand toevoegen' : 'Opslaan'}</Button>
          <Link to={streetPath(street.id)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

type Street = NonNullable<Awaited<ReturnType<typeof streetById>>>

/** What is kept of what was typed, or that no organisation is called so. */
async function toKeep({ tx, municipality }: Asked<Tx>, values: Values): Promise<NewPremises | Problems> {
  const found = values.organisatie === '' ? [] : await organisationsNamed(tx, municipality.id, values.organisatie)
  if (values.organisatie !== '' && found.length !== 1)
    return {
      organisatie:
        found.length === 0
          ? 'Zo heet geen organisatie in de lijst. Neem de naam precies over, of laat dit leeg.'
          : 'Zo heten meer organisaties in de lijst. Laat dit leeg, of geef ze eerst een eigen naam.',
    }
  const at = positionIn(values.plaats)
  return {
    name: values.naam,
    address: values.adres,
    organisation: found[0]?.id ?? null,
    email: values.email,
    lon: at?.[0] ?? null,
    lat: at?.[1] ?? null,
  }
}

async function valuesNow(
  { tx, municipality }: Asked<Tx>,
  id: string,
): Promise<(Values & { street: string }) | undefined> {
  const now = await premisesById(tx, municipality.id, id)
  return (
    now && {
      street: now.street,
      naam: now.name,
      adres: now.address,
      organisatie: now.organisation === null ? '' : await organisationNamed(tx, municipality.id, now.organisation),
      email: now.email,
      plaats: now.lat === null ? '' : `${now.lat}, ${now.lon}`,
      weg: now.endedOn ?? '',
    }
  )
}

async function opened(asked: Asked<Tx>) {
  const street = await streetById(asked.tx, asked.municipality.id, asked.params['street']!)
  const id = asked.params['premises']
  if (!street || id === undefined) return street && { street, id: undefined, now: EMPTY }
  const found = await valuesNow(asked, id)
  if (!found || found.street !== street.id) return undefined
  const { street: _street, ...now } = found
  return { street, id, now }
}

export const premisesRoutes: readonly Route<Tx>[] = (['nieuw', ':premises'] as const).flatMap((last) => [
  {
    method: 'GET',
    path: `/straten/:street/panden/${last}`,
    may: 'street.plan',
    answer: async (asked) => {
      const at = await opened(asked)
      if (!at) return missing
      const more = at.id === undefined ? { values: at.now } : { values: at.now, basis: basisOf(at.now) }
      return page(<Shown asked={asked} street={at.street} id={at.id} more={more} />)
    },
  },
  {
    method: 'POST',
    path: `/straten/:street/panden/${last}`,
    may: 'street.plan',
    answer: async (asked) => {
      const { tx, municipality, who, sent } = asked
      const at = await opened(asked)
      if (!at) return missing
      const { typed, held, problems } = readForm(FIELDS, sent)
      const { street, id, now } = at
      const basis = id === undefined ? undefined : basisOf(now)
      const again = (more: More, status: 409 | 422) =>
        page(<Shown asked={asked} street={street} id={id} more={{ ...more, ...(basis && { basis }) }} />, status)
      if (!held) return again({ values: typed, problems }, 422)
      if (basis !== undefined && sent.mark('basis') !== basis) {
        const { values } = merged(sent.mark('basis'), now, typed)
        return again({ values, changes: changesBetween(now, values) }, 409)
      }
      const kept = await toKeep(asked, typed)
      if (!('name' in kept)) return again({ values: typed, problems: kept as Problems }, 422)
      const whole = kept as NewPremises
      if (id === undefined) {
        await addPremises(tx, municipality.id, who.id, street.id, [whole])
        await record(tx, municipality.id, {
          act: 'premises.added',
          object: `street/${street.id}`,
          detail: { name: whole.name },
        })
        return go(streetPath(street.id), 'Het pand staat op de lijst.')
      }
      await changePremises(tx, municipality.id, id, { ...whole, endedOn: typed.weg || null })
      const { email: _now, ...before } = now
      const { email: _typed, ...after } = typed
      await record(tx, municipality.id, {
        act: 'premises.changed',
        object: `premises/${id}`,
        detail: trailOf(changesBetween(before, after)),
      })
      return go(streetPath(street.id), 'Het pand is gewijzigd.')
    },
  },
]) satisfies readonly Route<Tx>[]
