/** A line to a server that can be cut and mended: how a server looks that goes away and comes back. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Wire {
  uri: string
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function wireTo(uri: string): Promise<Wire> {
  const { hostname, port } = new URL(uri)
  const ends = new Set<Socket>()
  let server: Server | null = null
  const open = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer((near) => {
        const far = connect(Number(port), hostname)
        for (const end of [near, far]) {
          ends.add(end)
          end.on('close', () => ends.delete(end)).on('error', () => {})
        }
        near.pipe(far).pipe(near)
      })
      server.once('error', reject)
      server.listen(at, '127.0.0.1', () => resolve((server!.address() as AddressInfo).port))
    })
  const cut = async () => {
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
    server = null
    for (const end of ends) end.destroy()
    await closed
  }
  const own = await open(0)
  return { uri: `bolt://127.0.0.1:${own}`, cut, mend: async () => void (await open(own)), close: cut }
}
