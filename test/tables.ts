/** Writes the table types from a migrated database, as they stand in `src/db/tables.ts`. */
import { sql } from 'kysely'
import type { Db } from '../src/db/connect.ts'

type Column = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly filled: boolean
  /** The check on this column alone, as PostgreSQL writes it. */
  readonly check: string | null
}

const HEAD = `/**
 * The tables as Kysely knows them, made from the migrated database by \`npm test -- src/db/tables -u\`: never by hand.
 * What the database cannot say of a column stands in \`narrow.ts\`. Every key begins with the municipality.
 */`

/** What a type of PostgreSQL is in TypeScript, as \`connect.ts\` reads it. */
const PLAIN: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  integer: 'number',
  'double precision': 'number',
  'integer[]': 'number[]',
  real: 'number',
  text: 'string',
  'text[]': 'string[]',
  tsvector: 'string',
  uuid: 'string',
  'uuid[]': 'string[]',
}

/**
 * The source of `tables.ts`. `narrow`: the columns that `narrow.ts` speaks of. Throws of a column it speaks of that is
 * not there, of JSON of which nobody says what is in it, and of a type that is not known here.
 */
export async function tablesFrom(db: Db, narrow: ReadonlySet<string>): Promise<string> {
  const columns = await columnsOf(db)
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  for (const name of narrow) if (!there.has(name)) throw new Error(`narrow.ts speaks of ${name}, which is not there`)
  const body = [...Map.groupBy(columns, ({ table }) => table)].map(([table, its]) => {
    const lines = its.map((each) => `    ${each.column}: ${typeOf(each, narrow)}`.replace(/ +$/, ''))
    return [`  ${quoted(table)}: {`, ...lines.map(broken), '  }'].join('\n')
  })
  const named = ['Json', 'JsonFilled', 'Moment', 'Narrow', 'Stamp', 'StampFilled'].filter((name) =>
    body.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
  )
  return [
    HEAD,
    "import type { Generated } from 'kysely'",
    `import type { ${named.join(', ')} } from './narrow.ts'`,
    '',
    'export type Tables = {',
    ...body,
    '}',
    '',
  ].join('\n')
}

/**
 * Every column of our own tables, without partitions: public ones first, in the order in which they were made. Of a
 * view PostgreSQL says of no column that it is always filled: it is where the column of that name is that it shows.
 */
async function columnsOf(db: Db): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as table, a.attname as column,
      format_type(a.atttypid, null) as type, case c.relkind when 'v' then exists (
        select from pg_rewrite w join pg_depend d on d.objid = w.oid and d.refclassid = 'pg_class'::regclass
        join pg_attribute b on b.attrelid = d.refobjid and b.attnum = d.refobjsubid
        where w.ev_class = c.oid and b.attrelid <> c.oid and b.attname = a.attname and not b.attnotnull)
        else not a.attnotnull end as nullable,
      a.atthasdef or a.attidentity <> '' as filled,
      (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
        and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[''%') as check
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'published') and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and c.relname not like 'kysely\\_%' and a.attnum > 0 and not a.attisdropped
    order by n.nspname = 'public' desc, c.relname collate "C", a.attnum`.execute(db)
  return rows
}

/** The type of a column, with what may be left out when a row is added. */
function typeOf({ table, column, type, nullable, filled, check }: Column, narrow: ReadonlySet<string>): string {
  const name = `${table}.${column}`
  if (type === 'timestamp with time zone') return nullable ? 'Moment' : filled ? 'StampFilled' : 'Stamp'
  if (type === 'jsonb') {
    if (!narrow.has(name)) throw new Error(`narrow.ts does not say what is in ${name}`)
    const json = `${filled && !nullable ? 'JsonFilled' : 'Json'}<Narrow['${name}']>`
    return nullable ? `${json} | null` : json
  }
  const base = narrow.has(name) ? `Narrow['${name}']` : (closedList(check) ?? PLAIN[type])
  if (base === undefined) throw new Error(`${name} is of type ${type}: say in test/tables.ts what that is here`)
  if (nullable) return `${base} | null`
  return filled ? `Generated<${base}>` : base
}

/** The words of a check like `state = ANY (ARRAY['open'::text, 'done'::text])`. */
function closedList(check: string | null): string | undefined {
  return check === null
    ? undefined
    : [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word]) => `'${word}'`).join(' | ')
}

const quoted = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`)

/** As the formatter does it: a list that is too long for its line stands under it. */
function broken(line: string): string {
  if (line.length <= 120) return line
  const filled = /^(.*: Generated<)(.*)>$/.exec(line)
  if (filled !== null) return [filled[1], `      ${filled[2]}`, '    >'].join('\n')
  const [name, list] = line.split(': ')
  return [`${name}:`, ...list!.split(' | ').map((word) => `      | ${word}`)].join('\n')
}
