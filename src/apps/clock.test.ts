/** What happens by itself: each once, also when two do it at once, and never a decision. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, putCase, type TestPerson } from '../../test/desk.ts'
import { testDatabase, unasked } from '../../test/database.ts'
import { asClock, type Tx } from '../db/as.ts'
import { queueMessage, tryAgain } from '../db/messages.ts'
import { ensureMunicipality, keepSite, keepHosts } from '../db/municipality.ts'
import { openTask } from '../db/tasks.ts'
import { lackOf } from '../lib/lack.ts'
import { type Letter, type Postman } from '../model/mail.ts'
import { MailDelayed, MailRefused } from './mail-answer.ts'
import { deliver } from './clock/deliver.ts'
import { tick } from './clock.ts'
import { LACKING } from './later.ts'
import { timers } from './timers.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let anna: TestPerson
let file: string
const TODAY = '2026-11-25'
const sent: Letter[] = []
const postman: Postman = {
  send: async (message) => {
    if (message.to.startsWith('weg@')) throw new MailRefused('no such user')
    if (message.to.startsWith('vol@')) throw new MailDelayed('452 mailbox full')
    if (message.to.startsWith('stuk@')) throw new Error('connect ECONNREFUSED')
    sent.push(message)
  },
}
const clock = { timers: timers({ registers: [], key: Buffer.alloc(32) }, undefined), origin: 'https://leidraad.test' }
const round = (today = TODAY) => tick(database.db, { ...clock, postman, today })

beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  anna = await addPerson(database.db, id, ['policy-officer'], 'Anna')
  file = uuid()
  await unasked(database.db, async (tx) => {
    await tx
      .insertInto('case_file')
      .values({
        municipality: id,
        id: file,
        no: 1,
        kind: 'proposal',
        title: 'Gratis wifi',
        author: anna.id,
        handler: anna.id,
      })
      .execute()
    await tx
      .insertInto('opinion_request')
      .values({
        municipality: id,
        id: uuid(),
        case_file: file,
        round: 0,
        role: 'fg',
        by: anna.id,
        due_on: '2026-11-20',
      })
      .execute()
    await tx
      .insertInto('opinion_request')
      .values({
        municipality: id,
        id: uuid(),
        case_file: file,
        round: 0,
        role: 'executor',
        by: anna.id,
        due_on: '2026-12-20',
      })
      .execute()
  })
  await putCase(database.db, anna, file, 'pre-check', 'in-test', 'completeness', 'opinions')
})
afterAll(() => database.close())
const opinions = async () => (await database.db.selectFrom('opinion').select('id').execute()).length
const stateOf = async () => (await database.db.selectFrom('case_file').select('state').executeTakeFirstOrThrow()).state

test('on its last day an opinion is not late yet', async () => {
  expect((await round('2026-11-20')).escalated).toBe(0)
})

test('a late opinion is escalated once, by two clocks at once too; the case stays where it is', async () => {
  const rounds = await Promise.all([round(), round()])
  expect(rounds.reduce((sum, { escalated }) => sum + escalated!, 0)).toBe(1)
  expect((await round()).escalated).toBe(0)
  const tasks = await database.db.selectFrom('task').select(['text', 'person']).execute()
  expect(tasks).toEqual([{ text: 'Een advies over Gratis wifi is te laat: vraag ernaar', person: anna.id }])
  expect([await stateOf(), await opinions()]).toEqual(['opinions', 0])
})

test('each message goes once, though two send at the same time', async () => {
  await as(database.db, anna, async (tx) => {
    for (let at = 0; at < 20; at++)
      await queueMessage(tx, anna.municipality, {
        recipient: `p${at}@x.test`,
        subject: `s${at}`,
        body: 'b',
        kind: 'k',
        key: `k${at}`,
      })
  })
  sent.length = 0
  await Promise.all([round(), round()])
  const keys = sent.filter(({ subject }) => /^s\d+$/.test(subject)).map(({ subject }) => subject)
  expect(keys.length).toBe(20)
  expect(new Set(keys).size).toBe(20)
})

test('what is refused for good is kept with its reason, what may be tried again waits', async () => {
  await as(database.db, anna, async (tx) => {
    for (const who of ['weg', 'vol'])
      await queueMessage(tx, anna.municipality, {
        recipient: `${who}@x.test`,
        subject: 's',
        body: 'b',
        kind: 'k',
        key: who,
      })
  })
  expect(await round()).toMatchObject({ refused: 1, waiting: 1 })
  expect(await round()).toMatchObject({ refused: 0, waiting: 0 })
  const rows = await database.db
    .selectFrom('message')
    .innerJoin('job', (join) => join.on('job.key', '=', sql<string>`message.id::text`))
    .select(['message.key', 'failure', 'attempt', 'job.state'])
    .where('message.key', 'in', ['weg', 'vol'])
    .orderBy('message.key')
    .execute()
  expect(rows).toEqual([
    { key: 'vol', failure: null, attempt: 1, state: 'queued' },
    { key: 'weg', failure: expect.stringContaining('no such user'), attempt: 1, state: 'failed' },
  ])
})

test(
  'who wrote a letter hears that it did not arrive; one that is asked to wait keeps nobody else ' + 'waiting',
  async () => {
    const { id, municipality } = anna
    const queue = (key: string, who: string, kind = 'k') =>
      as(database.db, anna, (tx) =>
        queueMessage(tx, municipality, {
          recipient: `${who}@x.test`,
          subject: `Over ${key}`,
          body: `Begin hier:\nhttps://leidraad.test/balie/nulmeting/${'a'.repeat(43)}`,
          kind,
          key,
          object: `organisation/${key}`,
          by: id,
        }),
      )
    const fareOf = async (key: string) =>
      database.db
        .selectFrom('message')
        .select(['trouble', 'said', 'body', sql<boolean>`failure is null`.as('hopes')])
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
    await queue('vast', 'vol')
    await queue('fout', 'weg')
    await queue('goed', 'piet')
    sent.length = 0
    await round()
    expect(sent.map(({ subject }) => subject)).toContain('Over goed')
    expect(await fareOf('vast')).toMatchObject({ trouble: 'later', said: '452 mailbox full', hopes: true })
    expect(await fareOf('fout')).toMatchObject({ trouble: 'refused', hopes: false })
    // What was sent, or never will be, holds no link any more; what waits has to.
    expect([(await fareOf('goed')).body, (await fareOf('fout')).body]).toEqual(
      Array(2).fill('Begin hier:\nhttps://leidraad.test/balie/nulmeting/…'),
    )
    expect((await fareOf('vast')).body).toContain('a'.repeat(43))
    const tasks = await database.db
      .selectFrom('task')
      .select(['text', 'path', 'person'])
      .where('kind', '=', 'mail')
      .execute()
    expect(tasks).toEqual([
      { text: 'Kijk naar een e-mail die niet aankwam: “Over fout”', path: '/balie/organisaties/fout', person: id },
    ])
    // A server of ours that is away is nobody's fault, and ends the round.
    await queue('eerst', 'stuk')
    await queue('daarna', 'piet')
    sent.length = 0
    await round()
    expect(await fareOf('eerst')).toMatchObject({ trouble: 'away', hopes: true })
    expect(sent.map(({ subject }) => subject)).not.toContain('Over daarna')
    await database.db.deleteFrom('message').where('key', 'in', ['eerst', 'vast']).execute()
  },
)

test('a task is reminded of once before and once after its date; daily mail comes in one', async () => {
  const piet = await addPerson(database.db, anna.municipality, ['adviser'], 'Piet')
  await as(database.db, anna, (tx) =>
    openTask(tx, anna.municipality, {
      kind: 'report',
      object: 'proef/1',
      whom: { person: piet.id },
      text: 'Doe iets',
      path: '/balie',
      dueOn: '2026-11-26',
    }),
  )
  sent.length = 0
  expect((await round()).reminded).toBeGreaterThan(0)
  await round()
  const mine = sent.filter(({ to }) => to === piet.email)
  expect(mine).toHaveLength(1)
  expect(mine[0]!.text).toContain('- Herinnering: doe iets')
})

test('a test that ends soon is announced once', async () => {
  await database.db.updateTable('case_file').set({ retest_on: '2026-12-31' }).execute()
  expect((await round()).retests).toBe(0)
  await putCase(database.db, anna, file, 'advice', 'reaction', 'decision', 'decided')
  expect([(await round()).retests, (await round()).retests]).toEqual([1, 0])
  expect(await stateOf()).toBe('decided')
})

test('the link of a mail is nowhere in the database once it was sent, or is dead', async () => {
  const link = (sign: string) => `https://leidraad.test/balie/link/${sign.repeat(43)}`
  const message = { recipient: 'a@x.test', subject: 's' }
  const queue = (sign: string, kind: string) =>
    as(database.db, anna, (tx) =>
      queueMessage(tx, anna.municipality, { ...message, kind, key: `link-${sign}`, body: `Open ${link(sign)} nu.` }),
    )
  const bodyOf = async (sign: string) =>
    (await database.db.selectFrom('message').select('body').where('key', '=', `link-${sign}`).executeTakeFirstOrThrow())
      .body
  sent.length = 0
  await queue('a', 'reset')
  await round()
  expect(sent.find(({ text }) => text.includes(link('a')))).toBeDefined()
  expect(await bodyOf('a')).toBe('Open https://leidraad.test/balie/link/… nu.')
  // What an earlier version left behind; and what waits: a link that still works, one that does not.
  for (const [sign, kind] of [
    ['b', 'invitation'],
    ['c', 'reset'],
    ['d', 'baseline'],
  ] as const)
    await queue(sign, kind)
  const change = (sign: string, values: { sent_at?: Date; created_at?: Date }) =>
    database.db.updateTable('message').set(values).where('key', '=', `link-${sign}`).execute()
  await change('b', { sent_at: new Date() })
  await change('c', { created_at: new Date(Date.now() - 2 * 3_600_000) })
  await tick(database.db, { ...clock, postman: undefined, today: TODAY })
  expect([await bodyOf('b'), await bodyOf('c')].some((body) => /[bc]{43}/.test(body))).toBe(false)
  expect(await bodyOf('d')).toContain(link('d'))
})

test('what is past its time goes, and somebody who left long ago has no name here any more', async () => {
  const leaver = await addPerson(database.db, anna.municipality, ['adviser'], 'Leo')
  const recent = await addPerson(database.db, anna.municipality, ['adviser'], 'Ria')
  await database.db
    .updateTable('person')
    .set({ state: 'left', changed_at: new Date(Date.now() - 800 * 86_400_000) })
    .where('id', '=', leaver.id)
    .execute()
  await database.db.updateTable('person').set({ state: 'left' }).where('id', '=', recent.id).execute()
  for (const [device, days] of [
    ['old', 400],
    ['new', 3],
  ] as const)
    await database.db
      .insertInto('known_device')
      .values({
        municipality: anna.municipality,
        person: anna.id,
        device,
        seen_at: new Date(Date.now() - days * 86_400_000),
      })
      .execute()
  expect((await round()).forgotten).toBe(2)
  const names = await database.db
    .selectFrom('person')
    .select('name')
    .where('state', '=', 'left')
    .orderBy('name')
    .execute()
  expect(names.map(({ name }) => name)).toEqual(['Ria', 'oud-medewerker'])
})

test('a timer that fails keeps no other from its work, nor mail from leaving, and is told', async () => {
  await as(database.db, anna, (tx) =>
    queueMessage(tx, anna.municipality, { recipient: 'b@x.test', subject: 'Toch', body: 'b', kind: 'k', key: 'toch' }),
  )
  sent.length = 0
  let ran = 0
  const all = [
    {
      id: 'falls',
      what: 'gevallen',
      run: async (tx: Tx) => {
        const half = { recipient: 'c@x.test', subject: 'Half', body: 'b', kind: 'k', key: 'half' }
        await queueMessage(tx, anna.municipality, half)
        throw new Error('no such thing')
      },
    },
    { id: 'stands', what: 'gelukt', run: async () => ++ran },
  ]
  await expect(tick(database.db, { ...clock, timers: all, postman, today: TODAY })).rejects.toThrow('no such thing')
  expect([ran, sent.map(({ subject }) => subject)]).toEqual([1, ['Toch']])
  expect(await database.db.selectFrom('message').select('id').where('key', '=', 'half').execute()).toEqual([])
})

test('every timer has a name of its own and says what it counts', () => {
  const all = timers({ registers: [], key: Buffer.alloc(32) }, 'toezicht@elders.test')
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.every(({ what }) => what !== '')).toBe(true)
})

test('mail of one municipality that cannot be read keeps no other from its mail, and is told', async () => {
  const broken = await ensureMunicipality(database.db, 'Aaardam')
  const write = (municipality: string, subject: string) =>
    asClock(database.db, municipality, (tx) =>
      queueMessage(tx, municipality, { recipient: 'x@x.test', subject, body: 'b', kind: 'k', key: subject }),
    )
  await write(broken.id, 'Breekt')
  await write(anna.municipality, 'Komt wel aan')
  // Of one municipality alone nothing can be kept.
  await sql`create function breaks() returns trigger language plpgsql as
    $$ begin raise exception 'this one breaks'; end $$`.execute(database.db)
  await sql`create trigger breaks before update on job for each row when (old.municipality = ${sql.lit(broken.id)})
    execute function breaks()`.execute(database.db)
  sent.length = 0
  await expect(round()).rejects.toThrow('this one breaks')
  expect(sent.map(({ subject }) => subject)).toContain('Komt wel aan')
  await sql`drop function breaks cascade`.execute(database.db)
  await round()
  expect(sent.map(({ subject }) => subject)).toContain('Breekt')
})

test('where the names were just changed, mail names the first, before the site has started', async () => {
  const moved = await ensureMunicipality(database.db, 'Verhuisd')
  await keepHosts(database.db, moved, ['nieuw.verhuisd.test', 'oud.verhuisd.test'])
  const origins: string[] = []
  const listens = {
    id: 'listens',
    what: 'gehoord',
    run: async (_: Tx, { municipality, origin }: { municipality: { id: string }; origin: string }) =>
      municipality.id === moved.id ? origins.push(origin) : 0,
  }
  await tick(database.db, { ...clock, origin: 'https://elders.test:8443', timers: [listens], postman, today: TODAY })
  expect(origins).toEqual(['https://nieuw.verhuisd.test:8443'])
})

test('with more than one municipality, mail names the site of its own', async () => {
  const elsewhere = await ensureMunicipality(database.db, 'Elders')
  await keepSite(database.db, elsewhere.id, 'https://elders.test')
  const ben = await addPerson(database.db, elsewhere.id, ['policy-officer'], 'Ben')
  await as(database.db, ben, (tx) =>
    openTask(tx, elsewhere.id, {
      whom: { person: ben.id },
      kind: 'measure',
      object: 'x',
      text: 'Kijk hiernaar',
      path: '/balie/zaken',
      dueOn: TODAY,
    }),
  )
  sent.length = 0
  await round()
  expect(sent.filter(({ to }) => to === ben.email).map(({ text }) => text)).toEqual([
    expect.stringContaining('https://elders.test/balie'),
  ])
  expect(sent.filter(({ to }) => to !== ben.email).every(({ text }) => !text.includes('elders.test'))).toBe(true)
})

/** A letter that nobody wrote before, and what became of it and of its job. */
async function letter(key: string) {
  const { municipality } = anna
  await as(database.db, anna, (tx) =>
    queueMessage(tx, municipality, {
      recipient: 'piet@x.test',
      subject: `Over ${key}`,
      body: 'b',
      kind: 'k',
      key,
      object: `organisation/${key}`,
      by: anna.id,
    }),
  )
  const { id } = await database.db.selectFrom('message').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  const fare = async () => {
    const message = await database.db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const job = await database.db.selectFrom('job').selectAll().where('key', '=', id).executeTakeFirstOrThrow()
    return {
      sent: message.sent_at !== null,
      trouble: message.trouble,
      state: job.state,
      silent: job.silent,
      attempt: job.attempt,
    }
  }
  const silent = () =>
    sql`update job set lease_until = now() - interval '1 second' where key = ${id} and state = 'active'`.execute(
      database.db,
    )
  return { id, fare, silent }
}

