/** The frame of a public search form: the words that are searched for, what else narrows it, and the button. */
import type { ReactNode } from 'react'
import { earlierRead, href, type View } from '../web/view.ts'

/** `to`: the Dutch path of the list. `label`: what the form is called where it is told apart from others. */
export function SearchFrame({
  view,
  to,
  label,
  words,
  q,
  children,
}: {
  view: View
  to: string
  label: string
  /** What stands above the field of words. */
  words: string
  q: string
  children?: ReactNode
}) {
  // An earlier publication that is read stays so: a browser takes the query of the address from the fields.
  const earlier = earlierRead(view)
  const [action] = href(view, to).split('?')
  return (
    <form method="get" action={action} role="search" aria-label={label} className="ld-form">
      {earlier === undefined ? null : <input type="hidden" name="publicatie" value={earlier} />}
      <div className="utrecht-form-field ld-field ld-field--wide">
        <label className="utrecht-form-label" htmlFor="veld-q">
          {words}
        </label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          id="veld-q"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={q}
        />
      </div>
      {children}
      <div className="ld-form__submit">
        <button type="submit" className="nl-button nl-button--primary">
          {view.m.list.submit}
        </button>
      </div>
    </form>
  )
}

/** One answer of a few, or all of them. */
export function Select({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string
  options: readonly { readonly value: string; readonly name: string }[]
}) {
  return (
    <div className="utrecht-form-field ld-field">
      <label className="utrecht-form-label" htmlFor={`veld-${name}`}>
        {label}
      </label>
      <select
        className="utrecht-select utrecht-select--html-select"
        id={`veld-${name}`}
        name={name}
        defaultValue={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
