/** What can be an e-mail address, of at most 320 signs; not whether it exists. */
export const isEmail = (typed: string): boolean =>
  typed.length <= 320 && /^[^\s@<>"',;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(typed)
