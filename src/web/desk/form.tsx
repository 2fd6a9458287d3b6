/**
 * Forms as NL Design System has them: a label, a hint, a message at the field and a summary on top; all of it works
 * without script. A page with several of them is one form (`OneForm`), so that no button loses what was typed
 * elsewhere.
 */
import { createContext, useContext, type ReactNode } from 'react'
import type { DeskView } from './route.ts'
import { FormFields, useTyped } from './typed.tsx'

export { Button, Buttons } from './buttons.tsx'
export { Choice, Select } from './choice.tsx'
export { Area, Field, FileField, Hidden } from './fields.tsx'
export { ErrorSummary, none, type Problems } from './problems.tsx'

type FormView = Pick<DeskView, 'token' | 'voor' | 'back' | 'kept'>
const Whole = createContext(false)

/** What goes with every form: that it is of this session, whose it is, where it stands, and what was kept of it. */
function Papers({ view }: { view: FormView }) {
  return (
    <>
      <input type="hidden" name="token" value={view.token} />
      <input type="hidden" name="voor" value={view.voor} />
      <input type="hidden" name="vanaf" value={view.back} />
      {view.kept === undefined ? null : <input type="hidden" name="getypt" value={view.kept} />}
    </>
  )
}

/**
 * A form that changes something. Within `OneForm` it is a part of the page: its buttons send the page to `action`.
 * `prefix`: before the names of its fields, where several parts have the same.
 */
export function Form({
  view,
  action,
  prefix = '',
  files = false,
  children,
}: {
  view: FormView
  action: string
  prefix?: string
  files?: boolean
  children: ReactNode
}) {
  const whole = useContext(Whole)
  const own = whole ? prefix : ''
  const typed = useTyped(action, own) !== undefined
  const fields = (
    <FormFields action={action} prefix={own} whole={whole}>
      {children}
    </FormFields>
  )
  const common = { className: 'ld-desk-form', 'data-getypt': typed ? '' : undefined }
  if (whole)
    return (
      <div {...common} data-deel="">
        {fields}
      </div>
    )
  return (
    <form {...common} method="post" action={action} noValidate encType={files ? 'multipart/form-data' : undefined}>
      <Papers view={view} />
      {fields}
    </form>
  )
}

/**
 * Makes the forms within one form with several buttons: whichever is pressed, all that was typed comes along, and what
 * another part needed is still there afterwards. Enter in a field sends nothing to the wrong place: the first button is
 * one that only keeps.
 */
export function OneForm({ view, children }: { view: FormView; children: ReactNode }) {
  return (
    <form method="post" action="/balie/getypt" className="ld-one-form" noValidate encType="multipart/form-data">
      <Papers view={view} />
      <button className="ld-hidden" type="submit" tabIndex={-1} aria-hidden="true">
        Houd vast wat ik typte
      </button>
      <Whole value={true}>{children}</Whole>
    </form>
  )
}
