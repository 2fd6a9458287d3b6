/** The page of the paragraph for the council proposal. */
import type { Tx } from '../../../db/as.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type Route } from '../../../web/desk/route.ts'
import { Heading, Notice, Text } from '../../../web/parts.tsx'
import { caseNumber } from '../address.ts'
import { isDraft, paragraphOf } from './council.ts'
import { crumbs, type Props, type ReleaseDoors } from './doors.ts'

function ParagraphPage({ view, file, lines }: Omit<Props, 'draft'> & { lines: readonly string[] }) {
  return (
    <DeskPage view={view} title="Alinea voor het voorstel" crumbs={crumbs(file)}>
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>Alinea voor het voorstel</Heading>
      <Text lead>Kopieer deze tekst naar het college- of raadsvoorstel. Wat niet openbaar is, staat er niet in.</Text>
      {isDraft(file) ? (
        <Notice title="Dit is een tussenstand">
          <Text>Er is nog niet besloten. Kopieer de tekst opnieuw als er iets verandert.</Text>
        </Notice>
      ) : null}
      <blockquote className="ld-copytext">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
    </DeskPage>
  )
}

export const paragraphRoutes = ({ onDraft }: ReleaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/alinea',
    may: 'case.read',
    answer: onDraft(({ view, today }, file, { outcomes, omissions, versions }) => {
      const omitted = new Set(omissions.map(({ field }) => field))
      const lines = paragraphOf(file, { outcomes, omitted, today, isPublic: versions.length > 0 })
      return page(<ParagraphPage view={view} file={file} lines={lines} />)
    }),
  },
]
