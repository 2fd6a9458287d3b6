/** What stands around every page before someone is in. */
import type { ReactNode } from 'react'
import { ErrorSummary, none, type Problems } from '../../../web/desk/form.tsx'
import { DoorPage } from '../../../web/desk/page.tsx'
import { Heading, Text } from '../../../web/parts.tsx'
import type { Look } from '../../../web/view.ts'

export type Door = { readonly look: Look; readonly city: string }

/** A page before sign-in, with its problems on top. */
export function Around({
  door,
  title,
  lead,
  problems = none,
  children,
}: {
  door: Door
  title: string
  lead?: ReactNode
  problems?: Problems
  children: ReactNode
}) {
  return (
    <DoorPage look={door.look} city={door.city} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        {lead === undefined ? null : <Text lead>{lead}</Text>}
      </div>
      <ErrorSummary problems={problems} />
      {children}
    </DoorPage>
  )
}
