/** How the municipality is reached: in every letter, so that who gets one can check that it is real. */
import { isEmail } from '../../../lib/mail-address.ts'
import type { ReactNode } from 'react'
import { lastAct, record } from '../../../db/audit.ts'
import type { Tx } from '../../../db/as.ts'
import { contactOf, keepContact } from '../../../db/contact.ts'
import type { CityContact } from '../../../model/letter.ts'
import { basisOf, changesBetween, Clash, merged } from '../../../web/desk/edit.tsx'
import { Button, Buttons, ErrorSummary, Field, Form, Hidden, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { emptyOr, readForm, thatIs, word } from '../../../web/desk/schema.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { crumbs } from './parts.tsx'

/** Digits with the signs people put between them; seven of them at least, but for the short municipal numbers. */
const PHONE = /^(?:\+?[\d][\d\s().-]{5,24}\d|14 ?0\d{2,3})$/

const FIELDS = {
  telefoon: word(
    thatIs(
      (typed) => PHONE.test(typed.replaceAll(/\s+/g, ' ')),
      'Vul een telefoonnummer in, zoals 14 071 of 071 516 51 65.',
    ),
  ),
  email: word(emptyOr(isEmail, 'Vul een e-mailadres in, zoals info@gemeente.nl, of laat dit leeg.')),
  loket: word(emptyOr((typed) => typed.length <= 120, 'Houd dit onder de 120 tekens.')),
  adres: word(emptyOr((typed) => typed.length <= 200, 'Houd dit onder de 200 tekens.')),
  open: word(emptyOr((typed) => typed.length <= 300, 'Houd dit onder de 300 tekens.')),
}
const LABELS = {
  telefoon: 'Algemeen telefoonnummer',
  email: 'E-mailadres voor vragen',
  loket: 'Naam van het loket',
  adres: 'Adres van het loket',
  open: 'Wanneer het open is',
}
type Values = { readonly [field in keyof typeof LABELS]: string }
const valuesOf = ({ phone, email, counter }: CityContact): Values => ({
  telefoon: phone,
  email,
  loket: counter?.name ?? '',
  adres: counter?.address ?? '',
  open: counter?.hours ?? '',
})
const contactIn = ({ telefoon, email, loket, adres, open }: Values): CityContact => ({
  phone: telefoon.replaceAll(/\s+/g, ' ').trim(),
  email: email.toLowerCase(),
  counter: { name: loket, address: adres, hours: open },
})

/** `basis`: what stood there when this page was made. `clash`: what a colleague changed meanwhile. */
function ContactPage({
  view,
  input,
  basis,
  clash,
  problems = none,
}: {
  view: DeskView
  input: CityContact
  basis: string
  clash?: ReactNode
  problems?: Problems
}) {
  const counter = input.counter ?? { name: '', address: '', hours: '' }
  return (
    <DeskPage view={view} title="Hoe de gemeente te bereiken is" crumbs={crumbs}>
      <Heading level={1}>Hoe de gemeente te bereiken is</Heading>
      <Text>
        Telefoon en e-mail staan in elke uitnodiging en elk bericht. Wie twijfelt of een e-mail echt is, belt dit nummer
        en vraagt naar de afzender. Het loket staat op de site, bij de rechten en verzoeken van inwoners.
      </Text>
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action="/balie/beheer/gemeente">
        <Hidden name="basis" value={basis} />
        <Field
          name="telefoon"
          label="Algemeen telefoonnummer"
          hint="Zoals 14 071 of 071 516 51 65."
          autoComplete="tel"
          value={input.phone}
          problems={problems}
        />
        <Field
          name="email"
          label="E-mailadres voor vragen"
          type="email"
          optional
          value={input.email}
          problems={problems}
        />
        <Field name="loket" label={LABELS.loket} optional value={counter.name} maxLength={120} problems={problems} />
        <Field
          name="adres"
          label={LABELS.adres}
          hint="Zoals Stationsplein 107, 2312 AJ Leiden."
          optional
          value={counter.address}
          maxLength={200}
          problems={problems}
        />
        <Field
          name="open"
          label={LABELS.open}
          hint="Zoals: maandag tot en met vrijdag van 9.00 tot 17.00 uur, donderdag tot 20.00 uur."
          optional
          value={counter.hours}
          maxLength={300}
          problems={problems}
        />
        <Buttons>
          <Button>Gegevens opslaan</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export const contactRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer/gemeente',
    may: 'people.manage',
    answer: async ({ tx, municipality, view }) => {
      const input = await contactOf(tx, municipality.id)
      return page(<ContactPage view={view} input={input} basis={basisOf(valuesOf(input))} />)
    },
  },
  {
    method: 'POST',
    path: '/beheer/gemeente',
    may: 'people.manage',
    answer: async ({ tx, municipality, view, sent }) => {
      const { typed, held, problems } = readForm(FIELDS, sent)
      const input = contactIn(typed)
      const before = valuesOf(await contactOf(tx, municipality.id, 'to-change'))
      const basis = basisOf(before)
      if (sent.mark('basis') !== basis) {
        const last = await lastAct(tx, municipality.id, `municipality/${municipality.id}`)
        const { values, taken } = merged(sent.mark('basis'), before, valuesOf(input))
        const clash = <Clash changes={changesBetween(before, values)} labels={LABELS} last={last} taken={taken} />
        return page(
          <ContactPage view={view} input={contactIn({ ...before, ...values })} basis={basis} clash={clash} />,
          409,
        )
      }
      if (!held) return page(<ContactPage view={view} input={input} basis={basis} problems={problems} />, 422)
      await keepContact(tx, municipality.id, input)
      await record(tx, municipality.id, { act: 'contact.changed', object: `municipality/${municipality.id}` })
      return go('/balie/beheer', 'Opgeslagen. Dit staat vanaf nu in elke e-mail.')
    },
  },
]
