/** We failed, not the site. */
import { Trouble } from '../lib/trouble.ts'

/** The visit is to be made again; the message says in Dutch what failed. */
export class OurFault extends Trouble {}
