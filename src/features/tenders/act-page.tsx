/** A page with one act at a tender: what it does, its fields and its button. */
import type { ReactNode } from 'react'
import { Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage, type Trail } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'

type Props = {
  readonly view: DeskView
  readonly title: string
  readonly lead: string
  readonly crumbs: Trail
  readonly action: string
  readonly button: string
  /** What cannot be taken back. */
  readonly warning?: string
  readonly problems?: Problems
  readonly files?: boolean
  /** Shown above the form. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

export function ActPage({
  view,
  title,
  lead,
  crumbs,
  action,
  button,
  warning,
  problems = none,
  files = false,
  before,
  children,
}: Props) {
  return (
    <DeskPage view={view} title={title} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{lead}</Text>
      </div>
      <ErrorSummary problems={problems} />
      {before}
      <Form view={view} action={action} files={files}>
        {children}
        {warning === undefined ? null : <Text>{warning}</Text>}
        <Buttons>
          <Button>{button}</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
