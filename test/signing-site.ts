/** The public site as a contact meets it by a link: pages, forms, and the codes that come to a mailbox. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createSite } from '../src/apps/site.ts'
import { fixed, linkFor, readyCovenant, type Party } from './covenant.ts'
import { ORIGIN, type testDeps, type TestDesk } from './desk.ts'

/** `deps`: those of the desk. Faults of the site stand among those of the desk. */
export function signingSite(desk: TestDesk, deps: ReturnType<typeof testDeps>) {
  const site = createSite({
    db: desk.publicDb,
    store: deps.files,
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    signing: { key: deps.key, files: deps.files, mails: true, readFile: deps.readFile, counted: async () => ({}) },
    report: (error) => desk.faults.push(error),
  })
  const get = async (path: string): Promise<Response> => site.request(ORIGIN + path)
  async function post(path: string, fields: Readonly<Record<string, string | File>> = {}): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return site.request(ORIGIN + path, { method: 'POST', body, headers: { origin: ORIGIN } })
  }
  const row = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(desk.db)).rows
  return {
    get,
    post,
    row,
    text: async (path: string) => (await get(path)).text(),
    /** Asks for a code on a page of this link, and reads it in the mailbox. */
    async asked(secret: string, { email }: Pick<Party, 'email'>, back = ''): Promise<string> {
      expect((await post(`/tekenen/${secret}/code`, { terug: back })).status).toBe(303)
      const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${email}
        and kind = 'covenant-code' order by created_at desc limit 1`)
      return /Uw code is: (\d{4} \d{4})/.exec(mail!.body)![1]!
    },
    /** A covenant that is fixed, with a link for each of these. */
    async ready(...names: string[]) {
      const covenant = await readyCovenant(desk, names)
      await fixed(desk, covenant, deps.files)
      const secrets: string[] = []
      for (const party of covenant.parties) secrets.push(await linkFor(desk.db, covenant, party))
      return { covenant, secrets }
    },
  }
}
