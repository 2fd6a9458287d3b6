/** Secrets of links that anybody may get by mail: made with the key of the installation; the database has hashes. */
import { createHmac } from 'node:crypto'

type What = 'told' | 'remark' | 'follow'

/** The secret of a link, from the id of what it opens: mail can name it later while its hash alone is kept. */
export const secretOf = (key: Buffer, what: What, id: string): string =>
  createHmac('sha256', key).update(`covenant/${what}/${id}`).digest('base64url')

/** The id of what was sent: the same is the same, however often it is sent. */
export function idOf(key: Buffer, what: What, sent: readonly (string | null)[]): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify([`covenant/${what}`, ...sent]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
