/** The one way a probe says that it could not look. Gather turns it into evidence; it is never a verdict. */
import type { Unseen } from '../model/evidence.ts'

export class NotSeen extends Error {
  readonly why: Unseen
  constructor(why: Unseen, detail: string) {
    super(detail)
    this.name = 'NotSeen'
    this.why = why
  }
}