test('who falls between the answer of the server and keeping it: a copy with the same id, told once', async () => {
  const { id, fare } = await letter('val')
  await round()
  const [first] = sent.filter(({ subject }) => subject === 'Over val')
  expect([first!.id, (await fare()).state]).toEqual([id, 'done'])
  // The same of one that froze while it sent: the server has it, and another round sends it again meanwhile.
  const late = await letter('laat')
  let again = false
  const freezing: Postman = {
    send: async (message) => {
      sent.push(message)
      if (again) return
      again = true
      await late.silent()
      await deliver(database.db, anna.municipality, postman)
    },
  }
  const done = await deliver(database.db, anna.municipality, freezing)
  // The late one keeps nothing, and counts nothing.
  expect(done.sent).toBe(0)
  expect(sent.filter(({ subject }) => subject === 'Over laat').map((each) => each.id)).toEqual([late.id, late.id])
  expect(await late.fare()).toEqual({ sent: true, trouble: null, state: 'done', silent: 1, attempt: 2 })
})

test('a letter that brings down who sends it goes alone after three times, then is set aside and told', async () => {
  const { id, fare, silent } = await letter('gif')
  let fallen = false
  const falling: { readonly go: () => void; readonly done: Promise<unknown> }[] = []
  const fall = (): void => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const send = () => (fallen ? Promise.reject(new MailDelayed('not now')) : promise)
    falling.push({ go: resolve, done: deliver(database.db, anna.municipality, { send }) })
  }
  for (let no = 0; no < 3; no++) {
    fall()
    await expect.poll(async () => (await fare()).attempt).toBe(no + 1)
    await silent()
  }
  const alone: number[] = []
  const falls = async ({ attempt }: { attempt: number }) => {
    alone.push(attempt)
    throw new Error('het eigen proces viel om')
  }
  await deliver(database.db, anna.municipality, postman, falls)
  expect(alone).toEqual([4])
  // What is told at the desk is in the words of the desk.
  const told = database.db.selectFrom('job').select('trouble').where('key', '=', id).execute()
  expect(await told).toEqual([{ trouble: 'het versturen ging mis op onze server' }])
  expect(await fare()).toEqual({ sent: false, trouble: 'ours', state: 'failed', silent: 4, attempt: 4 })
  expect(
    await database.db.selectFrom('task').select('person').where('object', '=', 'organisation/gif').execute(),
  ).toEqual([{ person: anna.id }])
  // Those that froze wake up late, and keep nothing.
  fallen = true
  for (const { go } of falling) go()
  await Promise.all(falling.map(({ done }) => done))
  expect(await fare()).toMatchObject({ sent: false, state: 'failed' })
  // Somebody asks for it again: as if it was just written.
  expect(await database.db.transaction().execute((tx) => tryAgain(tx, anna.municipality, id))).toBe(true)
  await round()
  expect(sent.some(({ subject }) => subject === 'Over gif')).toBe(true)
})

