/** The form with which a reader asks or remarks something, and the page on which the answer comes. */
import type { ReactNode } from 'react'
import { LONGEST_REMARK, REMARK_KINDS } from '../../../vocabulary/covenant.ts'
import { LONGEST_PART } from '../../../vocabulary/report.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, none } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { href, type View } from '../../../web/view.ts'
import type { Problems } from './door-parts.tsx'
import type { About, OwnRemark } from './door-store.ts'
import { says } from './messages.ts'

export type FilledRemark = {
  readonly kind: string
  readonly text: string
  readonly name: string
  readonly email: string
  readonly nonce: string
}

/** The public page that something is about. */
export const pageOf = (view: View, { no, pledge }: { no: number; pledge: string | null }): string =>
  href(view, pledge === null ? `/convenanten/${no}` : `/convenanten/${no}/afspraken/${encodeURIComponent(pledge)}`)

export function RemarkForm({
  view,
  about,
  days,
  filled,
  problems = none,
}: {
  view: View
  about: About
  days: number
  filled: FilledRemark
  problems?: Problems
}) {
  const t = says(view.lang)
  const to = href(view, `/convenanten/${about.no}/reageren`)
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>
          {t.about(about.pledgeTitle ?? about.title)} <Link to={pageOf(view, about)}>{t.back}</Link>
        </Text>
        <Text>{t.lead(days)}</Text>
      </div>
      <form method="post" action={to} className="ld-desk-form" noValidate>
        <input type="hidden" name="afspraak" value={about.pledge ?? ''} />
        <input type="hidden" name="formulier" value={filled.nonce} />
        <Choice
          name="soort"
          label={t.kind}
          options={(Object.keys(REMARK_KINDS) as (keyof typeof REMARK_KINDS)[]).map((value) => ({
            value,
            label: t.kinds[value],
          }))}
          value={[filled.kind]}
          problems={problems}
        />
        <Area
          name="tekst"
          label={t.what}
          hint={t.whatHint}
          value={filled.text}
          rows={7}
          maxLength={LONGEST_REMARK}
          problems={problems}
        />
        <Field
          name="naam"
          label={t.name}
          hint={t.nameHint}
          value={filled.name}
          maxLength={LONGEST_PART}
          problems={problems}
        />
        <Field
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          value={filled.email}
          autoComplete="email"
          maxLength={320}
          problems={problems}
        />
        <Text>{t.privacy}</Text>
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

const Written = ({ text }: { text: string }): ReactNode => <p className="nl-paragraph ld-preline">{text}</p>

export function OwnRemarkPage({ view, remark, here }: { view: View; remark: OwnRemark; here: string }) {
  const t = says(view.lang)
  const gone = remark.state === 'withdrawn'
  return (
    <Page view={view} title={t.receipt} crumbs={[{ name: t.receipt, to: here }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.receipt}</Heading>
        <Text lead>{t.state[remark.state]}</Text>
        {remark.state === 'open' ? <Text>{t.due(remark.due)}</Text> : null}
        {gone ? null : <Text>{t.keep}</Text>}
        {remark.receipt ? null : <Text>{t.noReceipt}</Text>}
        <Text>
          {t.about(remark.title)} <Link to={pageOf(view, remark)}>{t.back}</Link>
        </Text>
      </div>
      {gone ? null : (
        <>
          <Section id="bericht" title={t.yours}>
            <Written text={remark.text} />
            {remark.name === '' ? null : <Text>{t.asName(remark.name)}</Text>}
          </Section>
          {remark.answer === '' ? null : (
            <Section id="antwoord" title={t.answer}>
              <Written text={remark.answer} />
              <Text>{t.by(remark.function)}</Text>
            </Section>
          )}
          <Section id="terugnemen" title={t.takeBack}>
            <Text>{t.takeBackText}</Text>
            <form method="post" action={`${here}/terugnemen`}>
              <Button kind="secondary">{t.takeBack}</Button>
            </form>
          </Section>
        </>
      )}
    </Page>
  )
}
