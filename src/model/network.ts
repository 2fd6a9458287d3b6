/** The explicit file that opens the egress guard to a test city: its shape once read. */
export type Network = {
  /** Address ranges (CIDR) that may be reached though they are not global. */
  readonly allow: readonly string[]
  /** DNS server as address:port; absent: the system's. */
  readonly resolver?: string
  /** Names (or `*.suffix`) that go to a fixed address. */
  readonly hosts: Readonly<Record<string, string>>
  /** Ports that are served elsewhere: asked → real. */
  readonly ports: Readonly<Record<string, number>>
  /** PEM text of an extra certificate authority. */
  readonly ca?: string
  /** Path of a file of owners of companies that only exist in the test city. */
  readonly owners?: string
  /** Paths of a validator's data (RPKI) and of the routes that are announced, both or none. */
  readonly vrps?: string
  readonly routes?: string
  /** Endings of domains with where their registry answers (RDAP), in place of our list; null: it publishes no day. */
  readonly registries?: Readonly<Record<string, string | null>>
  /** Where a stand-in for the repository of local regulations answers. */
  readonly cvdr?: string
  /** Milliseconds one question waits for its answer, where a test holds the answer. */
  readonly patience?: number
}
