/** What probes of a page bring home: the page as a browser met it, and what axe found in it. */
import type { Marks } from './evidence-use.ts'
import type { Headers, Lacks, Link } from './evidence-seen.ts'

/**
 * What became of a request: an answer came; it left and no answer was seen; the page's own policy or the browser kept
 * it (`blocked`), the name has no address (`unresolved`), nobody took the connection (`unreached`), or our own guard
 * refused it (`refused`), so that nobody heard of it; or that cannot be told.
 */
export type Outcome = 'answered' | 'sent' | 'blocked' | 'unresolved' | 'unreached' | 'refused' | 'unclear'

export type Request = {
  readonly url: string
  /** Only the beginning of its address is kept. */
  readonly cut?: true
  readonly host: string
  readonly method: string
  /** CDP resource type in lower case: document, script, image, font, xhr, fetch, ping, websocket … */
  readonly type: string
  readonly status: number | null
  readonly failed: string | null
  /** Absent in evidence of before it was looked at. */
  readonly outcome?: Outcome
  /** Who asked for it: the kind and, if known, the script or document. */
  readonly initiator: { readonly kind: string; readonly url: string | null }
  /** The address of the frame it belongs to. */
  readonly frame: string
  /** The request this one was redirected from. */
  readonly redirectedFrom: string | null
  /** The Referer header that went along. */
  readonly referrer: string | null
  /** Of an SVG file: addresses of badges that stand in it; null: it was not read. Absent for what is no such file. */
  readonly drawn?: readonly string[] | null
}

/**
 * What kind of value something kept is, looked at where it was seen so that the value itself need not be kept: nothing,
 * a choice many visitors share, what could stand for one of them, or neither for sure.
 */
export type ValueKind = 'empty' | 'choice' | 'identifier' | 'other'

export type CookieAttempt = {
  readonly name: string
  /** The host that set it (response or frame), not the Domain attribute. */
  readonly host: string
  readonly domain: string | null
  readonly by: 'header' | 'script'
  /** Seconds from Max-Age or Expires as sent (not as capped by the browser); null: a session cookie. */
  readonly lifetime: number | null
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: string | null
  readonly partitioned: boolean
  /** Reasons the browser gave for refusing it. */
  readonly blocked: readonly string[]
  readonly valueLength: number
  /** Absent in evidence of before, and where there is no value to see. */
  readonly valueKind?: ValueKind
}

export type StorageItem = {
  readonly origin: string
  readonly kind: 'local' | 'session' | 'indexeddb' | 'cache'
  readonly key: string
  readonly valueLength: number
  /** Absent in evidence of before, and where there is no value to see. */
  readonly valueKind?: ValueKind
}

export type Form = {
  readonly action: string
  readonly method: string
  readonly fields: readonly Field[]
  readonly selector: string
  /** It says of itself that one searches with it (`role=search`). */
  readonly search?: true
  /** Whether it lies in a window over the page. Absent in evidence of before, and where style was not read. */
  readonly over?: boolean
}

/**
 * `name`: by which it is sent, else its id. What a field does not say of itself, and evidence of before, is absent.
 * `about`: what the group of a choice asks, or what stands right before a field without a label.
 */
export type Field = {
  readonly name: string
  readonly type: string
  readonly label: string
  readonly about?: string
  readonly id?: string
  readonly autocomplete?: string
  readonly pattern?: string
  readonly maxLength?: number
  /** It has to be filled in, by its own saying. */
  readonly required?: true
  /** Whether an eye can get to see it or its label. Absent in evidence of before, and where style was not read. */
  readonly drawn?: boolean
}

/** Addresses of badges that stand in drawings of a page itself; `whole`: whether each of those was read. */
export type Drawn = { readonly badges: readonly string[]; readonly whole: boolean }

/** A part over http on a page over https, and what the browser did: not asked for it, asked over https, or asked. */
export type Mixed = { readonly url: string; readonly became: 'blocked' | 'upgraded' | 'asked' }

