/** Reading a file into a register: choose it, see what it would do, and carry it out. */
import type { Register } from '../model/register.ts'
import { Button, Buttons, ErrorSummary, FileField, Form, none, type Problems } from '../web/desk/form.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import type { DeskView } from '../web/desk/route.ts'
import { number } from '../web/language.ts'
import { Details, Heading, Link, List, Section, Text } from '../web/parts.tsx'
import { crumbsTo, exportPlace, importPlace } from './here.ts'
import { TrialRun, type Trial } from './import-trial.tsx'
import { headingsOf } from './table.ts'

/** What the page begins with: nothing was done yet, or a part of the file was. */
function leadOf(trial: Trial | undefined): string {
  if (!trial) return 'U ziet eerst wat er zou veranderen. Daarna beslist u.'
  if (trial.done === 0) return 'Dit is een proef. Er is nog niets veranderd.'
  const read = trial.done === 1 ? '1 rij is' : `${number('nl', trial.done)} rijen zijn`
  return `${read} ingelezen. Hieronder staat wat overbleef.`
}

/** The page, with the trial run when there is one. */
export function ImportPage({
  view,
  register,
  problems = none,
  trial,
}: {
  view: DeskView
  register: Register
  problems?: Problems
  trial?: Trial | undefined
}) {
  return (
    <DeskPage view={view} title="Lees een bestand in" crumbs={crumbsTo(register)} wide={trial !== undefined}>
      <div className="ld-opening">
        <Heading level={1}>Lees een bestand in: {register.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{leadOf(trial)}</Text>
      </div>
      {trial ? <TrialRun {...{ view, register, problems, trial }} /> : <Choose {...{ view, register, problems }} />}
    </DeskPage>
  )
}

function Choose({ view, register, problems }: { view: DeskView; register: Register; problems: Problems }) {
  return (
    <>
      <Section id="bestand" title="Kies een bestand">
        <Form view={view} action={importPlace(register)} files>
          <FileField
            name="bestand"
            label="Bestand"
            hint="ODS of CSV, hoogstens 10 MB en 20.000 rijen. Excel kan een bestand opslaan als ODS."
            accept=".ods,.csv,text/csv,application/vnd.oasis.opendocument.spreadsheet"
            problems={problems}
          />
          <Buttons>
            <Button>Bekijk wat er verandert</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="hoe" title="Hoe ziet het bestand eruit?">
        <Text>
          Download het register als <Link to={exportPlace(register, 'ods')}>rekenblad (ODS)</Link> of als{' '}
          <Link to={exportPlace(register, 'csv')}>CSV</Link>. Wat u downloadt, kunt u ook weer inlezen.
        </Text>
        <List
          items={[
            'Een rij met een nummer wijzigt wat er al staat. Een rij zonder nummer is nieuw.',
            'Een kolom die er niet is, blijft zoals hij was. Een lege cel maakt het veld leeg.',
            'Een verwijzing schrijft u als nummer en titel, zoals “12 Camera Markt”. Zijn het er meer? Zet elke ' +
              'verwijzing op een eigen regel in de cel.',
            'Een rij met een fout wordt niet ingelezen. U ziet per rij wat er niet klopt.',
          ].map((body) => ({ key: body, body }))}
        />
        <Details summary="Alle kolommen">
          <List
            items={Object.entries<readonly string[]>(headingsOf(register)).map(([id, [heading]]) => ({
              key: id,
              body: heading,
            }))}
          />
        </Details>
      </Section>
    </>
  )
}
