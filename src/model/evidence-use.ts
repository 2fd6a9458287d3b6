/** What using a page brings home: made narrow and large, walked through with the keyboard, seen in other colours. */
import type { Lacks } from './evidence-seen.ts'

/**
 * An element of which something is told. `mark`: by which it is known again in a later measurement, whatever else of
 * the page changed (ADR 0108).
 */
export type Spot = {
  readonly target: string
  readonly html: string
  /** What was seen of it, in a few words that are no sentence: a width, a number of stops. */
  readonly said: string
  readonly mark: string
}

/** How often each mark was seen; elements that nothing sets apart share one. */
export type Marks = Readonly<Record<string, number>>

/** What was tried: how many elements it was about, of how many something is told, and the first twenty of those. */
export type Tried = {
  readonly looked: number
  readonly count: number
  readonly spots: readonly Spot[]
  readonly marks: Marks
}

/**
 * What is tried. `reflow`: 320 px wide; `spacing`: more room between letters, words and lines; `zoom`: twice as large;
 * `orientation`: in a window that lies and in one that stands (absent in evidence of before);
 * `keyboard`: to the end and back with Tab; `focus`: whether one sees where one is; `order`: by tabindex; `colours`:
 * with the colours of who looks; `motion`: what moves by itself; `headings`, `groups`, `fields`: as they are written;
 * `captions` and `sound`: of videos and sounds.
 */
export type UseKind =
  | 'reflow'
  | 'spacing'
  | 'zoom'
  | 'orientation'
  | 'keyboard'
  | 'focus'
  | 'order'
  | 'colours'
  | 'motion'
  | 'headings'
  | 'groups'
  | 'fields'
  | 'captions'
  | 'sound'

export type Use = {
  /** What could not be tried is absent. */
  readonly tried: { readonly [K in UseKind]?: Tried }
  /** Pieces of text with the language that the page says they are in, at most 30 of at most 300 characters. */
  readonly pieces: readonly { readonly lang: string; readonly text: string; readonly target: string }[]
  /** Of what moves longer than five seconds by style: for everybody, and for who asked for less motion. */
  readonly moves: { readonly asUsual: number; readonly asked: number } | null
  readonly lacks: Lacks
}
