/** What a walk past the question for consent brings home: the question as it stands, the choice, and what came then. */
import type { Session } from './evidence-page.ts'
import type { Lacks } from './evidence-seen.ts'

/**
 * What a control of the question does, by its words: agree to all, refuse all that is not needed, go to the choices,
 * keep the choices as they stand, only close, tell more; `other`: we do not know.
 */
export type ControlKind = 'accept' | 'reject' | 'settings' | 'save' | 'close' | 'more' | 'other'

export type ConsentControl = {
  readonly kind: ControlKind
  readonly text: string
  readonly selector: string
  /** Pixels on the screen. */
  readonly width: number
  readonly height: number
  /** Pixels of its letters. */
  readonly letters: number
  /** Of its letters on what is behind them, 1 to 21 (WCAG 2.2, 1.4.3); null: a picture is behind them. */
  readonly contrast: number | null
  /** Whether it has a surface or an edge of its own, as a button has. */
  readonly drawn: boolean
  /** Of its own surface on what is around it, 1 to 21; null: a picture is among them; absent in evidence of before. */
  readonly surface?: number | null
  /** Whether it is a link to another address, so that it opens nothing here; absent in evidence of before. */
  readonly leaves?: boolean
}

export type ConsentBox = {
  readonly label: string
  readonly ticked: boolean
  /** Nobody can change it: that of what a site cannot do without. */
  readonly fixed: boolean
}

/** A question for consent, as it stands on the screen. */
export type ConsentAsked = {
  /** At most 2,000 characters. */
  readonly text: string
  readonly selector: string
  /** Of the frame it stands in; null: in the page itself. */
  readonly frame: string | null
  /**
   * Share of 25 places of the window, 0 to 1, at which a press does not get past it to the page; absent in evidence of
   * before, which kept the size of what it stands in.
   */
  readonly blocks?: number
  readonly controls: readonly ConsentControl[]
  readonly boxes: readonly ConsentBox[]
  /**
   * What else is in it that might choose and that we could not press: out of view, covered, a field, a frame, a closed
   * part; absent in evidence of before it was counted.
   */
  readonly unread?: number
}

/** A press on a control, on a box that was ticked, or on what leads back to the question (`door`). */
export type ConsentStep = { readonly text: string; readonly kind: ControlKind | 'untick' | 'door' }

/** What the browser kept at the moment of a choice. */
export type ConsentStood = {
  readonly cookies: readonly { readonly name: string; readonly domain: string }[]
  readonly storage: readonly { readonly origin: string; readonly kind: string; readonly key: string }[]
}

/**
 * A string in which a program for consent tells others what was chosen (IAB Europe, TCF v2), as it was given: by the
 * programming interface of the page (`__tcfapi`), in a cookie or in the storage. Null: longer than we read.
 */
export type ConsentString = {
  readonly from: 'interface' | 'cookie' | 'storage'
  /** Of the cookie or the storage; null: of the page itself. */
  readonly host: string | null
  readonly text: string | null
}

/**
 * How somebody who agreed takes that back, in at most two presses from the page that was opened next. `no-door`:
 * nothing there leads back to the choice; `unnamed`: nothing does by its words, and something floats there without any;
 * `again`: the page still asked; `only-door`: the door was pressed and asked nothing more; `unseen`: it was not looked
 * for, or we could not, or something was there that may hold the choice and that we do not press. The others as of a
 * question. `next`: the page that was opened after it.
 */
export type Withdrawal = {
  readonly steps: readonly ConsentStep[]
  readonly outcome: 'no-door' | 'unnamed' | 'again' | 'only-door' | 'unseen' | 'no-way' | 'stayed' | 'gone'
  readonly stood: ConsentStood
  readonly next: Session | null
}

/**
 * A page on which the question was answered, and the page that was opened next in the same browser. `asked`: the
 * question, layer by layer; none: there was none to see. `stood`: what the browser kept at the moment of the choice.
 */
export type Consent = {
  readonly asked: readonly ConsentAsked[]
  readonly steps: readonly ConsentStep[]
  /** Whether it was chosen, and the question was gone after it. */
  readonly outcome: 'no-question' | 'no-way' | 'stayed' | 'gone'
  readonly stood: ConsentStood
  /** Null: no next page was opened, because nothing was chosen. */
  readonly next: Session | null
  /** Whether the next page asked again; null: it was not opened. */
  readonly again: boolean | null
  readonly lacks: Lacks
  /**
   * The program that asks, by the name that autoconsent's rules give it; absent: in evidence of before, or not known.
   */
  readonly tool?: string
  /** What it told others before the choice and after it; absent in evidence of before it was looked at. */
  readonly strings?: { readonly before: readonly ConsentString[]; readonly after: readonly ConsentString[] }
  /**
   * Where no question was read: whether something may ask for consent in a way that is not read as a question; absent
   * in evidence of before it was looked at.
   */
  readonly perhaps?: boolean
  /** Of whoever agreed; absent in evidence of before, and of whoever refused. */
  readonly withdrawal?: Withdrawal
  /** No walk was made: nothing that we saw of the page when we met it first speaks of consent, and it keeps nothing. */
  readonly unwalked?: true
}
