/** What the doors of public covenants share: counting, reading a form, and the page of a link that does not open. */
import type { Context } from 'hono'
import type { ReactElement } from 'react'
import type { Db } from '../../../db/connect.ts'
import { hashOfToken, isToken } from '../../../lib/token.ts'
import type { ReadBody } from '../../../web/body.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import type { Sent } from '../../../web/desk/route.ts'
import { unreadStatus, type Door } from '../../../web/door.ts'
import type { Lang } from '../../../web/language.ts'
import { html, Page } from '../../../web/layout.tsx'
import { Heading, Text } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import { whomToAsk } from '../../../web/whom-to-ask.ts'
import { says } from './messages.ts'

export type CovenantDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  /** Working days within which a reader is answered. */
  readonly days: number
  readonly today: () => string
}

export type Problems = Readonly<Record<string, string>>
/** Before `/en`, or nothing. */
export const under = (lang: Lang): string => (lang === 'en' ? '/en' : '')

/** A page without more than a few words. */
export function Plain({ view, title, text }: { view: View; title: string; text: string }) {
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{text}</Text>
    </Page>
  )
}
const plain = (c: Context, view: View, title: string, text: string, status: 403 | 404 | 429) =>
  c.html(html(<Plain {...{ view, title, text }} />), status)

const tooMany = (c: Context, view: View, wait: number): Response => {
  const t = says(view.lang)
  c.header('Retry-After', String(wait))
  return plain(c, view, t.waitTitle, t.wait(wait), 429)
}
const forged = (c: Context, view: View): Response =>
  plain(c, view, says(view.lang).forgedTitle, says(view.lang).forged, 403)

/**
 * Takes a form of a stranger: where it comes from and how often goes before anything of it is read. What did not become
 * anything is given back.
 */
export async function taking(
  c: Context,
  lang: Lang,
  { counted, isOurs, viewOf }: CovenantDoors,
  bodyOf: (c: Context) => Promise<ReadBody>,
  take: (view: View, sent: Sent, unread: Problems | undefined, status: 400 | 413 | 503) => Promise<Response>,
): Promise<Response> {
  if (!isOurs(c)) return forged(c, await viewOf(c, lang))
  const guess = await counted(c, 'report')
  if (guess.wait !== undefined) return tooMany(c, await viewOf(c, lang), guess.wait)
  try {
    const view = await viewOf(c, lang)
    const read = await bodyOf(c)
    const why = unreadStatus(read)
    const sent = sentOf('fields' in read ? read.fields : {})
    const answer = await take(view, sent, why && { '': says(lang)[why.says] }, why?.status ?? 400)
    if (answer.status !== 303) await guess.unseen?.()
    return answer
  } catch (error) {
    await guess.unseen?.()
    throw error
  }
}

/** What stands behind a secret link, counted before it is looked at; else the page that says that it does not open. */
export async function opened<T>(
  c: Context,
  lang: Lang,
  { counted, viewOf }: CovenantDoors,
  find: (municipality: string, hash: string) => Promise<T | undefined>,
): Promise<
  | { readonly dead: Response }
  | {
      readonly dead?: undefined
      readonly view: View
      readonly found: T
      readonly municipality: string
      readonly hash: string
      readonly secret: string
    }
> {
  const view = await viewOf(c, lang)
  const guess = await counted(c, 'link')
  if (guess.wait !== undefined) return { dead: tooMany(c, view, guess.wait) }
  const secret = c.req.param('secret') ?? ''
  const { id } = view.municipality
  const hash = hashOfToken(secret)
  const found = isToken(secret) && id !== null ? await find(id, hash) : undefined
  const t = says(lang)
  if (found === undefined || id === null)
    return { dead: plain(c, view, t.deadTitle, `${t.dead} ${whomToAsk(view)}`, 404) }
  await guess.right?.()
  return { view, found, municipality: id, hash, secret }
}

/** A post behind a link has to come from the page that the link opened. */
export const theirs = async (
  c: Context,
  lang: Lang,
  { isOurs, viewOf }: CovenantDoors,
): Promise<Response | undefined> => (isOurs(c) ? undefined : forged(c, await viewOf(c, lang)))

/** A page with a form or a state of its own. */
export const shown = (c: Context, body: ReactElement, status: 200 | 400 | 413 | 422 | 429 | 503 = 200): Response =>
  c.html(html(body), status) as Response
