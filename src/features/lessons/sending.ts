/** What the doors of lessons share: who comes is counted first, and a form comes back with what was filled in. */
import type { Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, unreadStatus, type Door, type Knock } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { says } from './messages.ts'

export type LessonDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  /** Of the installation. */
  readonly key: Buffer
  readonly lessons: readonly Lesson[]
  /** YYYY-MM-DD. */
  readonly today: () => string
  /** The moment, in milliseconds. */
  readonly now?: () => number
}

/** Why a page is given again. `looked`: a secret was looked at, and was none: that was a guess. */
export type Trouble = {
  readonly problems: Problems
  readonly status: 400 | 403 | 413 | 422 | 429 | 503
  readonly looked?: true
}
export type SentForm = ReturnType<typeof sentOf>

export type WayIn = {
  readonly lesson: (c: Context) => Lesson | undefined
  readonly post: (
    c: Context,
    knock: Knock,
    again: (trouble: Trouble, sent: SentForm | undefined) => Promise<Response>,
    taken: (sent: SentForm, right: () => Promise<void>) => Promise<Response | Trouble>,
  ) => Promise<Response>
  readonly newSeal: () => string
  readonly sealAfter: (sent: SentForm | undefined) => string
  readonly unsealed: (sent: SentForm) => Trouble | undefined
}

/** The way in of a language. */
export function wayIn({ key, lessons, counted, isOurs, now = Date.now }: LessonDoors, lang: Lang): WayIn {
  const [t, bodyOf] = [says(lang), doorReader()]
  return {
    lesson: (c) => lessons.find(({ id }) => id === c.req.param('lesson')),
    async post(c, knock, again, taken) {
      if (!isOurs(c)) return again({ problems: { '': t.forged }, status: 403 }, undefined)
      const guess = await counted(c, knock)
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return again({ problems: { '': t.wait(guess.wait) }, status: 429 }, undefined)
      }
      const read = await bodyOf(c)
      const no = unreadStatus(read)
      const sent = sentOf('fields' in read ? read.fields : {})
      const came: Response | Trouble = no
        ? { problems: { '': t[no.says] }, status: no.status }
        : await taken(sent, async () => guess.right?.())
      if (came instanceof Response) return came
      if (came.looked === undefined) await guess.unseen?.()
      return again(came, no ? undefined : sent)
    },
    newSeal: () => newSeal(key, now()),
    // Sent too soon it only has to wait: the same seal is good in a moment.
    sealAfter(sent) {
      const was = sent?.text('formulier') ?? ''
      return ['good', 'too-soon'].includes(sealState(key, was, now())) ? was : newSeal(key, now())
    },
    // What only a program fills in is held against it without a word more.
    unsealed(sent) {
      const state = sent.text('website') === '' ? sealState(key, sent.text('formulier'), now()) : 'forged'
      return state === 'good' ? undefined : { problems: { '': t.seal[state] }, status: 422 }
    },
  }
}
