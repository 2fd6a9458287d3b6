/**
 * The doors of the public site: where a stranger can send something, or comes by a secret link. No answer of theirs is
 * kept or packed.
 */
import type { Context, Hono } from 'hono'
import { registerFor } from '../catalogue/registers.ts'
import type { Db } from '../db/connect.ts'
import { courseDoors } from '../features/courses/doors.tsx'
import { covenantDoors } from '../features/covenants/publish/doors.ts'
import type { SigningDoors } from '../features/covenants/sign/acting.ts'
import { signingDoors } from '../features/covenants/sign/doors.tsx'
import { eventDoors } from '../features/events/doors.tsx'
import { lessonDoors } from '../features/lessons/doors.ts'
import { practiceDoors } from '../features/practices/doors.tsx'
import { ratingDoors } from '../features/ratings/doors.tsx'
import { reportDoors, type ReportDoors } from '../features/reports/doors.tsx'
import { requestDoors, type RequestDoors } from '../features/requests/doors.tsx'
import { ownerDoors, type OwnerDoors } from '../features/streets/doors.tsx'
import { bidderDoors } from '../features/tenders/doors.tsx'
import type { Lesson } from '../model/lesson.ts'
import type { Register } from '../model/register.ts'
import type { RequestKind } from '../model/request.ts'
import { keptAt } from '../registers/contact-store.ts'
import { checkDoor } from '../public/signed/door.tsx'
import { viewOf, type Site } from '../public/view.ts'
import type { Lang } from '../web/language.ts'
import { recordTitle } from '../web/layout.tsx'
import { isOurs } from './desk-guards.ts'
import { ANSWERED } from './site-files.ts'

export type DoorOptions = {
  /** What was typed to come here, where that is another name: forms come back to it. */
  readonly asked?: string
  /** With which people report a mistake; without it they are told where to write. */
  readonly reports?: Pick<ReportDoors, 'key' | 'counted'> | undefined
  /** With which owners read what was seen in their premises; without it their links open nothing. */
  readonly owners?: Pick<OwnerDoors, 'catalogue' | 'questionnaires' | 'counted'> | undefined
  /** With which contacts of a covenant read, comment and sign by their link; without it no link opens. */
  readonly signing?: Pick<SigningDoors, 'key' | 'counted' | 'files' | 'mails' | 'readFile'> | undefined
  /** With which residents ask something; without it they read what they can ask, and come to the counter. */
  readonly requests?: (Pick<RequestDoors, 'key' | 'counted' | 'remake'> & { readonly now?: () => number }) | undefined
}

type Options = DoorOptions & {
  readonly db: Db
  readonly origin: string
  readonly contact?: { readonly days: number } | undefined
  readonly registers?: readonly Register[]
  readonly kinds?: readonly RequestKind[]
  readonly lessons?: readonly Lesson[]
  readonly today?: (() => string) | undefined
}

/** All of them, each an app of its own. `app`: the whole site, which says what a page is called. */
export function siteDoors(app: Hono, site: Site, options: Options): readonly Hono[] {
  const { db, origin, asked = origin, contact, reports, owners, signing, requests } = options
  const door = {
    db,
    origin,
    viewOf: (c: Context, lang: Lang) => viewOf(site, c, lang),
    isOurs: (c: Context) => isOurs(c, asked),
    titleAt: async (at: string, lang: Lang) => {
      const answer = await app.request(origin + (lang === 'en' ? `/en${at === '/' ? '' : at}` : at))
      const page = /^text\/html\b/.test(answer.headers.get('content-type') ?? '')
      if (page && [200, 410].includes(answer.status)) return recordTitle(await answer.text())
      // A file has no title: it is not read, and stops being made.
      await answer.body?.cancel()
      return undefined
    },
  }
  const today = site.today
  const kept = keptAt(options.registers ?? [])
  const answering = reports && { ...reports, ...door, keptAt: kept, days: contact?.days ?? ANSWERED }
  const register = registerFor(options.registers ?? [], 'algorithm')?.id
  const products = registerFor(options.registers ?? [], 'product')?.id
  const asking = { register, keptAt: kept, kinds: options.kinds ?? [], today, now: Date.now }
  return [
    ...(answering
      ? [
          reportDoors(answering),
          covenantDoors({ ...answering, today }),
          courseDoors({ ...answering, today }),
          eventDoors({ ...answering, today }),
          lessonDoors({ ...answering, lessons: options.lessons ?? [], today }),
          practiceDoors({ ...answering, today }),
        ]
      : []),
    ...(requests ? [requestDoors({ ...door, ...asking, ...requests })] : []),
    ...(requests && products !== undefined ? [ratingDoors({ ...door, products, now: Date.now, ...requests })] : []),
    ...(owners ? [ownerDoors({ ...owners, ...door, ...(options.today && { today: options.today }) })] : []),
    ...(signing ? [signingDoors({ ...signing, ...door, today })] : []),
    checkDoor(door),
    ...(reports ? [bidderDoors({ ...door, counted: reports.counted })] : []),
  ]
}
