/** The id of a row, as it stands in an address: whatever else is there leads nowhere and is not asked of the database. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
