/** The outbox of the demo: what would have been sent. */
import type { Tx } from '../../db/as.ts'
import { moment } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type Route } from '../../web/desk/route.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'

export const outboxRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/postvak',
    may: 'outbox.read',
    answer: async ({ tx, municipality, view }) => {
      if (!view.demo) return missing
      const messages = await tx
        .selectFrom('message')
        .selectAll()
        .where('municipality', '=', municipality.id)
        .orderBy('created_at', 'desc')
        .limit(50)
        .execute()
      return page(
        <DeskPage view={view} title="Postvak uit">
          <div className="ld-opening">
            <Heading level={1}>Postvak uit</Heading>
            <Text lead>In de demostad gaat er geen mail de deur uit. Hier leest u wat er verstuurd zou zijn.</Text>
          </div>
          {messages.map((message) => (
            <Section key={message.id} id={`bericht-${message.id}`} title={message.subject}>
              <p className="ld-quiet">
                Aan {message.recipient}, {moment('nl', message.created_at)}
                {message.digest ? ', in het dagbericht' : ''}
              </p>
              <pre className="ld-mail">{message.body}</pre>
            </Section>
          ))}
          {messages.length === 0 ? <Text>Er is nog niets verstuurd.</Text> : null}
        </DeskPage>,
      )
    },
  },
]
