/** The IT-toetsen of a regulation or a product. */
import { Link, Section, Text } from '../parts.tsx'

/** `about`: what stands beside the title, or nothing. */
export function TestsOf({
  cases,
}: {
  cases: readonly { readonly id: string; readonly title: string; readonly about: string }[]
}) {
  return (
    <Section id="toetsen" title="IT-toetsen">
      {cases.length === 0 ? (
        <Text>Er is nog geen toets begonnen.</Text>
      ) : (
        <ul className="ld-tasks">
          {cases.map(({ id, title, about }) => (
            <li key={id}>
              <Link to={`/balie/zaken/${id}`}>{title}</Link>
              <span className="ld-quiet">{about}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
