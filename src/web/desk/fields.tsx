/** Fields to write in, and a file to choose. */
import { Around, described, type Base } from './around.tsx'
import { none } from './problems.tsx'
import { useField, useUnseen } from './typed.tsx'

/**
 * One line of text. `maxLength`: characters that fit. A browser is not told so: it would cut what is pasted without a
 * word. All of it is sent, and what does not fit comes back with why.
 */
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
  suggestions = [],
}: Base & {
  readonly value?: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'url' | 'number' | 'search'
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly inputMode?: 'numeric' | 'decimal' | 'text'
  /** What a browser proposes while one types; anything else can be typed too. */
  readonly suggestions?: readonly string[]
}) {
  const typed = useField(name, [value], { one: true, most: maxLength })
  const problem = problems[name] ?? typed.problem
  // What is secret is never given back.
  const [text] = type === 'password' ? [''] : typed.values
  return (
    <Around name={typed.name} id={typed.id} label={label} hint={hint} problem={problem} optional={optional}>
      <input
        className="utrecht-textbox"
        id={typed.id}
        name={typed.name}
        type={type}
        defaultValue={text}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        maxLength={type === 'search' || type === 'password' ? maxLength : undefined}
        list={suggestions.length === 0 ? undefined : `keuze-${typed.name}`}
        aria-describedby={described(typed.name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={`keuze-${typed.name}`}>
          {suggestions.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
    </Around>
  )
}

/** Several lines of text; of its length the same is true. */
export function Area({
  name,
  label,
  hint,
  problems = none,
  optional,
  value = '',
  rows = 5,
  maxLength = 20_000,
  id,
}: Base & {
  readonly value?: string
  readonly rows?: number
  readonly maxLength?: number
  /** Of its own when a field is repeated. */ readonly id?: string
}) {
  const typed = useField(name, [value], { one: true, most: maxLength })
  const problem = problems[name] ?? typed.problem
  return (
    <Around id={id ?? typed.id} name={typed.name} label={label} hint={hint} problem={problem} optional={optional}>
      <textarea
        className="utrecht-textarea utrecht-textbox"
        id={id ?? typed.id}
        name={typed.name}
        rows={rows}
        defaultValue={typed.values[0]}
        aria-describedby={described(typed.name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </Around>
  )
}

/** A file; what was chosen before cannot be given back, a browser does not let us. */
export function FileField({
  name,
  label,
  hint,
  problems = none,
  optional,
  accept,
  several = false,
}: Base & { readonly accept?: string; readonly several?: boolean }) {
  const problem = problems[name]
  const typed = useField(name, [], { one: false })
  return (
    <Around name={typed.name} id={typed.id} label={label} hint={hint} problem={problem} optional={optional}>
      <input
        className="ld-file"
        id={typed.id}
        name={typed.name}
        type="file"
        accept={accept}
        multiple={several}
        aria-describedby={described(typed.name, hint, problem)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </Around>
  )
}

/** What goes with a form unseen, such as the state that was on the screen. */
export function Hidden({ name, value }: { name: string; value: string }) {
  const told = useUnseen(name, value)
  return told === undefined ? null : <input type="hidden" {...told} />
}
