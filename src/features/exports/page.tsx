/** Mijn bestanden. */
import { number, moment } from '../../web/language.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { MOST, type Export } from './store.ts'

const KIB = 1024
const sizeOf = (bytes: number): string =>
  bytes < KIB * KIB ? `${number('nl', Math.ceil(bytes / KIB))} kB` : `${number('nl', Math.ceil(bytes / KIB ** 2))} MB`

/** How far it is, in one or two sentences. */
function told({ endedAt, problem, busy, progress, trouble, until, size }: Export): string {
  if (problem !== null) return `Dit bestand is er niet gekomen. ${problem}`
  if (endedAt !== null && size !== null) return `Klaar, ${sizeOf(size)}. Het staat hier tot ${moment('nl', until)}.`
  if (busy) return `Wij maken dit bestand nu${progress === null ? '' : `: ${progress}`}.`
  return trouble === null
    ? 'Dit bestand staat in de rij en begint vanzelf. Duurt dat langer dan tien minuten? Vraag het uw beheerder.'
    : `Het maken lukte nog niet: ${trouble}. Wij proberen het vanzelf opnieuw.`
}

function File({ view, file }: { view: DeskView; file: Export }) {
  return (
    // No landmark: the same file can have been asked for twice.
    <div className="ld-section">
      <Heading level={2}>{file.title}</Heading>
      <Text>{told(file)}</Text>
      <p className="ld-quiet">Gevraagd op {moment('nl', file.askedAt)}</p>
      {file.size === null ? null : (
        <Text>
          <Link to={`/balie/mijn-bestanden/${file.id}`}>Download {file.title}</Link>
        </Text>
      )}
      <Form view={view} action={`/balie/mijn-bestanden/${file.id}/weg`}>
        <Buttons>
          <Button kind="secondary">{file.endedAt === null ? 'Niet meer maken' : 'Verwijderen'}</Button>
        </Buttons>
      </Form>
    </div>
  )
}

/** All files of one person, newest first. */
export function FilesPage({ view, files, days }: { view: DeskView; files: readonly Export[]; days: string }) {
  const open = files.some(({ endedAt }) => endedAt === null)
  return (
    <DeskPage view={view} title="Mijn bestanden">
      <div className="ld-opening">
        <Heading level={1}>Mijn bestanden</Heading>
        <Text lead>Grote bestanden maken wij op de achtergrond. Ze staan hier {days} klaar, alleen voor u.</Text>
        <Text>U kunt er {MOST} tegelijk hebben.</Text>
        {open ? (
          <Text>
            <Link to="/balie/mijn-bestanden">Kijk hoe ver het is</Link>
          </Text>
        ) : null}
      </div>
      {files.length === 0 ? <Text>Er staat nu niets klaar.</Text> : null}
      {files.map((file) => (
        <File key={file.id} view={view} file={file} />
      ))}
    </DeskPage>
  )
}
