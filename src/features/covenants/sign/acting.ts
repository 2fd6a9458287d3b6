/** What the forms of a link work with, and what each is answered with. */
import type { Context } from 'hono'
import type { Db } from '../../../db/connect.ts'
import type { EvidenceStore } from '../../../db/evidence.ts'
import type { FileReading } from '../../../model/covenant.ts'
import type { Sent } from '../../../web/desk/route.ts'
import type { Problems } from '../../../web/desk/form.tsx'
import type { Lang } from '../../../web/language.ts'
import type { View } from '../../../web/view.ts'
import type { At, Done, Opened } from './door-store.ts'
import type { LinkProps } from './page-link.tsx'
import type { OtherProps } from './page-other.tsx'
import type { VerdictsProps } from './page-verdicts.tsx'
import type { Below } from './rules.ts'

/** Reads what was signed in a PDF; `original`: the bytes that were fixed. */
export type ReadFile = (bytes: Uint8Array, media: string, original: Uint8Array | undefined) => Promise<FileReading>

/** How a try was counted: when it is too many, the seconds to wait; else how to give it back. */
type Counted = { readonly wait?: number | undefined; readonly right?: () => Promise<void> }

export type SigningDoors = {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  readonly files: Pick<EvidenceStore, 'file' | 'put'>
  /** Scheme and host of the site. */
  readonly origin: string
  /** Whether mail leaves the house: without it no code comes. */
  readonly mails: boolean
  readonly viewOf: (c: Context, lang: Lang) => Promise<View>
  /** Counts a link that is tried, before it is looked at. */
  readonly counted: (c: Context, what: 'link') => Promise<Counted>
  /** Whether a form comes from a page of ours. */
  readonly isOurs: (c: Context) => boolean
  /** Reads what was signed in a file. */
  readonly readFile: ReadFile
  readonly today?: () => string
}

/** What a form of this door is answered with. */
export type Answer =
  /** `told`: what was done, said where it was done. */
  | {
      readonly go: Below
      readonly told: 'signed' | 'step' | 'file' | 'code' | 'plan' | 'objection' | `reactie-${string}`
    }
  | { readonly over: Done }
  | { readonly link: Partial<LinkProps>; readonly status: Status }
  | { readonly verdicts: Partial<VerdictsProps>; readonly status: Status }
  | { readonly other: Partial<OtherProps>; readonly status: Status }

export type Acting = {
  readonly at: At
  /** Not there for who asks for a new link. */
  readonly link: Opened
  readonly title: string
  readonly view: View
  readonly sent: Sent
  readonly doors: SigningDoors
}

type Status = 409 | 413 | 422 | 429 | 503
/** The page below a link, with what is not right. */
export const refused = (page: Below, problems: Problems, status: Status): Answer =>
  page === ''
    ? { link: { problems }, status }
    : page === '/anders'
      ? { other: { problems }, status }
      : { verdicts: { problems }, status }
