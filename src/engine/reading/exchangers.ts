/** What can be said of a server for mail, given what was seen of others from the same place. Pure. */
import type { Exchanger, Exchangers } from '../../model/evidence.ts'

/**
 * Whether a server in this state surely offers no encryption (RFC 3207): it told what it can, STARTTLS was not among
 * it, and another server offered it to us during the same run. Where none ever did, a firewall on our side may take the
 * offer out; so it is of evidence of before, in which only the servers of the domain itself are known.
 */
export const lacksOffer = ({ offerSeen, servers }: Exchangers, state: Exchanger['state'] | undefined): boolean =>
  state === 'no-starttls' &&
  (offerSeen === true || servers.some((each) => each.state === 'encrypts' || each.state === 'refused'))
