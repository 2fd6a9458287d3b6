/** Words that somebody looks for, as a pattern that finds them anywhere: what stands for anything stands for itself. */
export const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
