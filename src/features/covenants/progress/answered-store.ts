/**
 * What organisations answered and share with the municipality, as findings with their days. What they do not share is
 * theirs alone (ADR 0012) and counts nowhere here.
 */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import type { Held } from '../../../model/finding.ts'
import type { Questionnaire, Value, Variant } from '../../../model/questionnaire.ts'
import { lastDayOf } from '../../../scoring/counting.ts'
import { declaredFindings } from '../../../scoring/declared.ts'
import { todayIn } from '../../../web/language.ts'
import type { House } from './rules.ts'

type Answer = {
  readonly organisation: string
  readonly variant: Variant | null
  readonly content: Questionnaire
  readonly question: string
  readonly value: Value | null
  readonly reason: string
  readonly at: Date
  readonly from: string
  readonly next: string | null
  /** From when until when a file stands beside it. */
  readonly proven: readonly { readonly from: string; readonly until: string | null }[]
}

/** Findings about these organisations of these criteria, out of the answers that they share. */
export async function answeredHeld(
  tx: Tx,
  municipality: string,
  { norms }: House,
  asked: { readonly subjects: readonly string[]; readonly criteria: readonly string[] },
): Promise<Held[]> {
  const months = new Map(norms.map(({ id, reviewMonths }) => [id, reviewMonths]))
  // An answer is a criterion of its norm: `<norm>.<question>`.
  const wanted = asked.criteria.map((criterion) => criterion.slice(criterion.indexOf('.') + 1))
  if (wanted.length === 0 || asked.subjects.length === 0) return []
  const { rows } = await sql<Answer>`
    select f.organisation, f.variant, q.content, a.question, a.value, a.reason, a.at,
      day_here(greatest(a.at, s.at))::text as "from",
      day_here(lead(a.at) over (partition by a.municipality, a.form, a.question order by a.no))::text as next,
      coalesce((select json_agg(json_build_object('from', day_here(e.at),
        'until', e.ends_on)) from answer_evidence e where e.municipality = a.municipality and e.form = a.form
        and e.question = a.question and e.kind = 'file' and e.removed_at is null), '[]') as proven
    from answer_share s join answer a on a.municipality = s.municipality and a.form = s.form
        and a.question = s.question and a.no >= s.no
      join form f on f.municipality = a.municipality and f.id = a.form
      join questionnaire q on q.id = f.questionnaire and q.version = f.version
    where s.municipality = ${municipality} and s.question = any(${wanted}::text[])
      and f.organisation = any(${asked.subjects}::uuid[])`.execute(tx)
  const criteria = new Set(asked.criteria)
  return rows.flatMap((row) => {
    if (row.value === null) return []
    const seen = todayIn(row.at)
    // Whether it was asked hangs on answers that may not be shared; it was answered, so it was.
    const only = {
      ...row.content,
      questions: row.content.questions
        .filter(({ id }) => id === row.question)
        .map((question) => ({ ...question, when: undefined, variants: [] })),
    }
    const said = declaredFindings(only, { [row.question]: { value: row.value, reason: row.reason } }, seen)
    return said
      .filter(({ criterion }) => criteria.has(criterion))
      .flatMap(({ norm, criterion, verdict }): Held[] => {
        const ends = [lastDayOf(seen, months.get(norm) ?? 12), ...(row.next === null ? [] : [daysAfter(row.next, -1)])]
        const until = ends.sort()[0]!
        const base = { subject: row.organisation, criterion, verdict, source: 'form', at: seen } as const
        const proven = row.proven.map((each) => ({
          ...base,
          strength: 'documented' as const,
          from: each.from > row.from ? each.from : row.from,
          until: each.until !== null && each.until < until ? each.until : until,
        }))
        return [{ ...base, strength: 'declared', from: row.from, until }, ...proven]
      })
      .filter((each) => each.from <= each.until)
  })
}
