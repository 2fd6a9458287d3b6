/** The sample: one in ten of what was signed as without effect is drawn and looked at by another person. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { allows } from '../../model/roles.ts'
import { day } from '../../web/language.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import {
  forbidden,
  go,
  missing,
  notYet,
  page,
  type Asked,
  type DeskView,
  type Route,
  type Sent,
} from '../../web/desk/route.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { caseNumber, pathOf } from './acts.ts'
import { drawSample } from './sample.ts'

type Row = { readonly id: string; readonly no: number; readonly title: string; readonly createdAt: Date }
type Draw = {
  readonly id: string
  readonly no: number
  readonly seed: string
  readonly at: Date
  readonly drawn: readonly string[]
  readonly among: readonly string[]
}
const COLUMNS = ['id', 'no', 'title', 'created_at as createdAt'] as const
const crumbs = [{ name: 'Zaken', to: '/balie/zaken' }]

/** Signed as without effect and in no draw yet. */
const waiting = (tx: Tx, municipality: string): Promise<Row[]> =>
  tx
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('id', 'in', (select) =>
      select
        .selectFrom('case_step')
        .select('case_file')
        .where('municipality', '=', municipality)
        .where('to_state', '=', 'no-effect'),
    )
    .where(
      sql<boolean>`not exists (select from sample_draw d where d.municipality = case_file.municipality
        and case_file.id = any(d.among))`,
    )
    .orderBy('no')
    .execute()

async function overview({ tx, municipality }: Asked<Tx>) {
  const draws = await tx
    .selectFrom('sample_draw')
    .select(['id', 'no', 'seed', 'at', 'drawn', 'among'])
    .where('municipality', '=', municipality.id)
    .orderBy('no', 'desc')
    .limit(20)
    .execute()
  const ids = draws.flatMap(({ drawn }) => drawn)
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('case_file')
          .select(COLUMNS)
          .where('municipality', '=', municipality.id)
          .where('id', 'in', ids)
          .execute()
  const rechecks = await tx
    .selectFrom('recheck')
    .select(['case_file', 'draw', 'agrees', 'text'])
    .where('municipality', '=', municipality.id)
    .execute()
  return {
    draws,
    rows: new Map(rows.map((row) => [row.id, row])),
    rechecks: new Map(rechecks.map((each) => [`${each.draw} ${each.case_file}`, each])),
    open: await waiting(tx, municipality.id),
  }
}

function SamplePage({
  view,
  draws,
  rows,
  rechecks,
  open,
  mayDraw,
}: Awaited<ReturnType<typeof overview>> & { view: DeskView; mayDraw: boolean }) {
  return (
    <DeskPage view={view} title="Steekproef" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Steekproef “geen effect”</Heading>
        <Text lead>
          Van alles wat als “geen effect” is ondertekend, bekijkt een ander één op de tien opnieuw. De trekking is na te
          rekenen met het openbare startgetal.
        </Text>
      </div>
      <Text>
        {open.length === 0
          ? 'Er staan geen nieuwe verklaringen klaar.'
          : `Er ${open.length === 1 ? 'staat één verklaring' : `staan ${open.length} verklaringen`} klaar om uit ` +
            `te trekken.`}
      </Text>
      {mayDraw && open.length > 0 ? (
        <Form view={view} action="/balie/zaken/steekproef">
          <Buttons>
            <Button>Trek een steekproef</Button>
          </Buttons>
        </Form>
      ) : null}
      {draws.map((draw: Draw) => (
        <Section key={draw.id} id={`trekking-${draw.no}`} title={`Trekking ${draw.no}, ${day('nl', draw.at)}`}>
          <Text>
            {draw.drawn.length} van {draw.among.length}. Startgetal:{' '}
            <code className="nl-code ld-secret">{draw.seed}</code>
          </Text>
          <ul className="ld-tasks">
            {draw.drawn.flatMap((id) => {
              const row = rows.get(id)
              const seen = rechecks.get(`${draw.id} ${id}`)
              return row
                ? [
                    <li key={id}>
                      <Link to={pathOf(row)}>
                        {caseNumber(row)} {row.title}
                      </Link>
                      <span className="ld-quiet">
                        {seen ? (
                          seen.agrees ? (
                            'blijft: geen effect'
                          ) : (
                            'alsnog toetsen'
                          )
                        ) : (
                          <Link to={`/balie/zaken/${id}/herbekijken`}>bekijk opnieuw</Link>
                        )}
                      </span>
                    </li>,
                  ]
                : []
            })}
          </ul>
        </Section>
      ))}
    </DeskPage>
  )
}

