/** Where the pages of a lesson stand. */

/** A lesson, or a page of it: a step from 1, or a word. */
export const lessonPath = ({ id }: { readonly id: string }, page: string | number = ''): string =>
  `/leren/lessen/${id}${page === '' ? '' : `/${page}`}`
