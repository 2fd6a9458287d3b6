/** Fields to choose from: a list that folds, or options that stand under each other. */
import type { ReactNode } from 'react'
import { Around, described, type Base } from './around.tsx'
import { none } from './problems.tsx'
import { useField } from './typed.tsx'

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
  const first = empty === undefined ? (options[0]?.value ?? '') : ''
  const typed = useField(name, [value], {
    one: true,
    sends: ([chosen = '']) => [options.some((option) => option.value === chosen) ? chosen : first],
  })
  return (
    <Around name={typed.name} id={typed.id} label={label} hint={hint} problem={problem} optional={optional}>
      <select
        className="utrecht-select"
        id={typed.id}
        name={typed.name}
        defaultValue={typed.values[0]}
        aria-describedby={described(typed.name, hint, problem)}
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
  const typed = useField(name, value, {
    one: false,
    sends: (values) => options.flatMap((option) => (values.includes(option.value) ? [option.value] : [])),
  })
  return (
    <fieldset
      className={`ld-choice${problem === undefined ? '' : ' ld-field--wrong'}`}
      aria-describedby={described(typed.name, hint, problem)}
    >
      <legend className="utrecht-form-label">
        {label}
        {optional ? <span className="ld-quiet"> (niet verplicht)</span> : null}
      </legend>
      {hint === undefined ? null : (
        <div className="ld-hint" id={`hint-${typed.name}`}>
          {hint}
        </div>
      )}
      {problem === undefined ? null : (
        <p className="ld-problem" id={`fout-${typed.name}`}>
          {problem}
        </p>
      )}
      {options.map((option, index) => {
        const id = index === 0 ? typed.id : `${typed.id}-${option.value}`
        return (
          <div className="ld-option" key={option.value}>
            <input
              type={several ? 'checkbox' : 'radio'}
              id={id}
              name={typed.name}
              value={option.value}
              defaultChecked={typed.values.includes(option.value)}
              aria-describedby={option.hint === undefined ? undefined : `uitleg-${typed.name}-${option.value}`}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint === undefined ? null : (
              <div className="ld-hint" id={`uitleg-${typed.name}-${option.value}`}>
                {option.hint}
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
