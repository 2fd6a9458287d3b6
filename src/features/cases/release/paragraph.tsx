/** The paragraph for the council proposal. */
import type { Tx } from '../../../db/as.ts'
import type { CaseDocument } from '../../../model/document.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { notYet, page, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { caseNumber } from '../address.ts'
import { crumbs, type Props, type ReleaseDoors } from './doors.ts'

/** The paragraph for the council proposal. */
export function paragraphOf(document: CaseDocument): string {
  const fields = document.sections.flatMap((section) => section.fields)
  const texts = (prefix: string) =>
    fields
      .filter(({ id }) => id.startsWith(prefix))
      .map(({ title, blocks, omitted }) =>
        omitted
          ? `${title}: niet openbaar (${omitted.ground})`
          : blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join(' '),
      )
  const [flags, deviations] = [texts('flag-'), texts('deviation-')]
  return [
    `IT-toets (${document.number}). Uitkomst: ${document.outcome.toLowerCase()}, ${day('nl', document.decidedOn)}.`,
    document.advice === null ? '' : `Advies van Digitale Zaken: ${document.advice.toLowerCase()}.`,
    !document.sections.some(({ id }) => id === 'result')
      ? 'Er is geen volledige toets gedaan.'
      : flags.length === 0
        ? 'Er zijn geen rode vlaggen.'
        : `Rode vlaggen: ${flags.join(' ')}`,
    deviations.length === 0
      ? document.basis === 'advised'
        ? 'Het besluit wijkt nergens af van de adviezen.'
        : document.basis === 'declared'
          ? ''
          : 'Er zijn geen adviezen gevraagd.'
      : `Afwijkingen van de adviezen: ${deviations.join(' ')}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function ParagraphPage({ view, file, draft }: Props) {
  return (
    <DeskPage view={view} title="Alinea voor het voorstel" crumbs={crumbs(file)}>
      <p className="ld-kicker">
        {caseNumber(file.row)} {file.row.title}
      </p>
      <Heading level={1}>Alinea voor het voorstel</Heading>
      <Text lead>Kopieer deze tekst naar het college- of raadsvoorstel. Wat niet openbaar is, staat er niet in.</Text>
      <blockquote className="ld-comment">
        <p>{paragraphOf(draft.document)}</p>
      </blockquote>
    </DeskPage>
  )
}

export const paragraphRoutes = ({ onDraft }: ReleaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/alinea',
    may: 'case.read',
    answer: onDraft(({ view }, file, draft) =>
      file.decisions.length === 0 && file.row.state !== 'no-effect'
        ? notYet('De alinea is er als er een besluit of verklaring is.')
        : page(<ParagraphPage view={view} file={file} draft={draft} />),
    ),
  },
]
