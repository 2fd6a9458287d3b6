/** Reads a form out of a page of ours, as a browser that sends it would: for visitors without a browser. */

export type Filled = Record<string, string | string[]>

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

/**
 * What goes along unseen under this name: a hidden field, or what a part of a page tells of itself. `action`: of the
 * part meant, where several have it. Throws when the page has none.
 */
export function unseenIn(html: string, name: string, action?: string): string {
  const parts = [...html.matchAll(/name="deel" value="(\{[^"]*)"/g)].map(
    ([, told]) => JSON.parse(unescaped(told!)) as { action: string; unseen: Record<string, string> },
  )
  const told = parts.find((part) => name in part.unseen && (action === undefined || part.action === action))
  const field = [...html.matchAll(/<input[^>]*>/g)].find(([tag]) => attribute(tag, 'name') === name)?.[0]
  const value = told?.unseen[name] ?? (field && attribute(field, 'value'))
  if (value === undefined) throw new Error(`nothing goes along as ${name}`)
  return value
}

/** Where the button that leads to `action` sends to, with what it says of its part. Throws when there is none. */
export function addressOf(html: string, action: string): string {
  const sends = [...html.matchAll(/<button[^>]*>/g)].map(([tag]) => attribute(tag, 'formAction') ?? '')
  const found = sends.find((each) => each.split('?')[0] === action)
  if (found === undefined) throw new Error(`no button on this page leads to ${action}`)
  return found
}

/**
 * What the form that sends to `action` holds: its hidden fields, what stands in it, what is chosen. Throws when no
 * button of the page leads there.
 */
export function formOf(html: string, action: string): Filled {
  for (const form of formsIn(html)) {
    const own = attribute(form.slice(0, form.indexOf('>') + 1), 'action') === action
    const button = [...form.matchAll(/<button[^>]*>/g)].some(
      ([tag]) => attribute(tag, 'formAction')?.split('?')[0] === action,
    )
    if (own || button) return fieldsOf(form)
  }
  throw new Error(`no form on this page leads to ${action}`)
}

const formsIn = (html: string): readonly string[] => html.match(/<form[\s\S]*?<\/form>/g) ?? []

/** Every button of the page that sends a form: where to, and what goes along when nobody typed. */
export function buttonsOf(html: string): readonly { readonly to: string; readonly fields: Filled }[] {
  return formsIn(html).flatMap((form) => {
    const head = form.slice(0, form.indexOf('>') + 1)
    if (attribute(head, 'method') !== 'post') return []
    return [...form.matchAll(/<button[^>]*>/g)].map(([tag]) => {
      const name = attribute(tag, 'name')
      const pressed = name === undefined ? {} : { [name]: attribute(tag, 'value') ?? '' }
      return {
        to: attribute(tag, 'formAction') ?? attribute(head, 'action') ?? '',
        fields: { ...fieldsOf(form), ...pressed },
      }
    })
  })
}

/** What a form holds as it stands. */
function fieldsOf(form: string): Filled {
  const fields: Filled = {}
  const add = (name: string, value: string) => {
    const before = fields[name]
    fields[name] = before === undefined ? value : [...[before].flat(), value]
  }
  for (const [tag] of form.matchAll(
    /<input[^>]*>|<textarea[^>]*>[\s\S]*?<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g,
  )) {
    const name = attribute(tag, 'name')
    if (name === undefined) continue
    const type = attribute(tag, 'type') ?? 'text'
    if (tag.startsWith('<textarea')) add(name, unescaped(/>([\s\S]*)<\/textarea>$/.exec(tag)![1]!))
    else if (tag.startsWith('<select')) {
      const options = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option)
      add(name, attribute((options.find((option) => / selected/.test(option)) ?? options[0])!, 'value') ?? '')
    } else if (type === 'radio' || type === 'checkbox') {
      if (/ checked/.test(tag)) add(name, attribute(tag, 'value') ?? 'on')
    } else if (type !== 'file') add(name, attribute(tag, 'value') ?? '')
  }
  return fields
}