test('what we lack ourselves is no word of the server: the message waits, uncounted, and the round tells', async () => {
  const key = uuid()
  const letter = { recipient: 'vrij@sluiswijk.test', subject: 'x', body: 'x', kind: 'proef', key }
  await as(database.db, anna, (tx) => queueMessage(tx, anna.municipality, letter))
  const short: Postman = { send: () => Promise.reject(new Error('connect EMFILE 127.0.0.1:25')) }
  const round = tick(database.db, { ...clock, timers: [], postman: short, today: TODAY })
  expect(lackOf(await round.catch((error: unknown) => error))).toBe('files')
  const held = () =>
    database.db
      .selectFrom('message as m')
      .innerJoin('job as j', (join) => join.on('j.key', '=', sql<string>`m.id::text`))
      .select(['j.state', 'silent', 'j.trouble', 'm.said', 'm.failure', 'sent_at'])
      .where('m.key', '=', key)
      .executeTakeFirst()
  expect(await held()).toEqual({
    state: 'queued',
    silent: 0,
    trouble: LACKING,
    said: null,
    failure: null,
    sent_at: null,
  })
  await sql`update job set due = now() where state = 'queued'`.execute(database.db)
  await tick(database.db, { ...clock, timers: [], postman, today: TODAY })
  expect(await held()).toMatchObject({ state: 'done', failure: null })
})
