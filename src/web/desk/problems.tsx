/** What is not right about a form, by field, and the summary on top of the page. */
import { Heading } from '../parts.tsx'

/** Messages by the name of the field they are about; the empty name is about the form as a whole. */
export type Problems = Readonly<Record<string, string>>
export const none: Problems = {}

/** What is wrong, on top, each with a link to its field. Nothing when nothing is wrong. */
export function ErrorSummary({
  problems,
  title = 'Controleer wat u heeft ingevuld',
}: {
  problems: Problems
  title?: string
}) {
  const list = Object.entries(problems)
  if (list.length === 0) return null
  return (
    // Who sent a form begins reading here, also without script.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div className="utrecht-alert utrecht-alert--error ld-errors" aria-labelledby="fouten" tabIndex={-1} autoFocus>
      <Heading level={2} id="fouten">
        {title}
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
