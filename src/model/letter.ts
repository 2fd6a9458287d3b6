/** What a letter needs to know of who sends it. */

/** A letter before it is addressed: plain text. */
export type Letter = { readonly subject: string; readonly body: string }

/** How people reach the municipality, as its administrator wrote it down; empty when nobody did. */
export type CityContact = { readonly phone: string; readonly email: string }

/** The colleague who sends it. */
export type Sender = { readonly name: string; readonly function: string }
