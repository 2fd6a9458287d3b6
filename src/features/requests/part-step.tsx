/** One thing that can be done with a request, folded away, with its own form and what is not right about it. */
import type { ReactNode } from 'react'
import type { RequestKind } from '../../model/request.ts'
import { Button, Buttons, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { Details } from '../../web/parts.tsx'
import type { RequestProps } from './request-props.ts'

export type Props = RequestProps & { readonly kind: RequestKind }

type PartProps = {
  readonly props: RequestProps
  readonly path: string
  readonly title: string
  readonly open?: boolean
  readonly button: string
  readonly children?: ReactNode
}
export function Part({ props: { view, request, steps, came }, path, title, open, button, children }: PartProps) {
  return (
    <Details summary={title} open={open === true || came.part?.path === path}>
      <Form view={view} action={`/balie/verzoeken/${request.id}/${path}`}>
        <Hidden name={`stap-${path}`} value={String(steps.at(-1)?.no ?? 0)} />
        {children}
        <Buttons>
          <Button kind="secondary">{button}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

/** What is not right about a part of which nothing but its fields came back. */
export const problemsAt = ({ came: { part } }: Props, path: string): Problems =>
  part?.path === path ? part.problems : none
