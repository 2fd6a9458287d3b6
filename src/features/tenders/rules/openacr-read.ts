/**
 * Reads a report on accessibility in the open format of the US government (OpenACR), within bounds, whole: nothing is
 * cut, and what the format does not know is told by its place. Pure.
 */
import { isScalar, visit } from 'yaml'
import { strangeYaml } from '../../../lib/strange-yaml.ts'
import type { AcrContact, AcrLine, AcrMore, AcrReport } from '../../../model/tender.ts'

export const MOST_ACR = 1024 * 1024
export const [MOST_LINES, MOST_CHAPTERS] = [2_000, 200]
/** Characters of a number, a name, a level, one line of text, and of what somebody explains. */
export const ACR_LONGEST = { criterion: 20, component: 100, level: 40, line: 300, notes: 20_000 } as const
/** Places of what was not taken over that are told. */
export const MOST_LEFT = 50

export const CONTACT = ['name', 'company_name', 'address', 'email', 'phone', 'website'] as const
/** What a report says of itself in words, by the name in the format. */
export const ABOUT = {
  report_date: ACR_LONGEST.component,
  last_modified_date: ACR_LONGEST.component,
  version: ACR_LONGEST.component,
  license: ACR_LONGEST.line,
  repository: ACR_LONGEST.notes,
  feedback: ACR_LONGEST.notes,
  notes: ACR_LONGEST.notes,
  evaluation_methods_used: ACR_LONGEST.notes,
  legal_disclaimer: ACR_LONGEST.notes,
} as const

/** `at`: where in the file something is longer than there is room for. */
export type ReadAcr =
  | { readonly report: AcrReport; readonly problem: undefined }
  | { readonly report: undefined; readonly problem: 'too-large' | 'no-yaml' | 'no-report' | 'too-many' }
  | {
      readonly report: undefined
      readonly problem: 'too-long'
      readonly at: string
      readonly length: number
      readonly most: number
    }

/** It is kept whole or not at all: nothing is cut without a word. */
class TooLong extends Error {
  readonly at: string
  readonly length: number
  readonly most: number
  constructor(at: string, length: number, most: number) {
    super(at)
    ;[this.at, this.length, this.most] = [at, length, most]
  }
}
class NoReport extends Error {}

type Node = Readonly<Record<string, unknown>>
const isNode = (said: unknown): said is Node => typeof said === 'object' && said !== null && !Array.isArray(said)

/** Takes out of an object what the format knows, and keeps the places of what it could not take. */
function taking(said: unknown, at: string, left: Set<string>) {
  const node: Node = isNode(said) ? said : {}
  if (said !== undefined && said !== null && !isNode(said)) left.add(at)
  const rest = new Set(Object.keys(node))
  const placeOf = (key: string) => (at === '' ? key : `${at}.${key}`)
  const valueOf = (key: string): unknown => {
    rest.delete(key)
    return Object.hasOwn(node, key) ? node[key] : undefined
  }
  return {
    placeOf,
    valueOf,
    word(key: string, most: number): string {
      const value = valueOf(key)
      if (value === undefined || value === null) return ''
      if (typeof value === 'object') {
        left.add(placeOf(key))
        return ''
      }
      const text = String(value)
      if (text.length > most) throw new TooLong(placeOf(key), text.length, most)
      return text
    },
    list(key: string): readonly unknown[] {
      const value = valueOf(key)
      if (Array.isArray(value)) return value
      if (value !== undefined && value !== null) left.add(placeOf(key))
      return []
    },
    /** What is left is nothing that the format knows. */
    done: () => rest.forEach((key) => left.add(placeOf(key))),
  }
}

function contactIn(said: unknown, at: string, left: Set<string>): AcrContact | undefined {
  const from = taking(said, at, left)
  const read = CONTACT.flatMap((key) => {
    const text = from.word(key, ACR_LONGEST.line)
    return text === '' ? [] : [[key, text] as const]
  })
  from.done()
  return read.length === 0 ? undefined : (Object.fromEntries(read) as AcrContact)
}

