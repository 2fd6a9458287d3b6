/** Servers of the city that take mail: they greet, tell what they can, and encrypt where they can. No mail is taken. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls'

/** `encrypts`: absent for a server without STARTTLS. `greeting` and `after`: for servers that misbehave. */
export type Post = {
  readonly address: string
  readonly name: string
  readonly encrypts?: SecureContextOptions & { readonly honorCipherOrder?: boolean }
  readonly greeting?: string
  /** What is said in the clear after it agreed to encrypt. */
  readonly after?: string
}

/** Starts them all on one free port; gives it, how many were ever connected at once, and a way to stop. */
export async function serveMail(posts: readonly Post[]) {
  const most = new Map<string, number>()
  for (let attempt = 0; ; attempt++) {
    const servers: Server[] = []
    const sockets = new Set<Socket>()
    let port = 0
    const close = async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
    }
    try {
      for (const post of posts) {
        const here = new Set<Socket>()
        const server = createServer((socket) => {
          sockets.add(socket)
          here.add(socket)
          most.set(post.name, Math.max(most.get(post.name) ?? 0, here.size))
          socket.on('error', () => socket.destroy())
          socket.once('close', () => {
            sockets.delete(socket)
            here.delete(socket)
          })
          talk(socket, post)
        })
        servers.push(server)
        await new Promise<void>((done, fail) => server.once('error', fail).listen(port, post.address, done))
        port = (server.address() as AddressInfo).port
      }
      return { port, most, close }
    } catch (error) {
      await close()
      // A port that is free on the first address may be taken on a later one: begin again with another.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt >= 10) throw error
    }
  }
}

function talk(socket: Socket, { name, encrypts, greeting = `220 ${name} ESMTP`, after = '' }: Post): void {
  let heard = ''
  socket.setTimeout(20_000, () => socket.destroy())
  socket.write(`${greeting}\r\n`)
  const listen = (chunk: Buffer) => {
    heard = (heard + chunk.toString('latin1')).slice(-2_000)
    for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
      const said = heard.slice(0, end).toUpperCase()
      heard = heard.slice(end + 2)
      if (said.startsWith('EHLO ')) {
        socket.write(
          `250-${name} at your service\r\n250-SIZE 1000\r\n${encrypts ? '250-STARTTLS\r\n' : ''}250 HELP\r\n`,
        )
      } else if (said === 'QUIT') socket.end('221 bye\r\n')
      else if (said === 'STARTTLS' && encrypts) {
        socket.off('data', listen)
        socket.write(`220 go ahead\r\n${after}`)
        return encrypted(socket, encrypts)
      } else socket.write('502 no\r\n')
    }
  }
  socket.on('data', listen)
}

const contexts = new WeakMap<object, ReturnType<typeof createSecureContext>>()

function encrypted(socket: Socket, options: NonNullable<Post['encrypts']>): void {
  const secureContext = contexts.get(options) ?? createSecureContext(options)
  contexts.set(options, secureContext)
  const secure = new TLSSocket(socket, { isServer: true, secureContext })
  secure.on('error', () => socket.destroy())
  secure.on('data', () => secure.end('221 bye\r\n'))
}
