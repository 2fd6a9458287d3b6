/** Fields that more than one form of people has. */
import { isEmail } from '../../lib/mail-address.ts'
import { tooLong } from '../../lib/too-long.ts'
import { filled, readForm, thatIs, word } from '../../web/desk/schema.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { LONGEST_NAME, roleProblems, type PersonInput } from './rules.ts'

const tooLongHere = ({ input }: { input?: unknown }) => tooLong(String(input).length, LONGEST_NAME)

/** Who somebody is, and where letters go. */
export const NAME_AND_EMAIL = {
  naam: word(filled('Vul de naam in.').max(LONGEST_NAME, { error: tooLongHere })),
  email: word(thatIs(isEmail, 'Vul een e-mailadres in, zoals naam@gemeente.nl.')),
}

/** What is not right about a new person, by field; nothing when it is right. */
export const problemsOf = ({ name, email, roles, organisation }: PersonInput): Readonly<Record<string, string>> => ({
  ...readForm(NAME_AND_EMAIL, sentOf({ naam: name, email })).problems,
  ...roleProblems(roles, organisation),
})
