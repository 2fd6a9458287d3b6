/**
 * “Alle antwoorden”: everything that was answered in a case on one page, to read, to print and to take along as PDF.
 */
import type { Tx } from '../../../db/as.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { missing, page, type DeskView, type Making, type Reply, type Route } from '../../../web/desk/route.ts'
import { day, todayIn } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { paper } from '../../../web/paper.tsx'
import { caseNumber, pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import type { ReleaseDeps } from '../release/doors.ts'
import { answeredForms } from '../store/answers.ts'
import { AnswersOf, type AllAnswers } from './answers-part.tsx'

function AnswersPage({ view, ...all }: AllAnswers & { view: DeskView }) {
  const { row } = all.file
  return (
    <DeskPage
      view={view}
      title={`Alle antwoorden: ${row.title}`}
      wide
      crumbs={[
        { name: 'Zaken', to: '/balie/zaken' },
        { name: row.title, to: pathOf(row) },
      ]}
    >
      <p className="ld-kicker">
        {caseNumber(row)} {row.title}
      </p>
      <Heading level={1}>Alle antwoorden</Heading>
      <Text lead>Elk antwoord staat hier met de toelichting, het bewijs en wat er van buitenaf is gemeten.</Text>
      <p className="ld-noprint">
        <Link to={`${pathOf(row)}/antwoorden/pdf`}>Alle antwoorden downloaden (PDF)</Link>
      </p>
      <AnswersOf {...all} />
    </DeskPage>
  )
}

/** Printing starts a browser: no more than this many at the same time; who comes after leaves it to a worker. */
const AT_ONCE = 2

export function answersRoutes({ onCase, fileOf, catalogue }: CaseDoors, { print }: ReleaseDeps): readonly Route<Tx>[] {
  const titles = new Map(
    catalogue.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl] as const)),
  )
  let printing = 0
  const printed = async (making: Making<Tx>): Promise<Reply> => {
    const { tx, municipality, today } = making
    const file = await fileOf(making)
    if (!file) return missing
    const { row } = file
    const answered = await answeredForms(tx, municipality.id, row)
    const html = paper(
      `${caseNumber(row)} Alle antwoorden`,
      <>
        <p>
          {municipality.name}, IT-toets {caseNumber(row)}, stand op {day('nl', today)}
        </p>
        <h1>Alle antwoorden: {row.title}</h1>
        <AnswersOf file={file} {...answered} titles={titles} today={today} paper />
      </>,
    )
    return {
      kind: 'file',
      name: `${caseNumber(row)}-alle-antwoorden-${todayIn()}.pdf`,
      media: 'application/pdf',
      body: await print(html, `${municipality.name}, IT-toets ${caseNumber(row)}, alle antwoorden`),
    }
  }
  return [
    {
      method: 'GET',
      path: '/zaken/:case/antwoorden',
      may: 'case.read',
      answer: onCase(async ({ tx, municipality, view, today }, file) =>
        page(
          <AnswersPage
            view={view}
            file={file}
            {...await answeredForms(tx, municipality.id, file.row)}
            titles={titles}
            today={today}
          />,
        ),
      ),
    },
    {
      method: 'GET',
      path: '/zaken/:case/antwoorden/pdf',
      may: 'case.read',
      answer: onCase(async (asked, { row }) => {
        if (printing >= AT_ONCE) return { kind: 'later', title: `Alle antwoorden van ${caseNumber(row)} (PDF)` }
        printing++
        return printed(asked).finally(() => printing--)
      }),
      later: printed,
    },
  ]
}
