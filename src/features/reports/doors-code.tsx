/** The door at which a report is followed by its code, as it stands on paper: the code stands for the secret link. */
import type { Hono } from 'hono'
import { isFollowCode, squeezedCode } from '../../lib/follow-code.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, unreadStatus, type Door } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { says } from './messages.ts'
import { CodePage } from './page-code.tsx'
import { UnreadPage } from './page-form.tsx'
import { secretOfCode } from './rules.ts'

type CodeDoor = Pick<Door, 'viewOf' | 'isOurs'> & { readonly key: Buffer }

/** Nothing is looked up here: a right code and a wrong one lead to a link alike, and there guesses are counted. */
export function codeDoor(app: Hono, { key, viewOf, isOurs }: CodeDoor, lang: Lang): void {
  const [t, base] = [says(lang), lang === 'en' ? '/en/fout-melden' : '/fout-melden']
  const bodyOf = doorReader()

  app.get(`${base}/volgen`, async (c) => c.html(html(<CodePage view={await viewOf(c, lang)} />)))

  app.post(`${base}/volgen`, async (c) => {
    const view = await viewOf(c, lang)
    if (!isOurs(c)) return c.html(html(<UnreadPage view={view} />), 403)
    const read = await bodyOf(c)
    const typed = sentOf('fields' in read ? read.fields : {}).text('code')
    const no = unreadStatus(read)
    if (no) return c.html(html(<CodePage {...{ view, typed }} problems={{ '': t[no.says] }} />), no.status)
    const code = squeezedCode(typed.slice(0, 200))
    const problems = { code: typed === '' ? t.noCode : t.badCode }
    if (!isFollowCode(code)) return c.html(html(<CodePage {...{ view, typed, problems }} />), 422)
    return c.redirect(`${base}/${secretOfCode(key, code)}`, 303)
  })
}
