/** We failed, not the site. */

/** The visit is to be made again; the message says in Dutch what failed. */
export class OurFault extends Error {}
