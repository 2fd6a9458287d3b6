/**
 * Forms as NL Design System has them: a label, a hint, a message at the field and a summary on top; all of it works
 * without script.
 */
import type { ReactNode } from 'react'
import { Heading } from '../parts.tsx'
import type { DeskView } from './route.ts'

/** Messages by the name of the field they are about; the empty name is about the form as a whole. */
export type Problems = Readonly<Record<string, string>>
export const none: Problems = {}

/** A form that changes something; it carries the token of this session. */
export function Form({
  view,
  action,
  files = false,
  children,
}: {
  view: Pick<DeskView, 'token'>
  action: string
  files?: boolean
  children: ReactNode
}) {
  return (
    <form
      method="post"
      action={action}
      className="ld-desk-form"
      noValidate
      encType={files ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="token" value={view.token} />
      {children}
    </form>
  )
}

/** What is wrong, on top, each with a link to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ problems }: { problems: Problems }) {
  const list = Object.entries(problems)
  if (list.length === 0) return null
  return (
    // Who sent a form begins reading here, also without script.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className="utrecht-alert utrecht-alert--error ld-errors" aria-labelledby="fouten" tabIndex={-1} autoFocus>
      <Heading level={2} id="fouten">
        Controleer wat u heeft ingevuld
      </Heading>
      <ul className="ld-list">
        {list.map(([name, text]) => (
          <li key={name}>
            {name === '' ? (
              text
            ) : (
              <a className="nl-link" href={`#veld-${name}`}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Base = {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly problems?: Problems
  readonly optional?: boolean
}
const described = (name: string, hint: ReactNode, problem: string | undefined) =>
  [hint === undefined ? '' : `hint-${name}`, problem === undefined ? '' : `fout-${name}`].filter(Boolean).join(' ') ||
  undefined

function Around({
  name,
  label,
  hint,
  problem,
  optional,
  id = `veld-${name}`,
  children,
}: {
  name: string
  id?: string
  label: string
  hint: ReactNode
  problem: string | undefined
  optional: boolean | undefined
  children: ReactNode
}) {
  return (
    <div className={`utrecht-form-field ld-field${problem === undefined ? '' : ' ld-field--wrong'}`}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
        {optional ? <span className="ld-quiet"> (niet verplicht)</span> : null}
      </label>
      {hint === undefined ? null : (
        <div className="ld-hint" id={`hint-${name}`}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <p className="ld-problem" id={`fout-${name}`}>
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}

/** One line of text. */
export function Field({
  name,
  label,
  hint,
  problems = none,
  optional,
  value = '',
  type = 'text',
  autoComplete,
  maxLength = 500,
  inputMode,
}: Base & {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'url' | 'number' | 'search'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly inputMode?: 'numeric' | 'text'
}) {
  const problem = problems[name]
  return (
    <Around name={name} label={label} hint={hint} problem={problem} optional={optional}>
      <input
        className="utrecht-textbox"
        id={`veld-${name}`}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        maxLength={type === 'date' || type === 'number' ? undefined : maxLength}
        aria-describedby={described(name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </Around>
  )
}

/** Several lines of text. */
export function Area({
  name,
  label,
  hint,
  problems = none,
  optional,
  value = '',
  rows = 5,
  maxLength = 20_000,
  id = `veld-${name}`,
}: Base & {
  readonly value?: string
  readonly rows?: number
  readonly maxLength?: number
  /** Of its own when a field is repeated. */ readonly id?: string
}) {
  const problem = problems[name]
  return (
    <Around id={id} name={name} label={label} hint={hint} problem={problem} optional={optional}>
      <textarea
        className="utrecht-textarea utrecht-textbox"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-describedby={described(name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </Around>
  )
}

export type Option = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }

export function Select({
  name,
  label,
  hint,
  problems = none,
  optional,
  value = '',
  options,
  empty,
}: Base & {
  readonly value?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly empty?: string
}) {
  const problem = problems[name]
  return (
    <Around name={name} label={label} hint={hint} problem={problem} optional={optional}>
      <select
        className="utrecht-select"
        id={`veld-${name}`}
        name={name}
        defaultValue={value}
        aria-describedby={described(name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

/**
 * One of a few (radio), or several of them (checkbox). The first option carries the field's own id, so the summary can
 * link to it.
 */
export function Choice({
  name,
  label,
  hint,
  problems = none,
  optional,
  value = [],
  options,
  several = false,
}: Base & { readonly value?: readonly string[]; readonly options: readonly Option[]; readonly several?: boolean }) {
  const problem = problems[name]
  return (
    <fieldset
      className={`ld-choice${problem === undefined ? '' : ' ld-field--wrong'}`}
      aria-describedby={described(name, hint, problem)}
    >
      <legend className="utrecht-form-label">
        {label}
        {optional ? <span className="ld-quiet"> (niet verplicht)</span> : null}
      </legend>
      {hint === undefined ? null : (
        <div className="ld-hint" id={`hint-${name}`}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <p className="ld-problem" id={`fout-${name}`}>
          {problem}
        </p>
      )}
      {options.map((option, index) => {
        const id = index === 0 ? `veld-${name}` : `veld-${name}-${option.value}`
        return (
          <div className="ld-option" key={option.value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={id}
              name={name}
              value={option.value}
              defaultChecked={value.includes(option.value)}
              aria-describedby={option.hint === undefined ? undefined : `uitleg-${name}-${option.value}`}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint === undefined ? null : (
              <div className="ld-hint" id={`uitleg-${name}-${option.value}`}>
                {option.hint}
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

export function FileField({
  name,
  label,
  hint,
  problems = none,
  optional,
  accept,
}: Base & { readonly accept?: string }) {
  const problem = problems[name]
  return (
    <Around name={name} label={label} hint={hint} problem={problem} optional={optional}>
      <input
        className="ld-file"
        id={`veld-${name}`}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={described(name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </Around>
  )
}

/** The main action, and others beside it. `name` and `value` tell which button was used. */
export function Button({
  children,
  kind = 'primary',
  name,
  value,
}: {
  children: ReactNode
  kind?: 'primary' | 'secondary' | 'subtle'
  name?: string
  value?: string
}) {
  return (
    <button className={`nl-button nl-button--${kind}`} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="ld-buttons">{children}</div>
}
