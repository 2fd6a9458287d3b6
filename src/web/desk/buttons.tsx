/** Buttons that send. */
import type { ReactNode } from 'react'
import { usePartAction } from './typed.tsx'

/** The main action, and others beside it. `name` and `value` tell which button was used; `to` sends it elsewhere. */
export function Button({
  children,
  kind = 'primary',
  name,
  value,
  to,
}: {
  children: ReactNode
  /** `plain`: reads as a link, for what is done beside a line of text. */
  kind?: 'primary' | 'secondary' | 'subtle' | 'plain'
  name?: string
  value?: string
  to?: string
}) {
  const action = usePartAction(to)
  return (
    <button
      className={kind === 'plain' ? 'ld-plain-button' : `nl-button nl-button--${kind}`}
      type="submit"
      name={name}
      value={value}
      formAction={action}
    >
      {children}
    </button>
  )
}
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="ld-buttons">{children}</div>
}
