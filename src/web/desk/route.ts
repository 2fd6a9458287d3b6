/**
 * What a page of the desk is: an address, the permission that opens it, and a function from what was asked to what is
 * answered.
 */
import type { ReactNode } from 'react'
import type { Person } from '../../model/person.ts'
import type { Permission } from '../../vocabulary/roles.ts'
import type { SecretBox } from '../../lib/secret-box.ts'
import type { Look } from '../view.ts'

/** What a form sent: fields by name, repeated ones as a list, files as they came. */
export type Sent = {
  /**
   * The field as text, trimmed, `\r\n` as `\n`; empty when it was not sent. Longer than `most` characters is never cut:
   * it throws TooLong, and the form comes back with everything that was typed.
   */
  text(name: string, most?: number): string
  /**
   * What the page itself put in the form: what stood on the screen, which button was pressed, what was asked about. It
   * is held against what is there, and never kept.
   */
  mark(name: string): string
  /** As it was typed, spaces too: for passwords. */
  raw(name: string): string
  /** Every value of a repeated field. */
  all(name: string): readonly string[]
  file(name: string): File | undefined
  /** Every file of a field that takes more. */
  files(name: string): readonly File[]
  /** Names of fields that were sent. */
  readonly names: readonly string[]
}

export type Alert = {
  readonly title: string
  readonly text: string
  readonly wrong?: boolean
  /** What is not right at a field, by the id of the field. */
  readonly fields?: Readonly<Record<string, string>>
}

export type DeskView = {
  readonly who: Person
  readonly municipality: { readonly id: string; readonly slug: string; readonly name: string }
  /** The path that was asked for, and its query with `?` or empty. */
  readonly path: string
  readonly query: string
  /** Goes with every form that changes something. */
  readonly token: string
  /** Goes with every form too: whose form it is, sealed. */
  readonly voor: string
  /** The page that its forms stand on, with its query: there one comes back with what was typed. */
  readonly back: string
  /** Names what was kept of this page and is filled in again; it goes when the form is sent. */
  readonly kept: string | undefined
  /** A short message about what was just done. */
  readonly told: string | undefined
  /** Stands on top, with the title of the page: something waits or went wrong. */
  readonly alert: Alert | undefined
  /** When this session ends if nothing happens, and when it ends anyhow. */
  readonly ends: { readonly at: Date; readonly last: Date }
  readonly look: Look
  /** True where mail is shown on screen instead of sent. */
  readonly demo: boolean
  /** False where no mail goes out for want of a server: a link is then handed over on the screen. */
  readonly mails: boolean
}

/** `T` is the transaction type; this floor does not know the database. */
export type Asked<T> = {
  readonly tx: T
  readonly who: Person
  readonly municipality: { readonly id: string; readonly slug: string; readonly name: string }
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly sent: Sent
  /** Today in the Netherlands, `2026-11-25`. */
  readonly today: string
  /** Scheme and host as people reach this site, for links in mail. */
  readonly origin: string
  readonly view: DeskView
  /** Seals text that only this person opens again. */
  readonly box: SecretBox
  /** The hash of this session: the one that stays when the others are ended. */
  readonly session: string
  /** At a route with a secret: seconds to wait when it was guessed too often; then nothing may be looked at. */
  readonly wait: number | undefined
  /** Says that the secret was not looked at after all: the guess is given back. */
  readonly unseen: () => void
}

/** What making a file needs: no page, no form. */
export type Making<T> = Pick<Asked<T>, 'tx' | 'who' | 'municipality' | 'params' | 'query' | 'today'>

export type Reply =
  /** A page. With a status of 400 or more, whatever was written is undone. */
  | {
      readonly kind: 'page'
      readonly body: ReactNode
      readonly status?: 200 | 409 | 413 | 422 | 429
      /** What was typed in the part that was sent stands in it again; else the page says itself what stands there. */
      readonly typed?: true
    }
  /** See another page (303), with a short message there. `to` is a path of this site. */
  | { readonly kind: 'go'; readonly to: string; readonly told?: string }
  /** A file to download; never shown by the browser itself. */
  | { readonly kind: 'file'; readonly name: string; readonly media: string; readonly body: string | Uint8Array }
  /** A file that takes too long to wait for (more than about a second): `title` says which. See `Route.later`. */
  | { readonly kind: 'later'; readonly title: string }
  /** Not there for this person, not allowed, not yet, no longer, or no longer as it was. */
  | { readonly kind: 'refused'; readonly why: Refused; readonly text?: string }

/**
 * Why nothing opens and nothing was done. Each word has a title of its own in `refusals.tsx`, so that the title above a
 * text says what the text says.
 */
export type Refused = 'missing' | 'forbidden' | 'not-yours' | 'not-yet' | 'too-late' | 'overtaken'

export type Route<T> = {
  readonly method: 'GET' | 'POST'
  /**
   * Below `/balie`, in Hono's words: `/zaken/:case`. A parameter names a kind of object; the permission test fills it
   * in.
   */
  readonly path: string
  readonly may: Permission
  /** Largest body in bytes; 256 KiB unless a route takes files. */
  readonly limit?: number
  /**
   * A secret is asked here: a post counts as a guess before it is looked at, and is given back when it was right.
   * Nothing of what is sent is kept or given back.
   */
  readonly secret?: 'password-change'
  /**
   * What is sent here again from the same page goes to the act again: it is no act of anybody, or what is sent carries
   * an id of its own, and the same is answered with the same receipt.
   */
  readonly again?: true
  /** Why it does not open for this person, whose role has the permission; it is asked again of a file made earlier. */
  readonly refuses?: (asked: Pick<Making<T>, 'who' | 'params'>) => Reply | undefined
  readonly answer: (asked: Asked<T>) => Promise<Reply>
  /** Makes the whole file of which `answer` may say `later`: a worker calls it, as the person who asked. */
  readonly later?: (making: Making<T>) => Promise<Reply>
}

/** A page; from 400 on what was written is undone. */
export const page = (body: ReactNode, status?: 200 | 409 | 413 | 422 | 429): Reply => ({
  kind: 'page',
  body,
  ...(status === undefined ? {} : { status }),
})
/** The page again with what is not right at its field; what was typed stands there as it was. 422. */
export const notRight = (body: ReactNode): Reply => ({ kind: 'page', body, status: 422, typed: true })
/** On to another page of ours, with a short message there. */
export const go = (to: string, told?: string): Reply => ({ kind: 'go', to, ...(told === undefined ? {} : { told }) })
export const missing: Reply = { kind: 'refused', why: 'missing' }
const refused = (why: Refused, text?: string): Reply => ({
  kind: 'refused',
  why,
  ...(text === undefined ? {} : { text }),
})
/** 403. Without a text: the role does not have it. With one: the role has it, but not here; the text says who does. */
export const forbidden = (text?: string): Reply => refused(text === undefined ? 'forbidden' : 'not-yours', text)
/** 409: something else comes first; the text says what. */
export const notYet = (text: string): Reply => refused('not-yet', text)
/** 409: the moment has passed; the text says what can still be done. */
export const tooLate = (text: string): Reply => refused('too-late', text)
/** 409: two at the same time, and the other was first. */
export const overtaken = (text?: string): Reply => refused('overtaken', text)
