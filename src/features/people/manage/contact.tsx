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
}
const LABELS = { telefoon: 'Algemeen telefoonnummer', email: 'E-mailadres voor vragen' }
const valuesOf = ({ phone, email }: CityContact) => ({ telefoon: phone, email })

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
  return (
    <DeskPage view={view} title="Hoe de gemeente te bereiken is" crumbs={crumbs}>
      <Heading level={1}>Hoe de gemeente te bereiken is</Heading>
      <Text>
        Dit staat in elke uitnodiging en elk bericht. Wie twijfelt of een e-mail echt is, belt dit nummer en vraagt naar
        de afzender.
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
      const input = { phone: typed.telefoon.replaceAll(/\s+/g, ' '), email: typed.email.toLowerCase() }
      const before = valuesOf(await contactOf(tx, municipality.id, 'to-change'))
      const basis = basisOf(before)
      if (sent.mark('basis') !== basis) {
        const last = await lastAct(tx, municipality.id, `municipality/${municipality.id}`)
        const { values, taken } = merged(sent.mark('basis'), before, valuesOf(input))
        const clash = <Clash changes={changesBetween(before, values)} labels={LABELS} last={last} taken={taken} />
        const both = { phone: values.telefoon, email: values.email }
        return page(<ContactPage view={view} input={both} basis={basis} clash={clash} />, 409)
      }
      if (!held) return page(<ContactPage view={view} input={input} basis={basis} problems={problems} />, 422)
      await keepContact(tx, municipality.id, input)
      await record(tx, municipality.id, { act: 'contact.changed', object: `municipality/${municipality.id}` })
      return go('/balie/beheer', 'Opgeslagen. Dit staat vanaf nu in elke e-mail.')
    },
  },
]
