/** Every source file of the project, and where a rule of its form does not hold, with the reason. */
import { readdirSync } from 'node:fs'

/** Files under these folders with these endings, by their path from the root. */
export function sources(folders: readonly string[], endings: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter((file) => endings.test(file) && !file.includes('/node_modules/'))
    .toSorted()
}

/** Lines wider than 120 that nobody can break: what a machine reads whole. */
export const WIDE: Readonly<Record<string, string>> = {
  'scripts/cookies-csv.mjs': 'one regular expression',
  'src/catalogue/lists.test.ts': 'a table and a file of it, as they come',
  'src/engine/reading/html.test.ts': 'HTML in which every space counts',
  'src/engine/probes/consent/consent.test.ts': 'pages with their scripts, one a line',
  'src/engine/probes/page/page-reader.test.ts': 'HTML as a page has it',
  'src/engine/probes/consent/test-banners.ts': 'a table of questions for consent, as pages have them',
  'src/engine/probes/use/use.test.ts': 'pages with their styles and scripts, one a line',
  'src/engine/probes/watch/watch.test.ts': 'pages with their scripts, one a line',
  'test/cvdr/answer.ts': 'XML as the repository sends it, without white space',
}

/** Files that are longer than 250 lines because they are a table of data, or frozen. */
export const LONG: Readonly<Record<string, string>> = {
  'src/engine/checks/all.ts': 'a table of checks: a line a check',
  'src/db/migrate.ts': 'a table of data: a line a migration',
  'src/db/owners.ts': 'a table of data: a line a table',
  'src/db/tables.ts': 'made from the database',
  'src/engine/probes/consent/test-banners.ts': 'a table of data: questions for consent as pages have them',
  'src/demo/help-data.ts': 'a table of data: what the demo city offers',
  'src/vocabulary/act.ts': 'a table of data: a line an act',
}

/** Outside the stores and src/db SQL stands here, and why. */
export const SQL: Readonly<Record<string, string>> = {
  'src/apps/clock/': 'sends the mail of the outbox',
  'src/demo/baselines.ts': 'fills the demo city with what took months',
  'src/demo/desk.ts': 'fills the demo city with what took months',
  'src/apps/commands/audit.ts': 'writes the whole trail to a file, of all municipalities',
}

/** Read what was sent field by field, and not by a schema of `web/desk/schema.ts`; why. */
export const BY_HAND: Readonly<Record<string, string>> = {
  'src/registers/sent.ts': 'the fields of a register stand in its file, and so does what they may hold',
  'src/registers/dates/routes.tsx': 'which date is meant: read from an address and from a form alike',
  'src/registers/routes-import.tsx': 'a file of rows, weighed row by row',
  'src/features/findings/routes.tsx': 'a file of rows, weighed row by row',
  'src/features/findings/routes-one.tsx': 'one such row, weighed as those of a file are',
  'src/features/forms/act-answer.ts': 'the question and its options stand in a questionnaire',
  'src/features/covenants/sign/acts.ts': 'outside the desk, where a form has a way of its own to come back',
  'src/features/covenants/sign/act-step.ts': 'outside the desk, as above',
  'src/features/covenants/sign/act-verdict.ts': 'a door in two languages, as acts.ts',
  'src/features/covenants/sign/answering.ts': 'outside the desk, as above',
  'src/public/signed/door.tsx': 'a file and a hash, held against what is there and never kept',
  'src/features/courses/doors.tsx': 'outside the desk, as those of a report',
  'src/features/events/doors.tsx': 'outside the desk, as those of a report',
  'src/features/reports/doors.tsx': 'outside the desk, where a form has a way of its own to come back',
  'src/features/covenants/publish/follow-doors.tsx': 'outside the desk, as above',
  'src/features/covenants/publish/remark-doors.tsx': 'outside the desk, as above',
  'src/features/practices/doors.tsx': 'outside the desk, as those of a report',
  'src/features/ratings/doors.tsx': 'outside the desk, as those of a report',
  'src/features/requests/compose.ts': 'the fields of a kind of request stand in its file',
  'src/features/requests/doors-follow.tsx': 'outside the desk, as those of a report',
  'src/features/requests/doors-new.tsx': 'outside the desk, as above',
  'src/features/exercises/routes-run.tsx': 'the roles of an exercise stand in its scenario',
  'src/features/requests/routes-type.tsx': 'the fields of a kind of request stand in its file',
  'src/features/streets/doors.tsx': 'outside the desk, where a form has a way of its own to come back',
  'src/features/streets/form-inspection.tsx': 'the questions and their options stand in a questionnaire',
  'src/features/streets/page-paper.tsx': 'the questions and their options stand in a questionnaire',
  'src/features/streets/routes-phone.tsx': 'the questions and their options stand in a questionnaire',
  'src/features/streets/routes-file.tsx': 'a file that a phone saved, which has a schema of its own',
  'src/features/streets/page-decide.tsx': 'what is asked depends on where two inspectors differ',
  'src/features/tenders/bidder/fields.ts': 'a field a requirement, outside the desk',
  'src/features/lessons/doors-check.tsx': 'outside the desk, as those of a report',
  'src/features/lessons/doors-code.tsx': 'outside the desk, as those of a report',
  'src/features/lessons/doors-proof.tsx': 'outside the desk, as those of a report',
  'src/features/lessons/sending.ts': 'outside the desk, as those of a report',
  'src/features/tenders/doors.tsx': 'outside the desk, as those of a report',
  'src/features/people/doors/shell.tsx': 'outside the desk, where a form has a way of its own to come back',
}