function RecheckPage({
  view,
  row,
  problems = none,
  typed,
}: {
  view: DeskView
  row: Row
  problems?: Problems
  typed?: Sent
}) {
  return (
    <DeskPage view={view} title="Bekijk opnieuw" crumbs={[...crumbs, { name: row.title, to: pathOf(row) }]}>
      <Heading level={1}>Bekijk opnieuw: {row.title}</Heading>
      <ErrorSummary problems={problems} />
      <Form view={view} action={`/balie/zaken/${row.id}/herbekijken`}>
        <Choice
          name="oordeel"
          label="Heeft dit voorstel inderdaad geen digitaal effect?"
          value={[typed?.text('oordeel') ?? '']}
          problems={problems}
          options={[
            { value: 'ja', label: 'Ja, de verklaring blijft' },
            { value: 'nee', label: 'Nee, toets alsnog volledig' },
          ]}
        />
        <Area
          name="tekst"
          label="Toelichting"
          rows={4}
          value={typed?.text('tekst') ?? ''}
          problems={problems}
          maxLength={4_000}
        />
        <Buttons>
          <Button>Onderteken</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/** The drawn case that waits for a second look, who signed it first, and why this person may not look. */
async function drawnCase({ tx, municipality, params, who }: Asked<Tx>) {
  const row = await tx
    .selectFrom('case_file')
    .select([...COLUMNS, 'handler', 'author', 'state'])
    .where('municipality', '=', municipality.id)
    .where('id', '=', params['case']!)
    .executeTakeFirst()
  const draw =
    row &&
    (await tx
      .selectFrom('sample_draw')
      .select('id')
      .where('municipality', '=', municipality.id)
      .where(sql<boolean>`${row.id} = any(drawn)`)
      .where(
        sql<boolean>`not exists (select from recheck r where r.municipality = sample_draw.municipality
          and r.draw = sample_draw.id and r.case_file = ${row.id})`,
      )
      .executeTakeFirst())
  if (!row || !draw) return undefined
  const signed = await tx
    .selectFrom('case_step')
    .select('by')
    .where('municipality', '=', municipality.id)
    .where('case_file', '=', row.id)
    .where('to_state', '=', 'no-effect')
    .execute()
  return { row, draw, own: row.author === who.id || signed.some(({ by }) => by === who.id) }
}
const OWN = 'U diende deze zaak in of ondertekende haar. Een ander kijkt opnieuw.'

/** Draws a tenth of what waits, publishes the seed and asks an adviser to look; undefined when nothing waits. */
export async function draw(
  tx: Tx,
  municipality: string,
  by: string,
  today: string,
): Promise<{ readonly drawn: number; readonly among: number } | undefined> {
  const open = await waiting(tx, municipality)
  if (open.length === 0) return undefined
  // The seed is made at the draw itself: nobody knows beforehand which cases it will hit.
  const [seed, id] = [randomBytes(16).toString('hex'), uuid()]
  // By their numbers, which are public: so anyone can do it again.
  const numbers = drawSample(
    open.map((row) => String(row.no)),
    seed,
  )
  const drawn = open.filter((row) => numbers.includes(String(row.no))).map((row) => row.id)
  const { no } = await tx
    .selectFrom('sample_draw')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('no'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('sample_draw')
    .values({ municipality, id, no: no + 1, seed, among: open.map((row) => row.id), drawn, by })
    .execute()
  await tx
    .insertInto('published.sample_draw')
    .values({
      municipality,
      no: no + 1,
      at: new Date(),
      seed,
      among: open.map((row) => row.no),
      drawn: numbers.map(Number),
    })
    .execute()
  for (const row of open.filter((each) => drawn.includes(each.id))) {
    await openTask(tx, municipality, {
      kind: 'recheck',
      object: `case/${row.id}`,
      whom: { role: 'adviser' },
      text: `Bekijk opnieuw of ${caseNumber(row)} ${row.title} geen effect heeft`,
      path: `/balie/zaken/${row.id}/herbekijken`,
      dueOn: addWorkingDays(today, 10),
    })
  }
  await record(tx, municipality, {
    act: 'sample.drawn',
    object: `sample/${id}`,
    detail: { seed, among: open.length, drawn: drawn.length },
  })
  return { drawn: drawn.length, among: open.length }
}

export const sampleRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/zaken/steekproef',
    may: 'case.read',
    answer: async (asked) =>
      page(
        <SamplePage view={asked.view} {...await overview(asked)} mayDraw={allows(asked.who.roles, 'case.handle')} />,
      ),
  },
  {
    method: 'POST',
    path: '/zaken/steekproef',
    may: 'case.handle',
    answer: async ({ tx, municipality, who, today }) => {
      const done = await draw(tx, municipality.id, who.id, today)
      return done
        ? go('/balie/zaken/steekproef', `Getrokken: ${done.drawn} van ${done.among}.`)
        : notYet('Er is nog niets om uit te trekken: er zijn geen nieuwe zaken zonder digitaal effect.')
    },
  },
  {
    method: 'GET',
    path: '/zaken/:case/herbekijken',
    may: 'case.handle',
    answer: async (asked) => {
      const found = await drawnCase(asked)
      return !found ? missing : found.own ? forbidden(OWN) : page(<RecheckPage view={asked.view} row={found.row} />)
    },
  },
  {
    method: 'POST',
    path: '/zaken/:case/herbekijken',
    may: 'case.handle',
    answer: async (asked) => {
      const { tx, municipality, who, sent, view } = asked
      const found = await drawnCase(asked)
      if (!found) return missing
      if (found.own) return forbidden(OWN)
      const { row, draw } = found
      const [verdict, text] = [sent.text('oordeel'), sent.text('tekst').slice(0, 4_000)]
      const problems = {
        ...(verdict === 'ja' || verdict === 'nee' ? {} : { oordeel: 'Kies uw oordeel.' }),
        ...(text === '' ? { tekst: 'Licht uw oordeel toe.' } : {}),
      }
      if (Object.keys(problems).length > 0)
        return page(<RecheckPage view={view} row={row} problems={problems} typed={sent} />, 422)
      await tx
        .insertInto('recheck')
        .values({
          municipality: municipality.id,
          case_file: row.id,
          draw: draw.id,
          agrees: verdict === 'ja',
          text,
          by: who.id,
        })
        .execute()
      await tx
        .updateTable('task')
        .set({ done_at: sql`now()`, done_by: who.id })
        .where('municipality', '=', municipality.id)
        .where('object', '=', `case/${row.id}`)
        .where('kind', '=', 'recheck')
        .where('done_at', 'is', null)
        .execute()
      if (verdict === 'nee' && row.handler !== null)
        await openTask(tx, municipality.id, {
          kind: 'test-after-all',
          object: `case/${row.id}`,
          whom: { person: row.handler },
          text: `Toets ${caseNumber(row)} ${row.title} alsnog volledig`,
          path: pathOf(row),
          dueOn: null,
        })
      await record(tx, municipality.id, {
        act: 'sample.rechecked',
        object: `case/${row.id}`,
        detail: { agrees: verdict === 'ja' },
      })
      return go('/balie/zaken/steekproef', 'Uw oordeel is ondertekend.')
    },
  },
]
