/** Reads and writes a report on accessibility in the open format of the US government (OpenACR), within bounds. */
import { isMap, isScalar, parseDocument, stringify, visit } from 'yaml'
import { z } from 'zod'
import type { AcrLine, AcrReport, Bid } from '../../../model/tender.ts'

export const MOST_ACR = 1024 * 1024
const MOST_LINES = 2_000
/** The catalogue that holds EN 301 549 with WCAG 2.2: what is older is marked, never refused. */
export const ACR_CATALOGUE = '2.5-edition-wcag-2.2-508-eu-en'
export const ACR_LEVELS = {
  supports: 'voldoet',
  'partially-supports': 'voldoet deels',
  'does-not-support': 'voldoet niet',
  'not-applicable': 'niet van toepassing',
  'not-evaluated': 'niet onderzocht',
} as const

const word = z.union([z.string(), z.number()]).transform(String).pipe(z.string().max(8_000))
const level = z.preprocess((said) => said ?? '', word)
const File = z.object({
  title: word.default(''),
  product: z.object({ name: word, version: word.default('') }),
  catalog: word.default(''),
  report_date: word.default(''),
  last_modified_date: word.default(''),
  chapters: z.record(
    z.string(),
    z
      .object({
        criteria: z
          .array(
            z.object({
              num: word,
              components: z
                .array(
                  z.object({
                    name: word.default(''),
                    adherence: z.object({ level: level.default(''), notes: level.default('') }).nullish(),
                  }),
                )
                .nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  ),
})

export type ReadAcr =
  | { readonly report: AcrReport; readonly problem: undefined }
  | { readonly report: undefined; readonly problem: 'too-large' | 'no-yaml' | 'no-report' }

/** The report in this text, or why not. It never throws. */
export function readAcr(text: string): ReadAcr {
  const no = (problem: 'too-large' | 'no-yaml' | 'no-report'): ReadAcr => ({ report: undefined, problem })
  if (text.length > MOST_ACR) return no('too-large')
  let said: unknown
  try {
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true })
    if (document.errors.length > 0 || !isMap(document.contents)) return no('no-yaml')
    let deep = false
    visit(document, { Node: (_, __, path) => ((deep ||= path.length > 40), deep ? visit.BREAK : undefined) })
    if (deep) return no('no-yaml')
    // A date stays the text it is.
    visit(document, {
      Scalar: (_, node) => void (isScalar(node) && node.value instanceof Date && (node.value = node.source)),
    })
    said = document.toJS({ maxAliasCount: 20 })
  } catch {
    return no('no-yaml') // too deep, or aliases that grow
  }
  const read = File.safeParse(said)
  if (!read.success) return no('no-report')
  const { title, product, catalog, report_date, last_modified_date, chapters } = read.data
  const lines = Object.values(chapters).flatMap((chapter) =>
    (chapter?.criteria ?? []).flatMap(({ num, components }) =>
      (components ?? []).map(({ name, adherence }): AcrLine => ({
        criterion: num.slice(0, 20),
        component: name.slice(0, 100),
        level: (adherence?.level ?? '').slice(0, 40),
        notes: (adherence?.notes ?? '').slice(0, 2_000),
      })),
    ),
  )
  const answered = lines.filter((line) => line.level !== '')
  if (answered.length === 0 || answered.length > MOST_LINES) return no('no-report')
  return {
    problem: undefined,
    report: {
      title: title.slice(0, 300),
      product: [product.name, product.version].join(' ').trim().slice(0, 300),
      catalogue: catalog.slice(0, 100),
      date: (last_modified_date || report_date).slice(0, 40),
      lines: answered,
    },
  }
}

/** The numbers in the name of a catalogue, by which one is older than another: its edition, and the WCAG in it. */
const ageOf = (catalogue: string): readonly number[] => {
  const [, edition, wcag] = /^(\d+(?:\.\d+)?)-edition.*wcag-(\d\.\d)(?!.*wcag-)/.exec(catalogue) ?? []
  return [Number(wcag ?? 0), Number(edition ?? 0)]
}
/** Whether a report was made with an older catalogue than the one that is known here, or one without a name. */
export function isOlder({ catalogue }: AcrReport): boolean {
  const [wcag = 0, edition = 0] = ageOf(catalogue)
  const [nowWcag = 0, nowEdition = 0] = ageOf(ACR_CATALOGUE)
  return wcag < nowWcag || (wcag === nowWcag && edition < nowEdition)
}

/** How many of its lines say each, in the order of `ACR_LEVELS`; others come last. */
export const countedIn = ({ lines }: AcrReport): ReadonlyMap<string, number> => {
  const count = new Map<string, number>(Object.keys(ACR_LEVELS).map((each) => [each, 0]))
  for (const line of lines) count.set(line.level, (count.get(line.level) ?? 0) + 1)
  return new Map([...count].filter(([, number]) => number > 0))
}

/** The chapter of EN 301 549 and WCAG in which a criterion stands, by its number. */
const chapterOf = (num: string): string =>
  /^[1-4]\.\d\.\d/.test(num) ? 'success_criteria_level_aa' : 'functional_performance_criteria'

/** The report of a bid as OpenACR writes it, so that it can go along to any program that reads it. */
export function acrText({ bidder, made }: Pick<Bid, 'bidder' | 'made'>, report: AcrReport): string {
  const chapters = Map.groupBy(report.lines, ({ criterion }) => chapterOf(criterion))
  return stringify({
    title: report.title || `Toegankelijkheid van ${report.product}`,
    product: { name: report.product },
    author: { name: bidder, company_name: bidder },
    vendor: { company_name: bidder },
    report_date: report.date || made.slice(0, 10),
    catalog: report.catalogue || ACR_CATALOGUE,
    chapters: Object.fromEntries(
      [...chapters].map(([id, lines]) => [
        id,
        {
          criteria: [...Map.groupBy(lines, ({ criterion }) => criterion)].map(([num, these]) => ({
            num,
            components: these.map(({ component, level: said, notes }) => ({
              name: component,
              adherence: { level: said, notes },
            })),
          })),
        },
      ]),
    ),
  })
}
