/** What a letter needs to know of who sends it. */

/** A letter before it is addressed: plain text. */
export type Letter = { readonly subject: string; readonly body: string }

/** Where people come by: its name, its address, and when it is open, as its administrator wrote it. Empty: not told. */
export type Counter = { readonly name: string; readonly address: string; readonly hours: string }

/** How people reach the municipality, as its administrator wrote it down; empty when nobody did. */
export type CityContact = { readonly phone: string; readonly email: string; readonly counter?: Counter }

/** The colleague who sends it. */
export type Sender = { readonly name: string; readonly function: string }
