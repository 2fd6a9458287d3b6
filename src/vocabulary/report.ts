/** The words of reports by readers: what they are about, how they end, who may answer. */

/** `error`: something public is not right. `owner`: a message for whose it is. */
export type ReportKind = 'error' | 'owner'

/** How a report ended, in the words of the desk. `outside` is told to the reporter alone. */
export const REPORT_OUTCOMES = {
  corrected: 'Verbeterd',
  kept: 'Niet aangepast, met de reden',
  'passed-on': 'Doorgegeven aan wie erover gaat',
  outside: 'Geen melding over deze pagina',
} as const
export type ReportOutcome = keyof typeof REPORT_OUTCOMES
/** `asked`: it waits for the reporter. */
export type ReportState = 'open' | 'asked' | ReportOutcome
/** How it is told of on the page that it is about. */
export type ToldReport = 'open' | Exclude<ReportOutcome, 'outside'>

/**
 * Whose list a report comes on first, by the begin of its page; whoever is named for that page, or takes it, has it on
 * the own list. Of a register it is who keeps that. Every noun stands here, so that a new one is thought of.
 */
export const WHOSE = {
  '/': 'policy-officer',
  '/organisaties': 'account-manager',
  '/convenanten': 'policy-officer',
  '/landschap': 'account-manager',
  '/groepen': 'account-manager',
  '/normen': 'policy-officer',
  '/zo-doet-u-het': 'policy-officer',
  '/toetsen': 'publisher',
  '/besluiten': 'publisher',
  '/zo-werkt-de-it-toets': 'policy-officer',
  '/straten': 'account-manager',
  '/badges': 'account-manager',
  '/aanbestedingen': 'policy-officer',
  '/leren': 'policy-officer',
  '/samen': 'policy-officer',
  '/registers': 'policy-officer',
  '/oordelen': 'policy-officer',
  '/rechten': 'policy-officer',
  '/zwakke-plekken': 'policy-officer',
  '/zoeken': 'policy-officer',
  '/methode': 'policy-officer',
  '/open-data': 'policy-officer',
  '/uitleg': 'policy-officer',
  '/privacy': 'policy-officer',
  '/toegankelijkheid': 'policy-officer',
} as const
/** The role that answers a report about a public path; who keeps a register, that register says (`keptAt`). */
export const roleOfReport = (path: string): (typeof WHOSE)[keyof typeof WHOSE] =>
  Object.entries(WHOSE).find(([begin]) => path === begin || (begin !== '/' && path.startsWith(`${begin}/`)))?.[1] ??
  'policy-officer'

/** Characters of what somebody writes, of which part it is, and of a name. */
export const LONGEST_REPORT = 4_000
export const LONGEST_PART = 200
/** Reports that a municipality takes in a day, and that wait at one time: who comes after is asked to mail or call. */
export const REPORTS_A_DAY = 300
export const MOST_OPEN_REPORTS = 2_000

/** The record that a page shows, whichever version of it; its path is what reports are counted by. */
export const recordOf = (path: string): string => path.replace(/(?<=.)\/versie\/\d+$/, '')
