/** What a contact can do by the link beside signing: say it is not theirs, pass it on, step aside, send a file. */
import { Area, Button, Buttons, Choice, ErrorSummary, Field, FileField, none } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import type { LinkProps } from './page-link.tsx'
import type { Opened, OwnStep } from './door-store.ts'
import { says } from './messages.ts'
import { AskCode, CodeField, Told } from './part-sign.tsx'

export const LONGEST_REASON = 2_000

type Which = 'doorgeven' | 'stap' | 'bestand'
export type OtherProps = Omit<LinkProps, 'typed' | 'words' | 'content'> & {
  /** The form with what is not right, and what was typed in it. */
  readonly at?: Which | undefined
  readonly typed?: Readonly<Record<string, string>>
}

/** What this party can do itself, as it stands. */
export function ownSteps({ standing, named, kind }: Pick<Opened, 'standing' | 'named' | 'kind'>): readonly OwnStep[] {
  if (kind === 'municipality') return []
  const steps: readonly OwnStep[] =
    standing === 'invited'
      ? ['declined']
      : standing === 'joined'
        ? ['paused', 'left']
        : standing === 'paused'
          ? ['resumed', 'left']
          : standing === 'suspended'
            ? ['left']
            : []
  return [...steps, named === true ? 'unnamed' : 'named']
}

export function OtherPage({ view, link, here, mails, problems = none, at, typed = {}, done }: OtherProps) {
  const t = says(view.lang)
  const of = (which: Which) => (at === which ? problems : none)
  const was = (which: Which, name: string) => (at === which ? (typed[name] ?? '') : '')
  const coded = link.code !== null
  const steps = ownSteps(link)
  return (
    <Page view={view} title={t.other} crumbs={[{ name: link.title, to: here }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.other}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        {done === 'step' || done === 'file' ? <Told text={done === 'step' ? t.stepDone : t.fileDone} /> : null}
        <Text lead>{t.standing[link.standing]}</Text>
        <Text>
          <Link to={here}>{t.back}</Link>
        </Text>
      </div>
      <Section id="niet-ik" title={t.wrongTitle}>
        <Text>{t.wrongText}</Text>
        <form method="post" action={`${here}/niet-ik`}>
          <Buttons>
            <Button kind="secondary">{t.wrongButton}</Button>
          </Buttons>
        </form>
      </Section>
      <AskCode {...{ view, link, here, mails, problems }} back="/anders" sent={done === 'code'} />
      {coded || at !== undefined ? (
        <>
          {at === undefined || at === 'doorgeven' ? (
            <Section id="doorgeven" title={t.passTitle}>
              <Text>{t.passText}</Text>
              <form method="post" action={`${here}/doorgeven`} className="ld-desk-form" noValidate>
                <Field name="naam" label={t.colleague} value={was('doorgeven', 'naam')} problems={of('doorgeven')} />
                <Field
                  name="functie"
                  label={t.colleagueFunction}
                  value={was('doorgeven', 'functie')}
                  problems={of('doorgeven')}
                />
                <Field
                  name="email"
                  label={t.email}
                  type="email"
                  value={was('doorgeven', 'email')}
                  maxLength={320}
                  problems={of('doorgeven')}
                />
                <CodeField view={view} problems={of('doorgeven')} name="code-doorgeven" />
                <Buttons>
                  <Button kind="secondary">{t.passButton}</Button>
                </Buttons>
              </form>
            </Section>
          ) : null}
          {steps.length > 0 && (at === undefined || at === 'stap') ? (
            <Section id="stap" title={t.stepTitle}>
              <form method="post" action={`${here}/stap`} className="ld-desk-form" noValidate>
                <Choice
                  name="stap"
                  label={t.stepLabel}
                  value={[was('stap', 'stap')]}
                  options={steps.map((step) => ({ value: step, label: t.steps[step] }))}
                  problems={of('stap')}
                />
                <Area
                  name="reden"
                  label={t.reason}
                  hint={t.reasonHint}
                  rows={3}
                  value={was('stap', 'reden')}
                  maxLength={LONGEST_REASON}
                  problems={of('stap')}
                />
                {steps.includes('paused') ? (
                  <Field
                    name="tot"
                    label={t.until}
                    hint={t.untilHint}
                    type="date"
                    value={was('stap', 'tot')}
                    problems={of('stap')}
                  />
                ) : null}
                {steps.includes('left') ? (
                  <Choice
                    name="zeker"
                    label={t.sureLabel}
                    hint={t.sure}
                    several
                    value={[was('stap', 'zeker')]}
                    options={[{ value: 'ja', label: t.sureBox }]}
                    problems={of('stap')}
                  />
                ) : null}
                <CodeField view={view} problems={of('stap')} name="code-stap" />
                <Buttons>
                  <Button kind="secondary">{t.stepButton}</Button>
                </Buttons>
              </form>
            </Section>
          ) : null}
          {link.fixed !== null && (at === undefined || at === 'bestand') ? (
            <FilePart {...{ view, here }} problems={of('bestand')} was={(name) => was('bestand', name)} />
          ) : null}
        </>
      ) : null}
    </Page>
  )
}

type Shown = Pick<OtherProps, 'view'> & { readonly problems: Readonly<Record<string, string>> }

function FilePart({ view, here, problems, was }: Shown & { here: string; was: (name: string) => string }) {
  const t = says(view.lang)
  return (
    <Section id="bestand" title={t.fileTitle}>
      <Text>{t.fileText}</Text>
      <form method="post" action={`${here}/bestand`} className="ld-desk-form" encType="multipart/form-data" noValidate>
        <Choice
          name="soort"
          label={t.fileKind}
          value={[was('soort')]}
          options={(['signed', 'scan'] as const).map((kind) => ({ value: kind, label: t.fileKinds[kind] }))}
          problems={problems}
        />
        <FileField name="bestand" label={t.file} accept=".pdf,.jpg,.jpeg,.png" problems={problems} />
        <Field name="waar" label={t.where} hint={t.whereHint} value={was('waar')} maxLength={300} problems={problems} />
        <CodeField view={view} problems={problems} name="code-bestand" />
        <Buttons>
          <Button kind="secondary">{t.fileButton}</Button>
        </Buttons>
      </form>
    </Section>
  )
}
