/** The fields of a request as a resident fills them in: those of its kind, and who asks. */
import type { RequestField, RequestKind } from '../../model/request.ts'
import { LONGEST_LINE, LONGEST_WORDS } from '../../vocabulary/request.ts'
import { Area, Choice, Field, Select, type Problems } from '../../web/desk/form.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { Filled } from './rules.ts'

/** What can be chosen in fields of which the list stands elsewhere, by the id of the field. */
export type Lists = ReadonlyMap<string, readonly { readonly path: string; readonly title: string }[]>

type AskedProps = {
  readonly view: View
  readonly field: RequestField
  readonly value: string
  readonly lists: Lists
  readonly problems: Problems
}
export function AskedField({ view, field, value, lists, problems }: AskedProps) {
  const t = says(view.lang)
  const { lang } = view
  const [name, hint] = [field.id, field.hint?.[lang]]
  const label =
    field.required || /\((?:niet verplicht|optional)\)/.test(field.label[lang])
      ? field.label[lang]
      : `${field.label[lang]} ${t.optional}`
  const common = { name, label, hint, problems }
  if (field.kind === 'words') return <Area {...common} value={value} rows={6} maxLength={LONGEST_WORDS} />
  if (field.kind === 'date') return <Field {...common} value={value} type="date" />
  if (field.kind === 'choice')
    return (
      <Choice
        {...common}
        value={[value]}
        options={field.options.map(({ id, said }) => ({ value: id, label: said[lang] }))}
      />
    )
  if (field.kind === 'algorithm' || field.kind === 'hack-event') {
    const options = (lists.get(field.id) ?? []).map(({ path, title }) => ({ value: path, label: title }))
    if (field.kind === 'algorithm') return <Select {...common} value={value} empty={t.dontKnow} options={options} />
    return options.length === 0 && value === '' ? null : (
      <Select {...common} value={value} empty={t.notThere} options={options} />
    )
  }
  return <Field {...common} value={value} maxLength={LONGEST_LINE} />
}

export function You({
  view,
  kind,
  filled,
  problems,
}: {
  view: View
  kind: RequestKind
  filled: Filled
  problems: Problems
}) {
  const t = says(view.lang)
  const { whom } = filled
  return (
    <>
      <Heading level={2}>{t.you}</Heading>
      <Text>{kind.identity ? t.youIdentity : t.youText}</Text>
      {whom === 'child' || whom === 'mandate' ? (
        <Field
          name="namens"
          label={t.onBehalf[whom]}
          hint={whom === 'mandate' ? t.mandateHint : undefined}
          value={filled.onBehalf}
          maxLength={LONGEST_LINE}
          problems={problems}
        />
      ) : null}
      <Field
        name="naam"
        label={t.name}
        value={filled.name}
        autoComplete="name"
        maxLength={LONGEST_LINE}
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
      <Field
        name="telefoon"
        label={t.phone}
        value={filled.phone}
        autoComplete="tel"
        maxLength={40}
        problems={problems}
      />
      <Field
        name="adres"
        label={t.post}
        hint={t.postHint}
        value={filled.post}
        autoComplete="street-address"
        maxLength={400}
        problems={problems}
      />
      {kind.course === 'weakness' ? null : (
        <div className="ld-option">
          <input type="checkbox" id="veld-helper" name="helper" value="ja" defaultChecked={filled.helper} />
          <label htmlFor="veld-helper">{t.helper}</label>
        </div>
      )}
    </>
  )
}
