/** What stands around every field: its label, its hint and its message. */
import type { ReactNode } from 'react'
import type { Problems } from './problems.tsx'

export type Base = {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly problems?: Problems
  readonly optional?: boolean
}
/** The ids of what is said of a field. */
export const described = (name: string, hint: ReactNode, problem: string | undefined) =>
  [hint === undefined ? '' : `hint-${name}`, problem === undefined ? '' : `fout-${name}`].filter(Boolean).join(' ') ||
  undefined

/** `id`: of the control itself; `name` names its hint and message. */
export function Around({
  name,
  label,
  hint,
  problem,
  optional,
  id,
  children,
}: {
  name: string
  id: string
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