/** One page as a browser met it. */
export type Session = {
  readonly url: string
  readonly finalUrl: string
  readonly status: number
  readonly headers: Headers
  readonly title: string
  readonly lang: string | null
  /** Requests in order, at most 1,000. */
  readonly requests: readonly Request[]
  readonly cookies: readonly CookieAttempt[]
  readonly storage: readonly StorageItem[]
  readonly frames: readonly { readonly url: string; readonly title: string | null }[]
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  /** Fields outside any form; absent in evidence of before they were read. */
  readonly loose?: readonly Field[]
  readonly scripts: readonly { readonly src: string; readonly integrity: string | null; readonly selector: string }[]
  readonly stylesheets: readonly {
    readonly href: string
    readonly integrity: string | null
    readonly selector: string
  }[]
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  /**
   * Addresses of feeds (RSS, Atom, JSON, calendar) that the page names; absent in evidence of before they were read.
   */
  readonly feeds?: readonly string[]
  /**
   * Days that the page names for machines (`<time datetime>`, datePublished and its kin in JSON-LD or microdata), as
   * they stand there, at most 20; absent in evidence of before they were read.
   */
  readonly days?: readonly string[]
  readonly console: readonly { readonly level: string; readonly text: string }[]
  /** Absent in evidence of before: then only the console tells. */
  readonly mixed?: readonly Mixed[]
  /** Of drawings inside the page, as an element or a `data:` address; absent in evidence of before it was looked at. */
  readonly drawn?: Drawn
  /** The text for whoever reads or hears it, at most 20,000 characters, and its full length. */
  readonly text: string
  readonly textLength: number
  /** Characters of it that style lets an eye see; absent in evidence of before it was looked at. */
  readonly shownLength?: number
  /** SHA-256 of the screenshot's bytes, kept beside the evidence. */
  readonly screenshot: string | null
  readonly lacks: Lacks
}

/** What a page shows where no script runs: what it says, as far as an eye can get to see it. */
export type Bare = Pick<Session, 'url' | 'finalUrl' | 'status' | 'title' | 'text' | 'textLength' | 'lacks'> & {
  /** Characters of the text that style lets an eye see. */
  readonly shownLength: number
  /** Links on the page, each time that they stand there. */
  readonly linked: number
  /**
   * Characters that stand on a sheet that covers the whole window and that nobody can take away without a script; null:
   * there is no such sheet.
   */
  readonly coverLength: number | null
}

export type AxeNode = {
  readonly target: string
  readonly html: string
  readonly frame: string
  readonly summary: string
  /** By which it is known again; absent in evidence of before, and of what could not be found back in the page. */
  readonly mark?: string
}

export type Axe = {
  readonly violations: readonly {
    readonly rule: string
    readonly tags: readonly string[]
    readonly impact: string | null
    readonly help: string
    readonly count: number
    /** Of how many of these the second engine says the same; absent: it was not asked. */
    readonly confirmed?: number
    /** Of the first two hundred elements; absent in evidence of before. */
    readonly marks?: Marks
    readonly nodes: readonly AxeNode[]
  }[]
  /** Rules that could not decide, with how many elements: a list for people, never a score. */
  readonly incomplete: readonly {
    readonly rule: string
    readonly tags: readonly string[]
    readonly count: number
    /** Absent in evidence of before they were kept. */
    readonly nodes?: readonly AxeNode[]
  }[]
  /** Rules that found elements and no fault, with their tags. */
  readonly passed: readonly { readonly rule: string; readonly tags: readonly string[]; readonly count: number }[]
  readonly framesTested: number
  readonly framesMissed: number
  /** What the second engine says of the same page: a hint beside axe, never a verdict. Absent: it was not asked. */
  readonly second?: Second
  readonly lacks: Lacks
}

export type Second = {
  readonly framesTested: number
  /** Per frame and rule, at most 100. */
  readonly violations: readonly {
    readonly rule: string
    /** Success criteria, such as 1.1.1. */
    readonly criteria: readonly string[]
    readonly count: number
    readonly targets: readonly string[]
    readonly frame: string
  }[]
  /** Rules that could not run in some frame. */
  readonly skipped: readonly string[]
}
