/** What signing up without an account rests on: the id and the secret of what was sent. */
import { createHmac } from 'node:crypto'

/** The secret in the link of a sign-up, made of its id with the key of the installation. */
export const secretOfSignUp = (key: Buffer, id: string): string =>
  createHmac('sha256', key).update(`sign-up/${id}`).digest('base64url')

/** The id of what was sent: the same from the same form is the same sign-up, however often it is sent. */
export function idOfSignUp(key: Buffer, sent: readonly string[]): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify(['sign-up', ...sent]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
