/** Every source file of the project, and where today something stands that should not: these lists only shrink. */
import { readdirSync } from 'node:fs'

/** Files under these folders with these endings, by their path from the root. */
export function sources(folders: readonly string[], endings: RegExp): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter((file) => endings.test(file) && !file.includes('/node_modules/'))
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
export const WIDE: Readonly<Record<string, number>> = {}

/** Files that are longer than 250 lines because they are a table of data, or frozen. */
export const LONG_FOR_GOOD: Readonly<Record<string, string>> = {
  'src/db/desk-tables.ts': 'the tables of the desk',
  'src/web/messages/nl.ts': 'the words of the site',
  'src/web/messages/en.ts': 'the words of the site',
}

/** Files that still have to be split, and their length. */
export const LONG: Readonly<Record<string, number>> = {}

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
  'src/features/regulations/fetches.ts',
  'src/features/scans/judgements.ts',
  'src/features/scans/progress.ts',
  'src/features/scans/queue.ts',
  'src/features/scans/verdicts.ts',
  'src/features/trail/subjects.ts',
]
