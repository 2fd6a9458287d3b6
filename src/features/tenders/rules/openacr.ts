/** A report on accessibility in the open format of the US government (OpenACR): its levels, its age, and its text. */
import { stringify } from 'yaml'
import { dutchDay } from '../../../lib/dutch-time.ts'
import type { AcrLine, AcrMore, AcrReport, Bid } from '../../../model/tender.ts'
import { ACR_CHAPTERS, chapterOf } from './openacr-chapters.ts'

/** The catalogue that holds EN 301 549 with WCAG 2.2: what is older is marked, never refused. */
export const ACR_CATALOGUE = '2.5-edition-wcag-2.2-508-eu-en'
export const ACR_LEVELS = {
  supports: 'voldoet',
  'partially-supports': 'voldoet deels',
  'does-not-support': 'voldoet niet',
  'not-applicable': 'niet van toepassing',
  'not-evaluated': 'niet onderzocht',
} as const

/** The numbers in the name of a catalogue, by which one is older than another: its edition, and the WCAG in it. */
const ageOf = (catalogue: string): readonly number[] => {
  const [, edition, wcag] = /^(\d+(?:\.\d+)?)-edition.*wcag-(\d\.\d)(?!.*wcag-)/.exec(catalogue) ?? []
  return [Number(wcag ?? 0), Number(edition ?? 0)]
}
/** Whether a report was made with an older catalogue than the one that is known here, or one without a name. */
export function isOlder({ catalogue }: Pick<AcrReport, 'catalogue'>): boolean {
  const [wcag = 0, edition = 0] = ageOf(catalogue)
  const [nowWcag = 0, nowEdition = 0] = ageOf(ACR_CATALOGUE)
  return wcag < nowWcag || (wcag === nowWcag && edition < nowEdition)
}

/** The lines that say something: a format has room for those that do not. */
export const answeredIn = ({ lines }: AcrReport): readonly AcrLine[] => lines.filter(({ level }) => level !== '')

/** How many of its lines say each, in the order of `ACR_LEVELS`; others come last. */
export const countedIn = (report: AcrReport): ReadonlyMap<string, number> => {
  const count = new Map<string, number>(Object.keys(ACR_LEVELS).map((each) => [each, 0]))
  for (const line of answeredIn(report)) count.set(line.level, (count.get(line.level) ?? 0) + 1)
  return new Map([...count].filter(([, number]) => number > 0))
}

/** The lines by chapter, each in the chapter in which it stood. */
export function chaptersIn({ lines, more }: AcrReport) {
  // A report that was read before chapters were kept: where the criterion belongs.
  const own = Map.groupBy(lines, ({ chapter, criterion }) => chapter ?? chapterOf(criterion))
  const told = more?.chapters ?? []
  const known = [...told.map(({ id }) => id), ...Object.keys(ACR_CHAPTERS), ...own.keys()]
  return [...new Set(known)].flatMap((id) => {
    const [said, these] = [told.find((each) => each.id === id), own.get(id) ?? []]
    return said === undefined && these.length === 0
      ? []
      : [{ id, notes: said?.notes ?? '', disabled: said?.disabled ?? false, lines: these }]
  })
}

/** What is filled in; the format leaves out what is not. */
const filled = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).filter(([, said]) => said !== ''))

/** Who made it and whose product it is; a report that says neither is not given a name. */
const madeBy = ({ author, vendor }: AcrMore) => ({ ...(author ? { author } : {}), ...(vendor ? { vendor } : {}) })

/** The report of a bid as OpenACR writes it, so that it can go along to any program that reads it. */
export function acrText({ bidder, made }: Pick<Bid, 'bidder' | 'made'>, report: AcrReport): string {
  const { more } = report
  const { version, ...about } = more?.about ?? { report_date: report.date || dutchDay(made) }
  return stringify({
    title: report.title || `Toegankelijkheid van ${report.product}`,
    product: more ? filled(more.product) : { name: report.product },
    ...(more ? madeBy(more) : { author: { name: bidder, company_name: bidder, email: '' } }),
    ...about,
    ...(version === undefined ? {} : { version: /^\d{1,9}$/.test(version) ? Number(version) : version }),
    ...(more && more.related.length > 0 ? { related_openacrs: more.related } : {}),
    ...(more && report.catalogue === '' ? {} : { catalog: report.catalogue || ACR_CATALOGUE }),
    chapters: Object.fromEntries(
      chaptersIn(report).map(({ id, notes, disabled, lines }) => [
        id,
        {
          ...(notes === '' ? {} : { notes }),
          ...(disabled ? { disabled } : {}),
          criteria: [...Map.groupBy(lines, ({ criterion }) => criterion)].map(([num, these]) => ({
            num,
            components: these
              .filter(({ component, level, notes: said }) => [component, level, said].some((each) => each !== ''))
              .map(({ component, level, notes: said }) => ({ name: component, adherence: { level, notes: said } })),
          })),
        },
      ]),
    ),
  })
}
