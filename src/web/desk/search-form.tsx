/** The form above a list of the desk: what is asked stands in the address, so that it can be kept and handed on. */
import type { ReactNode } from 'react'
import { Link } from '../parts.tsx'
import { Button, Buttons } from './buttons.tsx'

/** `list`: where the list is. `filtered`: whether something was asked, that can be wiped. `wide`: with many fields. */
export function SearchForm({
  list,
  button,
  filtered,
  wide,
  children,
}: {
  list: string
  button: string
  filtered: boolean
  wide?: 'cases' | 'trail'
  children: ReactNode
}) {
  // The server says what is wrong with a day, in Dutch and at its field.
  return (
    <form
      method="get"
      action={list}
      className={wide ? `ld-filters ld-filters--${wide}` : 'ld-filters'}
      role="search"
      noValidate
    >
      {children}
      <Buttons>
        <Button kind="secondary">{button}</Button>
        {filtered ? <Link to={list}>Filters wissen</Link> : null}
      </Buttons>
    </form>
  )
}
