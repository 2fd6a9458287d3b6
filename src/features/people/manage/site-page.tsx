/** The pages on which an administrator sees and changes the site of the municipality. */
import type { ReactNode } from 'react'
import { fingerprint } from '../../../lib/fingerprint.ts'
import type { Look } from '../../../model/look.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  FileField,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { Facts, Heading, Section, Text } from '../../../web/parts.tsx'
import { crumbs } from './parts.tsx'

export const AT = '/balie/beheer/site'

/** What of it a form holds: names, colour, and which logo. */
export const valuesOf = (hosts: readonly string[], { accent, logo }: Look) => ({
  webadressen: hosts.join('\n'),
  kleur: accent ?? '',
  beeldmerk: logo === null ? '' : `beeldmerk ${fingerprint(logo)}`,
})
type Values = ReturnType<typeof valuesOf>

type Props = {
  readonly view: DeskView
  readonly values: Values
  /** What stood there when this page was made. */
  readonly basis: string
  readonly clash?: ReactNode
  readonly problems?: Problems
}

export function SitePage({ view, values, basis, clash, problems = none }: Props) {
  return (
    <DeskPage view={view} title="De site van de gemeente" crumbs={crumbs}>
      <Heading level={1}>De site van de gemeente</Heading>
      <Text>Hier staat op welke webadressen de site antwoordt, en hoe zij eruitziet. Dat geldt ook voor de balie.</Text>
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={AT} files>
        <Hidden name="basis" value={basis} />
        <Area
          name="webadressen"
          label="Webadressen"
          hint={
            'Eén op een regel, zoals digitaal.uwgemeente.nl. Het eerste staat in links en in e-mail. Een webadres ' +
            'werkt pas als de beheerder van uw domeinnaam het naar deze server laat wijzen.'
          }
          optional={values.webadressen === ''}
          value={values.webadressen}
          rows={4}
          problems={problems}
        />
        {problems['zeker'] === undefined ? null : (
          <Choice
            name="zeker"
            label="Wilt u dit webadres weghalen?"
            several
            value={[]}
            problems={problems}
            options={[{ value: 'ja', label: 'Ja, ik open de balie daarna op een ander webadres' }]}
          />
        )}
        <Field
          name="kleur"
          label="Kleur"
          hint="Zoals #0b5563. Zo worden links, knoppen en lijnen. Laat dit leeg voor de kleur van Leidraad."
          optional
          value={values.kleur}
          problems={problems}
        />
        {values.beeldmerk === '' ? null : (
          <Choice
            name="weg"
            label="Beeldmerk"
            several
            value={[]}
            problems={problems}
            options={[{ value: 'ja', label: 'Haal het beeldmerk weg' }]}
          />
        )}
        <FileField
          name="beeldmerk"
          label={values.beeldmerk === '' ? 'Beeldmerk' : 'Ander beeldmerk'}
          hint="Een PNG-bestand van hooguit 64 kB. Het staat klein naast de naam, boven elke pagina."
          optional
          accept="image/png"
          problems={problems}
        />
        <Buttons>
          <Button>Site opslaan</Button>
        </Buttons>
      </Form>
      <Section id="elders" title="Wat hier niet te wijzigen is">
        <Facts
          items={[
            { name: 'Naam', value: `${view.municipality.name}. De technisch beheerder kan de naam wijzigen.` },
            {
              name: 'Inloggen met het werkaccount',
              value: 'Dit stelt de technisch beheerder in: wie het instelt, bepaalt wie als wie binnenkomt.',
            },
          ]}
        />
      </Section>
    </DeskPage>
  )
}

/** The name that was asked at opens nothing any more: no page of it can be gone on to. */
export const MovedPage = ({ view, to }: { view: DeskView; to: readonly string[] }) => (
  <DeskPage view={view} title="De site staat op een ander webadres" crumbs={crumbs}>
    <Heading level={1}>De site staat op een ander webadres</Heading>
    <Text>Opgeslagen. Open de balie vanaf nu op een van deze webadressen, en log daar opnieuw in.</Text>
    <ul className="ld-list">
      {to.map((origin) => (
        <li key={origin}>
          <a className="nl-link" href={`${origin}/balie`}>
            {new URL(origin).host}
          </a>
        </li>
      ))}
    </ul>
  </DeskPage>
)
