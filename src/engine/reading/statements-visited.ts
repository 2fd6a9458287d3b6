/**
 * Statements as visitors read them: the page that was fetched, with what the browser showed of it beside. What a script
 * fills in stands in the second alone, and what nobody saw in a browser is not told as missing. Pure.
 */
import type { Evidence, Lack, Link, Observed, Session, Statement, Statements } from '../../model/evidence.ts'
import { pageKey } from './address.ts'

/** Characters of a statement that are kept, and links. */
const [TEXT, LINKS] = [60_000, 600]
/** Lines shorter than this are of a menu or button. */
const LINE = 20

/** The same statements, with the text and links that a visit at a computer, before any choice, saw on their pages. */
export function asVisited(statements: Statements, pages: Evidence['pages']): Statements {
  const visited = new Map<string, Session>()
  for (const { probe, phase, profile, result } of pages) {
    if (probe !== 'session' || phase !== 'before-consent' || profile !== 'desktop' || !result.seen) continue
    const value = result.value as Session
    if (value.status < 400 && !visited.has(pageKey(value.finalUrl))) visited.set(pageKey(value.finalUrl), value)
  }
  // A question about cookies, a menu and a foot stand on every page, and are no words of a statement.
  const shared = (page: Session) => {
    const other = [...visited.values()].find(({ finalUrl }) => pageKey(finalUrl) !== pageKey(page.finalUrl))
    return new Set((other?.text ?? '').split('\n').map(squeezed))
  }
  const { privacy, cookies, terms, contact } = statements
  const joined = <T extends Observed<Statement> | null>(one: T, asked: boolean): T | Observed<Statement> => {
    if (!one?.seen || one.value.status >= 400) return one
    const page = visited.get(pageKey(one.value.url))
    if (page) return { seen: true, value: together(one.value, page, shared(page)) }
    return asked ? { seen: true, value: lacking(one.value, ['page-unseen']) } : one
  }
  return {
    ...statements,
    privacy: joined(privacy, true),
    contact: joined(contact, false),
    ...(cookies !== undefined && { cookies: joined(cookies, true) }),
    ...(terms !== undefined && { terms: joined(terms, false) }),
  }
}

function together(statement: Statement, { text, links, lacks }: Session, shared: ReadonlySet<string>): Statement {
  const had = squeezed(statement.text)
  const lines = text.split('\n').filter((line) => {
    const said = squeezed(line)
    return line.length >= LINE && !shared.has(said) && !had.includes(said)
  })
  const hrefs = new Set(statement.links.map(({ href }) => href))
  const more: Link[] = links
    .filter(({ href }) => !hrefs.has(href))
    .map((link) => ({ href: link.href, text: link.text }))
  const both = {
    ...statement,
    text: [statement.text, ...lines].join('\n').slice(0, TEXT),
    links: [...statement.links, ...more].slice(0, LINKS),
  }
  return lacks.content ? lacking(both, lacks.content) : both
}

const lacking = (statement: Statement, why: readonly Lack[]): Statement => ({
  ...statement,
  lacks: { ...statement.lacks, statements: [...(statement.lacks?.statements ?? []), ...why] },
})

const squeezed = (text: string) => text.replaceAll(/\s+/g, '').toLowerCase()
