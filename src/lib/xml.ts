/** Text in XML: what the grammar has no place for is left out, what it takes for markup is escaped. */

// XML 1.0 §2.2: these signs have no place in a document, not even escaped.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** `text` as character data or as the value of an attribute between double quotes. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
