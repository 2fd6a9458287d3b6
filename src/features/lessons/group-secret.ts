/** The code of a group: made from its id with the key of the installation; the database holds its hash alone. */
import { createHmac } from 'node:crypto'
import { spokenNumberOf } from '../../lib/spoken-number.ts'

/** The code that an organisation gives its staff: ten signs. */
export const codeOfGroup = (key: Buffer, id: string): string =>
  spokenNumberOf(createHmac('sha256', key).update(`group/${id}`).digest())

/** What is kept of it: the code is short, so that only the key makes its hash. */
export const hashOfCode = (key: Buffer, code: string): string =>
  createHmac('sha256', key).update(`group-code/${code}`).digest('hex')
