/** Mail to a real server on this machine: what arrives, what may be tried again, what never arrives. */
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MailDelayed, MailRefused, refusalOf } from './mail-answer.ts'
import { postmanOf } from './mail.ts'

const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _, done) =>
    address.startsWith('vol@')
      ? done(Object.assign(new Error('mailbox full'), { responseCode: 452 }))
      : address.startsWith('weg@')
        ? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
        : done(),
  onData: (stream, _, done) => {
    let text = ''
    stream.on('data', (part: Buffer) => {
      text += part.toString()
    })
    stream.on('end', () => {
      received.push(text)
      done()
    })
  },
})
let env: NodeJS.ProcessEnv
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  env = {
    LEIDRAAD_SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`,
    LEIDRAAD_MAIL_FROM: 'Leidraad <leidraad@sluiswijk.test>',
  }
})
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    }),
)

test('a message arrives as it was written', async () => {
  await postmanOf(env)!.send({
    id: 'a-letter',
    to: 'anna@sluiswijk.test',
    subject: 'Één vraag',
    text: 'Beste Anna,\n\nKijk eens — of niet.\n',
    unsubscribe: null,
  })
  const mail = await simpleParser(received.at(-1)!)
  expect([mail.subject, mail.text, mail.from?.text, mail.headers.get('auto-submitted'), mail.messageId]).toEqual([
    'Één vraag',
    'Beste Anna,\n\nKijk eens — of niet.\n',
    '"Leidraad" <leidraad@sluiswijk.test>',
    'auto-generated',
    '<a-letter@sluiswijk.test>',
  ])
})
test('what somebody follows is stopped with one press, by the mail program itself', async () => {
  const stop = 'https://leidraad.test/volgen/geheim'
  await postmanOf(env)!.send({ id: 'b', to: 'anna@sluiswijk.test', subject: 'x', text: 'x', unsubscribe: stop })
  const raw = String(received.at(-1)!)
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/leidraad\.test\/volgen\/geheim>\r?$/m)
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
})
test('nobody adds a header or a recipient', async () => {
  await postmanOf(env)!.send({
    id: 'a-letter',
    to: 'anna@sluiswijk.test',
    subject: 'Titel\r\nBcc: elders@elders.test',
    text: 'x',
    unsubscribe: null,
  })
  const mail = await simpleParser(received.at(-1)!)
  expect([mail.bcc, mail.subject]).toEqual([undefined, 'Titel Bcc: elders@elders.test'])
  for (const to of [
    'anna@sluiswijk.test, elders@elders.test',
    'anna@sluiswijk.test\r\nBcc: x@y.test',
    'anna',
    '<a@b.test>',
  ])
    await expect(
      postmanOf(env)!.send({ id: 'a-letter', to, subject: 'x', text: 'x', unsubscribe: null }),
    ).rejects.toThrow(MailRefused)
})
test('for now is told apart from never', async () => {
  await expect(
    postmanOf(env)!.send({ id: 'a-letter', to: 'vol@sluiswijk.test', subject: 'x', text: 'x', unsubscribe: null }),
  ).rejects.toThrow(MailDelayed)
  const never = await postmanOf(env)!
    .send({ id: 'a-letter', to: 'weg@sluiswijk.test', subject: 'x', text: 'x', unsubscribe: null })
    .catch((error: unknown) => error)
  expect(never).toBeInstanceOf(MailRefused)
  expect((never as MailRefused).trouble).toBe('address')
})
test('a server of ours that is away or refuses us is not the fault of the recipient', async () => {
  const away = { ...env, LEIDRAAD_SMTP_URL: 'smtp://127.0.0.1:9' }
  const error = await postmanOf(away)!
    .send({ id: 'a-letter', to: 'anna@sluiswijk.test', subject: 'x', text: 'x', unsubscribe: null })
    .catch((each: unknown) => each)
  expect(error).toBeInstanceOf(Error)
  expect([error instanceof MailRefused, error instanceof MailDelayed]).toEqual([false, false])
})
test.each([
  [550, '550 5.1.1 <weg@x.test>: Recipient address rejected: User unknown', 'address'],
  [550, '550 No such user here', 'address'],
  [550, '550 5.7.1 Message rejected by policy: user unknown to you', 'refused'],
  [550, '550 blocked', 'refused'],
  [554, '554 5.7.1 Service unavailable; client host blocked', 'refused'],
  [552, '552 5.2.2 Mailbox full', 'full'],
  [552, '552 over quota', 'full'],
  [554, '554 5.2.1 Mailbox disabled', 'address'],
  [553, '553 sorry, that domain is not here', 'address'],
] as const)('an answer %i “%s” means: %s', (code, answer, trouble) => expect(refusalOf(code, answer)).toBe(trouble))
test('without a server there is no postman; half a configuration is told', () => {
  expect(postmanOf({})).toBeUndefined()
  expect(() => postmanOf({ LEIDRAAD_SMTP_URL: 'smtp://127.0.0.1' })).toThrow(/LEIDRAAD_MAIL_FROM/)
  expect(() => postmanOf({ LEIDRAAD_SMTP_URL: 'http://127.0.0.1', LEIDRAAD_MAIL_FROM: 'a@b.test' })).toThrow(/smtp/)
})
