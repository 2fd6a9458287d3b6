/** Guards the table of who may import whom, the absence of circles, and where the libraries live. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, reachedFrom, targetOf } from './run/imports.ts'
import { ALSO_WRITES, NAMED_ELSEWHERE, OWNED, READERS } from '../src/db/owners.ts'
import { BY_VARIABLE, tableUses } from './run/table-uses.ts'
import { messages } from '../src/web/messages.ts'
import { isWords } from './public-words.ts'
import { BY_HAND, LONG, sources, SQL, WIDE } from './tree.ts'

type Floor = { readonly place: RegExp; readonly may: readonly string[]; readonly alone?: true }

/** Words, types and helpers: of no floor in particular. */
const EVERYONES = ['src/vocabulary/', 'src/model/', 'src/lib/']

// Most particular first. SELF is the folder that the pattern captures.
const floors: readonly Floor[] = [
  { place: /^(src\/lib\/)/, may: ['SELF'] },
  { place: /^(src\/vocabulary\/)/, may: ['SELF', 'src/lib/'] },
  { place: /^(src\/model\/)/, may: ['SELF', 'src/vocabulary/', 'src/lib/'] },
  { place: /^(src\/catalogue\/)/, may: ['SELF', ...EVERYONES] },
  { place: /^(src\/db\/)/, may: ['SELF', ...EVERYONES] },
  { place: /^(src\/web\/)/, may: ['SELF', ...EVERYONES] },
  { place: /^(src\/outside\/)/, may: ['SELF', ...EVERYONES] },
  { place: /^(src\/engine\/reading\/)/, may: ['SELF', ...EVERYONES] },
  {
    place: /^(src\/engine\/probes\/)/,
    may: ['SELF', 'src/outside/', 'src/engine/reading/', ...EVERYONES],
  },
  { place: /^src\/engine\/checks\/all\.ts$/, may: ['src/engine/checks/', 'src/vocabulary/', 'src/model/'] },
  { place: /^src\/engine\/checks\//, may: ['src/engine/reading/', ...EVERYONES], alone: true },
  { place: /^(src\/scoring\/)/, may: ['SELF', ...EVERYONES] },
  { place: /^(src\/yardsticks\/)/, may: ['SELF', 'src/engine/reading/', ...EVERYONES] },
  { place: /^(src\/engine\/)/, may: ['SELF', 'src/outside/', ...EVERYONES] },
  {
    place: /^(src\/registers\/)/,
    may: ['SELF', 'src/db/', 'src/web/', 'src/catalogue/', 'src/scoring/', ...EVERYONES],
  },
  { place: /^(src\/features\/[^/]+\/rules)(?:\.ts$|\/)/, may: ['SELF', 'src/scoring/', ...EVERYONES] },
  {
    place: /^(src\/features\/[^/]+\/)/,
    may: ['SELF', 'src/registers/', 'src/db/', 'src/web/', 'src/catalogue/', 'src/scoring/', ...EVERYONES],
  },
  {
    place: /^(src\/demo\/)/,
    may: [
      'SELF',
      'src/features/',
      'src/registers/',
      'src/db/',
      'src/web/',
      'src/catalogue/',
      'src/scoring/',
      'test/city/desk/',
      'test/city/neighbour/',
      ...EVERYONES,
    ],
  },
  { place: /^(src\/publish\/)/, may: ['SELF', 'src/db/', 'src/catalogue/', 'src/scoring/', ...EVERYONES] },
  {
    place: /^(src\/public\/)/,
    may: [
      'SELF',
      'src/registers/',
      'src/db/',
      'src/web/',
      'src/catalogue/',
      'src/scoring/',
      'src/yardsticks/',
      ...EVERYONES,
    ],
  },
  { place: /^src\/apps\//, may: ['src/'] },
]

/** npm packages with one home each. */
const homes: Readonly<Record<string, RegExp>> = {
  'playwright-core': /^src\/(outside|engine\/probes)\//,
  'dns-packet': /^src\/(outside|engine\/probes)\//,
  'axe-core': /^src\/engine\//,
  '@accesslint/core': /^src\/engine\//,
  '@duckduckgo/autoconsent': /^src\/engine\/probes\//,
  '@iabtcf/core': /^src\/engine\/reading\//,
  '@seriousme/openapi-schema-validator': /^src\/engine\/reading\/openapi/,
  'spdx-expression-parse': /^src\/engine\/reading\/publiccode/,
  'node:dns': /^src\/outside\//,
  'node:tls': /^src\/(outside|engine\/probes)\//,
  openpgp: /^src\/lib\/csaf-inside/,
  '@secvisogram/csaf-validator-lib': /^src\/lib\/csaf-/,
  unpdf: /^src\/outside\/pdf-inside/,
  leaflet: /^src\/web\/map\//,
  kysely: /^src\/(db|registers|publish|public|features\/[^/]+|demo|apps)\//,
  '@aws-sdk/client-s3': /^src\/outside\//,
  pg: /^src\/db\//,
  hono: /^src\/(web|registers|public|features|apps)\//,
  react: /^src\/(web|registers|public|features)\//,
}

const files = readdirSync('src', { recursive: true })
  .map((file) => `src/${String(file).replaceAll(path.sep, '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/test-/.test(file))

const targetsOf = (file: string): string[] => importsOf(file).flatMap((name) => targetOf(file, name) ?? [])

test.each(files)('%s imports only what its floor may', (file) => {
  const floor = floors.find(({ place }) => place.test(file))
  expect(floor, 'stands on no floor').toBeDefined()
  const self = floor!.place.exec(file)![1]
  for (const target of targetsOf(file)) {
    const may = floor!.may.some((prefix) => target.startsWith(prefix === 'SELF' ? self! : prefix))
    expect(may, `${file} may not import ${target}`).toBe(true)
  }
  for (const name of importsOf(file).filter((each) => !each.startsWith('.'))) {
    const home = Object.entries(homes).find(([library]) => name === library || name.startsWith(`${library}/`))
    if (home) expect(home[1].test(file), `${name} does not live in ${file}`).toBe(true)
  }
})

test('there are enough files for the guard to mean something, and no circle among them', () => {
  expect(files.length).toBeGreaterThan(80)
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    expect(trail, `circle: ${[...trail, file].join(' → ')}`).not.toContain(file)
    if (done.has(file)) return
    for (const target of targetsOf(file)) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
})

test.each([
  ['timers', 'src/apps/timers.ts'],
  ['routes', 'src/apps/desk-routes.ts'],
])('every %s that a feature gives is reached from %s', (name, list) => {
  const reached = reachedFrom(list, (_, to) => to.startsWith('src/'))
  const place = new RegExp(`^src/(?:features|registers|publish)/.*${name}(?:-(?!store)[\\w-]+)?\\.tsx?$`)
  const given = files.filter((file) => place.test(file))
  expect(given.length).toBeGreaterThan(2)
  expect(given.filter((file) => !reached.has(file))).toEqual([])
})

describe('a text stands with the noun that says it', () => {
  test('what a noun says is read by that noun, and what all share by one list', () => {
    const strangers = files.flatMap((file) =>
      targetsOf(file)
        .filter((target) => isWords(target) && !file.startsWith(`${path.posix.dirname(target)}/`))
        // Who draws a map asks for its words.
        .filter((target) => !target.startsWith('src/web/map/') && file !== 'src/web/messages.ts')
        .map((target) => `${file} reads ${target}`),
    )
    expect(strangers).toEqual([])
  })

  test('each is there in Dutch and in English, which does not compile without', () => {
    const given = files.filter(isWords)
    expect(given.length).toBeGreaterThan(15)
    const lacking = given.filter(
      (file) => !/^const nl = \{[^]*^const en: (?:typeof nl|Words) = \{/m.test(readFileSync(file, 'utf8')),
    )
    expect(lacking).toEqual([])
  })

  test('what stands with the words of all is said by the shell, or by more nouns than one', () => {
    const roomOf = (file: string) => /^src\/(?:public\/[^/]+\/|[^/]+)/.exec(file)![0]
    const alone = Object.keys(messages.nl).filter((key) => {
      const said = new RegExp(`\\b(?:m|messages(?:\\.nl|\\[\\w+\\]))\\.${key}\\b`)
      const rooms = new Set(files.filter((file) => said.test(readFileSync(file, 'utf8'))).map(roomOf))
      return rooms.size === 1 && [...rooms][0]!.startsWith('src/public/')
    })
    expect(alone).toEqual([])
  })

  test.each(['src/public/city/messages.ts', 'src/features/reports/messages.ts', 'src/web/messages/shell.ts'])(
    '%s holds texts',
    (file) => expect(isWords(file)).toBe(true),
  )
  test.each(['src/db/messages.ts', 'src/web/messages.ts', 'src/public/city/page.tsx'])('%s does not', (file) =>
    expect(isWords(file)).toBe(false),
  )
})

test('what is in model/ is a type', () => {
  const made = files
    .filter((file) => file.startsWith('src/model/'))
    .flatMap(
      (file) => readFileSync(file, 'utf8').match(/^(?:export )?(?:const|let|class|(?:async )?function)\b.*/gm) ?? [],
    )
  expect(made).toEqual([])
})

test('every check file says what it trips on, and every file what it is for', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    expect(text.replace(/^#!.*\n/, '').startsWith('/**'), `${file} does not say what it is for`).toBe(true)
    if (/^src\/engine\/checks\/(?!all)/.test(file)) expect(text, file).toMatch(/Trips on/)
  }
})

test('every function that others use says what it gives', () => {
  // A part of a page and a list of routes are what they are called.
  const made =
    /^export (?:(?:async )?function\*? |const )(?!\w*(?:Routes|Page)\b)([a-z]\w*)(?=[(<]|\b.*(?:=>|= (?:async )?[(<]))/
  const silent = files
    .filter((file) => !file.startsWith('src/db/migrations/'))
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n')
      return lines.flatMap((line, at) => {
        const [, name] = made.exec(line) ?? []
        return name === undefined || lines[at - 1]?.endsWith('*/') ? [] : [`${file}: ${name}`]
      })
    })
  expect(silent).toEqual([])
})

describe('what is too wide, too long or in the wrong place', () => {
  const read = (file: string) => readFileSync(file, 'utf8').split('\n')
  const frozen = (file: string) => file.startsWith('src/db/migrations/')

  test('no line is wider than 120, but where that is listed', () => {
    // The formatter hangs a space of JSX over the edge.
    const wide = sources(['src', 'bench', 'scripts', 'test'], /\.(tsx?|mjs|css)$/)
      .filter((file) => !frozen(file) && !(file in WIDE))
      .map((file) => [file, read(file).filter((line) => line.replace(/{' '}$/, '').length > 120).length] as const)
      .filter(([, count]) => count > 0)
    expect(wide).toEqual([])
  })

  test('no file of the program is longer than 250 lines, but tables of data, and where that is listed', () => {
    const long = sources(['src'], /(?<!\.test)\.tsx?$/)
      .filter((file) => !frozen(file) && !(file in LONG))
      .map((file) => [file, read(file).length - 1] as const)
      .filter(([, lines]) => lines > 250)
    expect(long).toEqual([])
  })

  test('SQL stands in stores and in src/db, but where that is listed', () => {
    const asks = /from 'kysely'|\b(selectFrom|insertInto|updateTable|deleteFrom)\(/
    const elsewhere = sources(['src'], /(?<!\.test)\.tsx?$/)
      .filter((file) => !file.startsWith('src/db/') && !/(^|[/-])store([/.-]|$)/.test(file))
      .filter(
        (file) => asks.test(readFileSync(file, 'utf8')) && !Object.keys(SQL).some((place) => file.startsWith(place)),
      )
    expect(elsewhere).toEqual([])
  })

  // What the page itself put in the form (`sent.mark`) is held against what is there, and what was typed may be shown.
  const byHand = (code: string) => /\bsent\.(?:text|raw|all|file)\(/.test(code)
  test('what was typed is read by a schema, but where that is listed', () => {
    const elsewhere = files
      .filter((file) => /^src\/(features|registers|publish|public)\//.test(file))
      .filter((file) => byHand(readFileSync(file, 'utf8')))
    expect(elsewhere.toSorted()).toEqual(Object.keys(BY_HAND).toSorted())
  })
  test.each(["sent.text('naam')", "asked.sent.text('naam', 20)", "sent.all('wie')", "sent.raw('oud')"])(
    '%s is read by hand',
    (code) => expect(byHand(code)).toBe(true),
  )
  test.each(["sent.mark('basis')", "typed?.text('naam')", 'readForm(FIELDS, sent)', 'presented.text(1)'])(
    '%s is not',
    (code) => expect(byHand(code)).toBe(false),
  )

  // Held until the end of a session, which is lost where connections are shared; a turn is a row (db/turn.ts).
  test('nothing takes an advisory lock', () => {
    const takes = sources(['src'], /\.tsx?$/).filter((file) => /advisory_(?:xact_)?(?:un)?lock/.test(read(file).join()))
    expect(takes).toEqual([])
  })

  // Between midnight and two it is another day there than here.
  test('the day of the server is nobody’s today', () => {
    const reads = sources(['src', 'test'], /\.tsx?$/)
      .filter((file) => !file.startsWith('src/db/migrations/') && !/(?:tables|architecture)\.test\.ts$/.test(file))
      .filter((file) => /\bcurrent_date\b|\b(?:\w+_at|at)\)?::date\b|\bdate\(\w+_at\)/.test(read(file).join()))
    expect(reads).toEqual([])
  })
  test('a moment is cut down to no day: that would be the day in Greenwich', () => {
    const cuts = sources(['src/features', 'src/public', 'src/publish', 'src/registers'], /(?<!\.test)\.tsx?$/).filter(
      (file) => /\b(?:at|\w+At|toISOString\(\))\.slice\(0, (?:4|7|10)\)|getFullYear\(\)/.test(read(file).join()),
    )
    expect(cuts).toEqual([])
  })

  test('the lists name only what is there', () => {
    for (const file of [WIDE, LONG, SQL, BY_HAND].flatMap(Object.keys))
      expect(existsSync(file), `${file} may be taken off its list in test/tree.ts`).toBe(true)
  })
})

describe('a table has one owner', () => {
  const TABLES = new Set(
    [...readFileSync('src/db/tables.ts', 'utf8').matchAll(/^ {2}'?([\w.]+)'?: \{/gm)].map((m) => m[1]!),
  )
  const placeOf = (file: string) => /^src\/(features\/[^/]+|db\/[^/]+|[^/]+)/.exec(file)![1]!
  const ownerOf = (table: string) => Object.keys(OWNED).find((place) => (OWNED[place] as string[]).includes(table))
  const alsoWrites = (table: string) => Object.keys((ALSO_WRITES as Record<string, object>)[table] ?? {})
  const readersOf = (table: string) => [
    ...((READERS as Record<string, readonly string[]>)[table] ?? []),
    ...(table.startsWith('published.') ? ['public'] : []),
  ]
  /** What every file does, `reads case_file` and `writes task`, without what the demo plays of the months before. */
  const uses = files
    .filter((file) => !/^src\/(db\/migrations|demo)\//.test(file) && NAMED_ELSEWHERE[file] !== 'any table')
    .flatMap((file) => {
      const found = tableUses(readFileSync(file, 'utf8'), TABLES)
      const elsewhere = NAMED_ELSEWHERE[file] as readonly string[] | undefined
      return (['reads', 'writes'] as const).flatMap((what) =>
        [...found[what]]
          .flatMap((table) => (table === BY_VARIABLE ? (elsewhere ?? table) : table))
          .map((table) => ({ file, place: placeOf(file), what, table })),
      )
    })
  const told = ({ file, what, table }: (typeof uses)[number]) => `${file} ${what} ${table}`

  test('every table is under one place, and only what is there is listed', () => {
    expect(Object.values(OWNED).flat().toSorted()).toEqual([...TABLES].toSorted())
    expect(Object.keys(NAMED_ELSEWHERE).filter((file) => !existsSync(file))).toEqual([])
    expect(Object.keys(OWNED).filter((place) => !existsSync(`src/${place}`))).toEqual([])
  })

  test('nobody else writes it', () => {
    const may = (table: string) => [ownerOf(table), ...alsoWrites(table)]
    expect(uses.filter(({ what, place, table }) => what === 'writes' && !may(table).includes(place)).map(told)).toEqual(
      [],
    )
  })

  test('nobody reads it who is not listed', () => {
    const may = (table: string) => [ownerOf(table), ...alsoWrites(table), ...readersOf(table)]
    expect(uses.filter(({ place, table }) => !may(table).includes(place)).map(told)).toEqual([])
  })

  test('the public site reads what is published, and nothing else', () => {
    const inside = uses.filter(({ place, table }) => place === 'public' && !table.startsWith('published.'))
    expect(inside.map(told)).toEqual([])
  })

  test('who is listed does so', () => {
    const does = new Set(uses.map(({ place, what, table }) => `${place} ${what} ${table}`))
    const listed = [...TABLES].flatMap((table) => [
      ...alsoWrites(table).map((place) => `${place} writes ${table}`),
      ...((READERS as Record<string, readonly string[]>)[table] ?? []).map((place) => `${place} reads ${table}`),
    ])
    expect(listed.filter((each) => !does.has(each))).toEqual([])
  })

  const known = new Set(['visit', 'subject', 'task', 'published.toets'])
  const seen = (code: string) => {
    const { reads, writes } = tableUses(`import { sql } from 'kysely'\n${code}`, known)
    return [...reads].map((table) => `reads ${table}`).concat([...writes].map((table) => `writes ${table}`))
  }
  test.each([
    ["db.selectFrom('visit as v')", 'reads visit'],
    ["db.selectFrom(['visit', 'subject as s'])", 'reads visit, reads subject'],
    ["query\n  .leftJoin(\n    'published.toets as t', (join) => join)", 'reads published.toets'],
    ["where.exists(where.selectFrom('task').select('id'))", 'reads task'],
    ["tx.insertInto('task').values({})", 'writes task'],
    ["tx.updateTable('visit as v').from('subject')", 'reads subject, writes visit'],
    ["tx.deleteFrom('visit').using('task')", 'reads task, writes visit'],
    ['sql`select 1 from visit v, lateral x, subject s`', 'reads visit, reads subject'],
    ['sql`update visit v set x = 1 from subject`', 'reads subject, writes visit'],
    [
      'sql`insert into\n  published.toets (no) select no from only public.visit`',
      'reads visit, writes published.toets',
    ],
    ['sql`delete from task where exists (select from visit)`', 'reads visit, writes task'],
    ['sql`${sql`(select x from subject)`} join visit on true`', 'reads subject, reads visit'],
    ["pg.query('truncate task')", 'writes task'],
    ['tx.deleteFrom(table)', 'writes ?'],
    ['tx.selectFrom(kind).select([])', 'reads ?'],
    ['sql`update ${sql.table(name)} set x = 1`', 'writes ?'],
    ['sql`select from ${sql.table(name)}`', 'reads ?'],
  ])('%s: %s', (code, uses) => expect(seen(code).join(', ')).toBe(uses))
  test.each([
    "import { visit } from './task.ts'",
    '// the visit: update task, from subject',
    '/* delete from visit */',
    "query.select('visit').where('task', '=', x)",
    'sql`select task, subject.id from visits join tasks on true`',
    'sql`x is distinct from task and visit(1) > 0`',
    'sql`select extract(year from visit(at))`',
    'tx.selectFrom((query) => query.selectNoFrom([]))',
    'tx.selectFrom(sql`unnest(${ids})`.as("x"))',
    'Array.from(task)',
    'sql`select now() for update`',
  ])('%s names no table', (code) => expect(seen(code)).toEqual([]))
})
