/** A server that speaks just enough Bolt to say who it is: it takes every message for well done. */

import { type AddressInfo, createServer } from 'node:net';

const HANDSHAKE = 20;

/** `agent`: what it calls itself; `version`: of Bolt. */
export async function boltServer(
  agent: string,
  [major, minor]: readonly [number, number],
): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (data: Buffer) => {
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.from([0, 0, minor, major]));
        data = data.subarray(HANDSHAKE);
      }
      // Every message ends with an empty chunk.
      for (let at = data.indexOf('\0\0', 0, 'latin1'); at >= 0; at = data.indexOf('\0\0', at + 2, 'latin1'))
        socket.write(success({ server: agent, connection_id: 'one' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** SUCCESS with these metadata in PackStream, as one chunk and the empty one. */
function success(metadata: Readonly<Record<string, string>>): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x80 + value.length]), Buffer.from(value)]);
  const entries = Object.entries(metadata).flatMap(([key, value]) => [text(key), text(value)]);
  const message = Buffer.concat([Buffer.from([0xb1, 0x70, 0xa0 + Object.keys(metadata).length]), ...entries]);
  return Buffer.concat([Buffer.from([0, message.length]), message, Buffer.from([0, 0])]);
}
