/** How much one form, and one event or course, may take of what a municipality takes in a day. */

/** Sign-ups, or practices, of one form: somebody brings a few people along, and a program brings any number. */
export const MOST_OF_A_FORM = 5
/** Sign-ups in a day for one event or course; what it takes beyond this it would take from the others. */
export const MOST_OF_ONE = 150
/** Sign-ups in a day that each event or course still takes once the municipality has its number. */
export const KEPT_FOR_EACH = 10
