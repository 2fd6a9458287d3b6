/**
 * Something that is not right around the program, and that whoever runs it can mend: a setting, a source, a disk. The
 * message is a Dutch sentence that says what it is.
 */
export class Trouble extends Error {}
