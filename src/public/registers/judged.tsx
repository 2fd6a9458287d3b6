/** What the norms ask of a public entry, and what of it everybody can read says of that: nothing else is looked at. */
import type { EntryRule, Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import { enteredFindings } from '../../scoring/entered.ts'
import { toldOf, VerdictBadge } from '../../web/badges.tsx'
import { todayIn } from '../../web/language.ts'
import { Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { sentence } from '../findings/sentences.ts'
import { says } from './messages.ts'
import type { LinkedEntry } from './links-store.ts'

type Entry = Pick<LinkedEntry, 'values' | 'from' | 'to' | 'ended' | 'links' | 'closed'>

/** Whether everything that a rule asks can be read by everybody, also whether what it leads to is still there. */
const isPublic = ({ test, when }: EntryRule, register: Register, { closed }: Entry): boolean =>
  [test, ...when]
    .flatMap(({ field, also = [] }) => [field, ...also])
    .every((id) => {
      const field = register.fields.find((each) => each.id === id)
      return field !== undefined && (field.kind !== 'link' || (closed[id] ?? 0) === 0)
    })

/** Of the register as everybody reads it; an entry that has ended or that stood so before, says nothing. */
export function publicFindings(norms: readonly Norm[], register: Register, entry: Entry, today: string) {
  if (entry.ended || entry.to !== null) return []
  const asked = norms.map((norm) => ({
    ...norm,
    criteria: norm.criteria.filter(({ entries = [] }) =>
      entries.every((rule) => rule.purpose !== register.purpose || isPublic(rule, register, entry)),
    ),
  }))
  const gone = new Set([...entry.links].flatMap(([id, { ended }]) => (ended ? [id] : [])))
  const now = { values: entry.values, changedAt: entry.from, endedAt: null }
  return enteredFindings({ norms: asked }, register, now, { today, gone })
}

/** As a part of its page; nothing where nothing is asked. */
export function PublicJudged({
  view,
  register,
  entry,
  norms,
}: {
  view: View
  register: Register
  entry: LinkedEntry
  norms: readonly Norm[]
}) {
  const findings = publicFindings(norms, register, entry, todayIn())
  if (findings.length === 0) return null
  const t = says(view.lang)
  const criteria = new Map(norms.flatMap((norm) => norm.criteria.map((criterion) => [criterion.id, criterion])))
  return (
    <Section id="normen" title={t.judged}>
      <Text>{t.judgedText}</Text>
      <Table
        id="normen-tabel"
        caption={t.judged}
        hideCaption
        stacked
        columns={[
          { head: view.m.column.norm },
          { head: t.judgedAsks },
          { head: view.m.column.verdict },
          { head: t.judgedWhy },
        ]}
        rows={findings.map(({ norm, criterion: id, verdict, reason, seen }) => {
          const criterion = criteria.get(id)
          return {
            key: id,
            cells: [
              <span key="n" className="ld-oneline">
                <Link to={href(view, `/normen/${norm}`)}>{norm}</Link>
              </span>,
              criterion?.title[view.lang],
              <VerdictBadge key="v" view={view} verdict={verdict} told={toldOf(criterion)} />,
              sentence(view.lang, criterion, reason, seen),
            ],
          }
        })}
      />
    </Section>
  )
}
