/** What a link of a public entry says: what it leads to, and how many of them are not public. */
import type { ReactNode } from 'react'
import type { Field, Values } from '../../model/register.ts'
import type { Names } from '../../registers/values.ts'
import { Link } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Linked, LinkedEntry } from './links-store.ts'
import { says } from './messages.ts'

/** A line for each; none when there is nothing that may be said. */
export function linkLines(view: View, field: Field, { values, links, closed }: LinkedEntry): readonly ReactNode[] {
  const ids = (values[field.id] ?? []) as readonly string[]
  const count = closed[field.id] ?? 0
  return [
    ...ids.map((id) => {
      const { name, english, path } = links.get(id)!
      const [text, lang] = view.lang === 'nl' ? [name] : english === undefined ? [name, 'nl'] : [english]
      return path === undefined ? (
        <span key={id} lang={lang}>
          {text}
        </span>
      ) : (
        <Link key={id} to={href(view, path)}>
          {lang === undefined ? text : <span lang={lang}>{text}</span>}
        </Link>
      )
    }),
    ...(count === 0 ? [] : [says(view.lang).closed(count)]),
  ]
}

/** What the links of a field are called in a file, by id. */
export function namesIn({ values, links }: Linked<{ readonly values: Values }>, field: Field): Names {
  const ids = field.kind === 'link' ? ((values[field.id] ?? []) as readonly string[]) : []
  return new Map(ids.map((id) => [id, links.get(id)!.name]))
}
