/** The id of a row, as it stands in an address. Whatever else stands there leads nowhere: no database is asked. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
