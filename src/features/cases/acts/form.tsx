/** The frame of every form with which somebody acts in a case. */
import type { ReactNode } from 'react'
import { ErrorSummary, none, type Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView, Sent } from '../../../web/desk/route.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { caseNumber, pathOf } from '../address.ts'
import type { Case } from '../store/rows.ts'

export type Base = {
  readonly view: DeskView
  readonly file: Case
  readonly problems?: Problems
  /** What was typed. */ readonly typed?: Sent
}
export { said } from '../../../web/desk/said.ts'

export function Act({
  view,
  file,
  title,
  lead,
  problems = none,
  aside,
  pen = 'het formulier',
  oneForm = false,
  children,
}: Base & {
  title: string
  oneForm?: boolean
  lead?: ReactNode
  aside?: ReactNode
  /** What is written beside the file, for the link that leads past the file: "uw advies". */ pen?: string
  children: ReactNode
}) {
  return (
    <DeskPage
      oneForm={oneForm}
      view={view}
      title={title}
      crumbs={[
        { name: 'Zaken', to: '/balie/zaken' },
        { name: file.row.title, to: pathOf(file.row) },
      ]}
      wide={aside !== undefined}
    >
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>{title}</Heading>
      {lead === undefined ? null : <Text lead>{lead}</Text>}
      <ErrorSummary problems={problems} />
      {aside === undefined ? (
        children
      ) : (
        // The file comes before the signature: also to a screen reader, and on a phone.
        <>
          <a className="nl-link ld-past-file" href="#formulier">
            Naar {pen}
          </a>
          <div className="ld-side-by-side">
            {/* It scrolls beside the form, so a keyboard must be able to (WCAG 2.1.1). */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <aside aria-label="Het dossier" className="ld-dossier" tabIndex={0}>
              {aside}
            </aside>
            <div id="formulier" className="ld-side-by-side__form" tabIndex={-1}>
              {children}
            </div>
          </div>
        </>
      )}
    </DeskPage>
  )
}
