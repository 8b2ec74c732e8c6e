import type { Server } from 'node:http'
import { KnownError } from '../model/errors.ts'

/** Listens on this port, or on a free one where it is busy. @returns the port taken */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    return await tryPort(server, host, port)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES') return tryPort(server, host, 0)
    throw new KnownError('bad-host', `Can't listen on ${host}: ${message}`, 500, {
      hint: 'Check HOST: it must be an address of this machine.',
      cause: error,
    })
  }
}

function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error)
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
