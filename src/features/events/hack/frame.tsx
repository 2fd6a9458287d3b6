/** What the forms of a hack event share: a page with one form, and what was typed on it. */
import type { ReactNode } from 'react'
import { Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { hackCrumbs, hackPath, type HackHere } from './here.ts'

export type Shown = HackHere & { readonly problems?: Problems; readonly typed?: Readonly<Record<string, unknown>> }
type FrameProps = Shown & {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly button: string
  readonly files?: boolean
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** A page with one form, and the way back. */
export function Frame({
  view,
  event,
  problems = none,
  title,
  lead,
  action,
  button,
  files,
  above,
  children,
}: FrameProps) {
  return (
    <DeskPage view={view} title={title} crumbs={hackCrumbs(event)}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{lead}</Text>
      <ErrorSummary problems={problems} />
      {above}
      <Form view={view} action={hackPath(event, action)} files={files === true}>
        {children}
        <Buttons>
          <Button>{button}</Button>
          <Link to={hackPath(event)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
/** What was typed in a field, else what is kept. */
export const typedOf = (typed: Shown['typed'], name: string, else_: string): string =>
  typeof typed?.[name] === 'string' ? typed[name] : else_
