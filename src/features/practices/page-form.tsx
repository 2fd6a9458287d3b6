/** The form with which somebody shares how a norm was met; no account, no script. */
import { LICENCE_IDS, LICENCES, LONGEST } from '../../vocabulary/practice.ts'
import { Bait } from '../../web/bait.tsx'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Choosable, Words } from './door-store.ts'
import { says } from './messages.ts'

export const PLACE = '/samen/praktijken'
export const SHARE = `${PLACE}/delen`

/** What stands in the fields, as it was typed. */
export type Filled = Words & {
  readonly norm: string
  readonly licence: string
  readonly name: string
  readonly email: string
  readonly seal: string
}
type Props = {
  readonly view: View
  readonly norms: readonly Choosable[]
  readonly filled: Filled
  readonly problems?: Problems
}

/** Where one is on the site. */
export const crumbsOf = (view: View) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).practices, to: href(view, PLACE) },
]

export function SharePage({ view, norms, filled, problems = none }: Props) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title} crumbs={[...crumbsOf(view), { name: t.title, to: href(view, SHARE) }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.lead}</Text>
        <Text>
          {t.who} {t.what}
        </Text>
      </div>
      <form method="post" action={href(view, SHARE)} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={filled.seal} />
        <Bait label={t.bait} />
        <Field
          name="titel"
          label={t.subject}
          hint={t.subjectHint}
          value={filled.title}
          maxLength={LONGEST.title}
          problems={problems}
        />
        <Field
          name="organisatie"
          label={t.organisation}
          hint={t.organisationHint}
          value={filled.organisation}
          maxLength={LONGEST.organisation}
          autoComplete="organization"
          problems={problems}
        />
        <Select
          name="norm"
          label={t.norm}
          value={filled.norm}
          empty={t.noNorm}
          options={norms.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))}
          problems={problems}
        />
        <Area
          name="probleem"
          label={t.problem}
          value={filled.problem}
          rows={4}
          maxLength={LONGEST.problem}
          problems={problems}
        />
        <Area
          name="gedaan"
          label={t.did}
          hint={t.didHint}
          value={filled.did}
          rows={8}
          maxLength={LONGEST.did}
          problems={problems}
        />
        <Area
          name="opgeleverd"
          label={t.gained}
          hint={t.gainedHint}
          value={filled.gained}
          rows={4}
          maxLength={LONGEST.gained}
          problems={problems}
        />
        <Field name="link" label={t.link} type="url" value={filled.link} maxLength={LONGEST.link} problems={problems} />
        <Choice
          name="licentie"
          label={t.licence}
          hint={t.licenceHint}
          value={[filled.licence]}
          problems={problems}
          options={LICENCE_IDS.map((value) => ({
            value,
            label: LICENCES[value].name[view.lang],
            hint: LICENCES[value].means[view.lang],
          }))}
        />
        <Field
          name="naam"
          label={t.name}
          hint={t.contactHint}
          value={filled.name}
          maxLength={LONGEST.name}
          autoComplete="name"
          problems={problems}
        />
        <Field
          name="email"
          label={t.email}
          type="email"
          value={filled.email}
          maxLength={LONGEST.email}
          autoComplete="email"
          problems={problems}
        />
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

/** Too much came from one network. */
export function WaitPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.waitTitle}>
      <Heading level={1}>{t.waitTitle}</Heading>
      <Text lead>{t.wait}</Text>
    </Page>
  )
}
