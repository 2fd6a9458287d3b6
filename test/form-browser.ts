/** Somebody at the desk who fills in the forms of its pages. */
import { beginSession } from '../src/features/people/sessions-store.ts'
import { ORIGIN, type TestDesk, type TestPerson } from './desk.ts'
import { formOf, type Filled } from './form-page.ts'

/** A browser that sends forms as they stood on its pages, with all that they carry. */
export async function formBrowser(desk: TestDesk, person: TestPerson) {
  let cookie = `balie=${await beginSession(desk.db, person.municipality, person.id, 'full', 'test')}`
  const get = (path: string) => desk.desk.request(`${ORIGIN}${path}`, { headers: { cookie } })
  const post = (path: string, fields: Filled & { bestand?: unknown }, files: Record<string, File> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each as string)
    for (const [name, file] of Object.entries(files)) body.append(name, file)
    return desk.desk.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: { cookie, origin: ORIGIN } })
  }
  return {
    get,
    post,
    text: async (path: string) => (await get(path)).text(),
    form: async (path: string, action: string) => formOf(await (await get(path)).text(), action),
    signIn: async (who: TestPerson) => {
      cookie = `balie=${await beginSession(desk.db, who.municipality, who.id, 'full', 'test')}`
    },
    signOut: () => {
      cookie = ''
    },
  }
}
