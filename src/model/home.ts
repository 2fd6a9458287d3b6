/** A place that keeps content under a name made of its hash: a folder, or a store of objects. */
export type Home = {
  /** What it is called where somebody is told of it. */
  readonly name: string
  /** Keeps it whole or not at all. What is there stays: who writes the same later wins nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The whole of it; undefined if it is not there. */
  get(key: string): Promise<Buffer | undefined>
  /**
   * Every key there is, in parts, so that a million of them are no trouble: in their order, those after this one.
   * `aside`: of what was set aside, as it was called before.
   */
  keys(after?: string, aside?: boolean): AsyncGenerator<string>
  /** When it was written here; undefined if it is not there. */
  at(key: string): Promise<Date | undefined>
  /** Takes it away. What is not there is no fault. */
  remove(key: string): Promise<void>
  /** What was begun and never written whole: names for `at` and `remove`. */
  drafts(): AsyncGenerator<string>
}

/** What is kept, by what it is when it is given out. */
export type Media =
  | 'application/json'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'application/pdf'
  | 'application/vnd.oasis.opendocument.text'
