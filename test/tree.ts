/** Every source file of the project, and where today something stands that should not: these lists only shrink. */
import { readdirSync } from 'node:fs'

/** Files under these folders with these endings, by their path from the root. */
export function sources(folders: readonly string[], endings: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter((file) => endings.test(file))
    .toSorted()
}

/** Lines wider than 120 that nobody can break: what a machine reads whole. */
export const WIDE_FOR_GOOD: Readonly<Record<string, string>> = {
  'scripts/cookies-csv.mjs': 'one regular expression',
  'src/catalogue/lists.test.ts': 'a table and a file of it, as they come',
  'src/engine/probes/html.test.ts': 'HTML in which every space counts',
  'test/cvdr/answer.ts': 'XML as the repository sends it, without white space',
  'test/published.ts': 'a picture',
}

/** Files with wide lines that still have to be broken, and how many there are. */
export const WIDE: Readonly<Record<string, number>> = {
  'src/apps/commands/clock.ts': 1,
  'src/apps/commands/import.ts': 1,
  'src/db/migrate.ts': 1,
  'src/db/municipality.ts': 1,
  'src/engine/checks/privacy-statement-parts.test.ts': 1,
  'src/features/baseline/baseline.test.ts': 1,
  'src/features/baseline/city/overview.tsx': 1,
  'src/features/baseline/own/lines.tsx': 2,
  'src/features/cases/pages/list.test.ts': 1,
  'src/features/cases/release/council.test.ts': 2,
  'src/features/cases/release/council.ts': 3,
  'src/features/cases/store/ask.ts': 1,
  'src/features/forms/forms.test.ts': 1,
  'src/features/forms/page-migrate.tsx': 2,
  'src/features/forms/pages-list.tsx': 1,
  'src/features/forms/part-check.tsx': 1,
  'src/features/forms/part-result.tsx': 1,
  'src/features/organisations/shared-hosts.ts': 1,
  'src/features/people/doors.test.ts': 1,
  'src/features/people/sessions.test.ts': 1,
  'src/features/products/product-form.tsx': 2,
  'src/features/products/store.ts': 1,
  'src/features/publication/api.ts': 1,
  'src/features/publication/publish.test.ts': 1,
  'src/features/regulations/pages.tsx': 2,
  'src/features/regulations/registers.test.ts': 1,
  'src/model/roles.ts': 1,
  'src/web/desk/edit.tsx': 1,
  'src/web/desk/fare.tsx': 1,
  'src/web/desk/session-end.tsx': 1,
  'src/web/messages/nl.ts': 1,
  'src/web/odt.ts': 2,
  'test/city/thirdparties.ts': 1,
  'test/lists.ts': 1,
}

/** Files that are longer than 250 lines because they are a table of data, or frozen. */
export const LONG_FOR_GOOD: Readonly<Record<string, string>> = {
  'src/db/desk-tables.ts': 'the tables of the desk',
  'src/web/messages/nl.ts': 'the words of the site',
  'src/web/messages/en.ts': 'the words of the site',
}

/** Files that still have to be split, and their length. */
export const LONG: Readonly<Record<string, number>> = {
  'src/apps/commands/up.ts': 276,
  'src/features/publication/pages-toetsen.tsx': 382,
  'src/features/publication/publish.ts': 451,
  'src/features/regulations/pages.tsx': 443,
  'src/features/scans/queue.ts': 259,
  'src/web/parts.tsx': 251,
}

/** Files outside the stores that still hold SQL. */
export const SQL: readonly string[] = [
  'src/apps/clock/deliver.ts',
  'src/apps/clock/digest.ts',
  'src/apps/clock/escalate.ts',
  'src/apps/clock/forget.ts',
  'src/apps/clock/remind.ts',
  'src/apps/clock/retests.ts',
  'src/apps/commands/audit.ts',
  'src/apps/demo-baselines.ts',
  'src/apps/demo-desk.ts',
  'src/apps/demo.ts',
  'src/apps/publishing.ts',
  'src/features/organisations/pages.tsx',
  'src/features/people/pages-outbox.tsx',
  'src/features/people/sessions.ts',
  'src/features/publication/current.ts',
  'src/features/publication/last.ts',
  'src/features/publication/publish.ts',
  'src/features/regulations/fetches.ts',
  'src/features/scans/judgements.ts',
  'src/features/scans/progress.ts',
  'src/features/scans/queue.ts',
  'src/features/scans/verdicts.ts',
  'src/features/trail/subjects.ts',
]
