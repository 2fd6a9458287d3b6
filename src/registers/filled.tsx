/** What is filled in of an entry, in the parts of its form. */
import type { ReactNode } from 'react'
import type { Field, Register } from '../model/register.ts'
import { Section } from '../web/parts.tsx'

export type FilledPart = {
  /** The first part has none. */
  readonly heading: Field['section']
  readonly fields: readonly Field[]
}

/** The fields that are shown, under the headings of the form; parts of which nothing is shown are not there. */
export function filledParts({ fields }: Register, isShown: (field: Field) => boolean): readonly FilledPart[] {
  const parts: { heading: Field['section']; fields: Field[] }[] = [{ heading: undefined, fields: [] }]
  for (const field of fields) {
    if (field.section) parts.push({ heading: field.section, fields: [] })
    if (isShown(field)) parts.at(-1)!.fields.push(field)
  }
  return parts.filter((part) => part.fields.length > 0)
}

/** One part under its heading; the first has none. */
export const Part = ({ id, title, children }: { id: string; title: string | undefined; children: ReactNode }) =>
  title === undefined ? (
    children
  ) : (
    <Section id={id} title={title} wide>
      {children}
    </Section>
  )
