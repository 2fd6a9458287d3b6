/** What an administrator does before anybody can work: in sight until it is done. */
import type { CityContact } from '../../model/letter.ts'
import { ROLE_NAMES, type Role } from '../../vocabulary/roles.ts'
import type { DeskView } from '../../web/desk/route.ts'
import { Link, Section, Text } from '../../web/parts.tsx'

type Step = { readonly title: string; readonly to?: string; readonly why: string }

/** The steps that are left. */
export function stepsLeft(view: DeskView, { phone, email }: CityContact, lacking: readonly Role[]): Step[] {
  return [
    phone === '' && email === ''
      ? [
          {
            title: 'Schrijf op hoe de gemeente te bereiken is',
            to: '/balie/beheer/gemeente',
            why: 'Dat staat in elke e-mail. Zo kan iemand nagaan of die echt van de gemeente komt.',
          },
        ]
      : [],
    view.mails || view.demo
      ? []
      : [
          {
            title: 'Laat een mailserver instellen',
            why:
              'Wie Leidraad installeerde, doet dat met LEIDRAAD_SMTP_URL. Tot dan krijgt u links op het scherm, ' +
              'en gaan er geen herinneringen uit.',
          },
        ],
    lacking.length === 0
      ? []
      : [
          {
            title: 'Nodig collega’s uit',
            to: '/balie/beheer/nieuw',
            why: `Nog niemand is ${new Intl.ListFormat('nl', { type: 'disjunction' }).format(
              lacking.map((role) => ROLE_NAMES[role]),
            )}.`,
          },
        ],
  ].flat()
}

export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <Section id="eerst" title="Als eerste">
      <Text>Dit is nodig voordat uw collega’s kunnen werken. Wat klaar is, verdwijnt uit deze lijst.</Text>
      <ol className="ld-tasks">
        {steps.map(({ title, to, why }) => (
          <li key={title}>
            {to === undefined ? <strong>{title}</strong> : <Link to={to}>{title}</Link>}
            <span className="ld-quiet">{why}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