/** The criteria of a chapter as lines: one for each component, and one for a criterion that has none. */
function linesIn(chapter: string, criteria: readonly unknown[], at: string, left: Set<string>): AcrLine[] {
  return criteria.flatMap((each, index) => {
    const from = taking(each, `${at}.${index}`, left)
    const criterion = from.word('num', ACR_LONGEST.criterion)
    if (criterion === '') {
      if (isNode(each)) left.add(`${at}.${index}`)
      return []
    }
    const place = `${at}.${criterion}`
    const lines = from.list('components').map((one, no): AcrLine => {
      const component = taking(one, `${place}.components.${no}`, left)
      const name = component.word('name', ACR_LONGEST.component)
      const inside = `${place}.${name || no}`
      const said = taking(component.valueOf('adherence'), inside, left)
      const line = {
        chapter,
        criterion,
        component: name,
        level: said.word('level', ACR_LONGEST.level),
        notes: said.word('notes', ACR_LONGEST.notes),
      }
      said.done()
      component.done()
      return line
    })
    from.done()
    return lines.length === 0 ? [{ chapter, criterion, component: '', level: '', notes: '' }] : lines
  })
}

function reportIn(said: Node): AcrReport {
  const left = new Set<string>()
  const whole = taking(said, '', left)
  const title = whole.word('title', ACR_LONGEST.line)
  const product = taking(whole.valueOf('product'), 'product', left)
  const name = product.word('name', ACR_LONGEST.line)
  const version = product.word('version', ACR_LONGEST.component)
  const description = product.word('description', ACR_LONGEST.notes)
  product.done()
  const [author, vendor] = (['author', 'vendor'] as const).map((key) => contactIn(whole.valueOf(key), key, left))
  const about = Object.fromEntries(
    Object.entries(ABOUT).flatMap(([key, most]) => {
      const text = whole.word(key, most)
      return text === '' ? [] : [[key, text]]
    }),
  ) as AcrMore['about']
  const related = whole.list('related_openacrs').map((each, index) => {
    const from = taking(each, `related_openacrs.${index}`, left)
    const one = { url: from.word('url', ACR_LONGEST.notes), type: from.word('type', ACR_LONGEST.level) }
    from.done()
    return one
  })
  const catalogue = whole.word('catalog', ACR_LONGEST.component)
  const all = whole.valueOf('chapters')
  if (name === '' || !isNode(all)) throw new NoReport()
  whole.done()
  const chapters: AcrMore['chapters'][number][] = []
  const lines: AcrLine[] = []
  for (const [id, chapter] of Object.entries(all)) {
    const at = `chapters.${id}`
    if (!/^[a-z0-9][a-z0-9_-]{0,79}$/.test(id)) {
      left.add(at.slice(0, 200))
      continue
    }
    const from = taking(chapter, at, left)
    const disabled = from.valueOf('disabled')
    if (disabled !== undefined && disabled !== null && typeof disabled !== 'boolean') left.add(`${at}.disabled`)
    chapters.push({ id, notes: from.word('notes', ACR_LONGEST.notes), disabled: disabled === true })
    lines.push(...linesIn(id, from.list('criteria'), at, left))
    from.done()
  }
  return {
    title,
    product: [name, version].join(' ').trim(),
    catalogue,
    date: about.last_modified_date ?? about.report_date ?? '',
    lines,
    more: {
      product: { name, version, description },
      ...(author === undefined ? {} : { author }),
      ...(vendor === undefined ? {} : { vendor }),
      about,
      related,
      chapters,
      left: [...left].slice(0, MOST_LEFT).map((place) => place.slice(0, 200)),
    },
  }
}

/** The report in this text, or why not. It never throws. */
export function readAcr(text: string): ReadAcr {
  const no = (problem: 'too-large' | 'no-yaml' | 'no-report' | 'too-many'): ReadAcr => ({ report: undefined, problem })
  if (text.length > MOST_ACR) return no('too-large')
  let said: unknown
  try {
    const document = strangeYaml(text)
    if (typeof document === 'string') return no('no-yaml')
    // A date and a number stay the text they are: 402.10 is another criterion than 402.1.
    visit(document, {
      Scalar: (_, node) =>
        void (
          isScalar(node) &&
          (node.value instanceof Date || typeof node.value === 'number') &&
          (node.value = node.source)
        ),
    })
    said = document.toJS({ maxAliasCount: 20 })
  } catch {
    return no('no-yaml') // too deep, or aliases that grow
  }
  if (!isNode(said)) return no('no-yaml')
  try {
    const report = reportIn(said)
    if (!report.lines.some(({ level }) => level !== '')) return no('no-report')
    const { chapters = [], related = [] } = report.more ?? {}
    const many = Math.max(report.lines.length, related.length) > MOST_LINES || chapters.length > MOST_CHAPTERS
    return many ? no('too-many') : { report, problem: undefined }
  } catch (error) {
    if (error instanceof NoReport) return no('no-report')
    if (!(error instanceof TooLong)) throw error
    return { report: undefined, problem: 'too-long', at: error.at, length: error.length, most: error.most }
  }
}
