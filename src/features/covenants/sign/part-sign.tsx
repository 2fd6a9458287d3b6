/** Asking for a code, and the form with which somebody signs: no drawing, but a name, a ground and a code. */
import { GROUND_IDS } from '../../../vocabulary/signing.ts'
import { Button, Buttons, Choice, Field, none, type Problems } from '../../../web/desk/form.tsx'
import { Text } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import type { Opened } from './door-store.ts'
import { says } from './messages.ts'
import type { Below } from './rules.ts'

export type SignTyped = {
  readonly name: string
  readonly function: string
  readonly ground: string
  readonly groundText: string
  readonly read: boolean
  readonly named: string
}

/** What was just done, where the address of the page leads to: seen, spoken, and with the focus on it. */
export function Told({ text }: { text: string }) {
  return (
    <div className="utrecht-alert utrecht-alert--info ld-told" role="status" id="gedaan" tabIndex={-1}>
      <p>{text}</p>
    </div>
  )
}

/** Step one: a code comes to the mailbox of the contact. `back`: the page to come back to, below this link. */
export function AskCode({
  view,
  link,
  here,
  mails,
  back,
  sent = false,
  problems = none,
}: {
  view: View
  link: Opened
  here: string
  mails: boolean
  back: Below
  /** Whether it was asked just now. */
  sent?: boolean
  problems?: Problems
}) {
  const t = says(view.lang)
  const { code, contact } = link
  if (!mails || contact.email === '') return <Text>{t.noMail}</Text>
  return (
    <form method="post" action={`${here}/code`} className="ld-desk-form" id="veld-vraag" tabIndex={-1}>
      <input type="hidden" name="terug" value={back} />
      {problems['vraag'] === undefined ? null : (
        <p className="ld-problem" id="fout-vraag">
          {problems['vraag']}
        </p>
      )}
      {code === null ? (
        <Text>{t.askText(contact.email)}</Text>
      ) : sent ? (
        <Told text={`${t.codeSent(contact.email)} ${t.codeLeft(code.left)}`} />
      ) : (
        <Text>{`${t.codeSent(contact.email)} ${t.codeLeft(code.left)}`}</Text>
      )}
      {code === null ? null : <Text>{t.againText}</Text>}
      <Buttons>
        <Button kind={code === null ? 'primary' : 'secondary'}>{code === null ? t.askButton : t.again}</Button>
      </Buttons>
    </form>
  )
}

/** The code, as it is typed over. */
export function CodeField({
  view,
  problems = none,
  name = 'code',
}: {
  view: View
  problems?: Problems
  /** Of its own where a page has more forms. */
  name?: string
}) {
  const t = says(view.lang)
  return (
    <Field
      name={name}
      label={t.code}
      hint={t.codeHint}
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={20}
      problems={problems}
    />
  )
}

const LONGEST = 200

/** Step two. */
export function SignForm({
  view,
  link,
  here,
  problems = none,
  typed,
}: {
  view: View
  link: Opened
  here: string
  problems?: Problems
  typed?: SignTyped
}) {
  const t = says(view.lang)
  const fixed = link.fixed!
  const { contact, named } = link
  const was = named === null ? '' : named ? 'ja' : 'nee'
  return (
    <form method="post" action={`${here}/teken`} className="ld-desk-form" noValidate>
      <input type="hidden" name="versie" value={fixed.version} />
      <input type="hidden" name="json" value={fixed.json} />
      <CodeField view={view} problems={problems} />
      <Field
        name="naam"
        label={t.name}
        value={typed?.name ?? ''}
        autoComplete="name"
        maxLength={LONGEST}
        problems={problems}
      />
      <Field
        name="functie"
        label={t.function}
        value={typed?.function ?? contact.function}
        autoComplete="organization-title"
        maxLength={LONGEST}
        problems={problems}
      />
      <Choice
        name="grond"
        label={t.ground}
        value={typed === undefined ? [] : [typed.ground]}
        options={GROUND_IDS.map((id) => ({ value: id, label: t.grounds[id] }))}
        problems={problems}
      />
      <Field
        name="toelichting"
        label={t.groundText}
        value={typed?.groundText ?? ''}
        maxLength={500}
        problems={problems}
      />
      {link.kind === 'municipality' ? (
        <input type="hidden" name="openbaar" value="ja" />
      ) : (
        <Choice
          name="openbaar"
          label={t.named}
          hint={t.namedHint}
          value={[typed?.named ?? was]}
          options={[
            { value: 'ja', label: t.yes },
            { value: 'nee', label: t.no },
          ]}
          problems={problems}
        />
      )}
      <Choice
        name="gelezen"
        label={t.readLabel}
        several
        value={typed?.read ? ['ja'] : []}
        options={[{ value: 'ja', label: t.read }]}
        problems={problems}
      />
      <Buttons>
        <Button>{link.kind === 'observer' ? t.confirm : t.sign}</Button>
      </Buttons>
    </form>
  )
}
