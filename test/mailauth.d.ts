/** The part of mailauth that tests hold ours against and that has no types of its own. */
declare module 'mailauth/lib/tools.js' {
  /** Reads a key record; throws an error with a code for what receivers cannot use. */
  export function getPublicKey(
    type: 'DKIM',
    name: string,
    minBitLength: number,
    resolver: (name: string, type: string) => Promise<readonly (readonly string[])[]>,
  ): Promise<unknown>
}
