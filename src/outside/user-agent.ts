/** How Leidraad names itself to the sites it visits. */

const CONTACT = 'https://leidraad.example/meting'

/**
 * Name, version and where a site's owner can read what this is and complain: LEIDRAAD_CONTACT, the address of a page.
 */
export function userAgent(): string {
  const contact = URL.parse(process.env['LEIDRAAD_CONTACT'] ?? CONTACT)?.href ?? CONTACT
  return `Leidraad/2026.11 (+${contact})`
}
