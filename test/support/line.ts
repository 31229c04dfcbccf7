/** A line to the server of the tests that can be held, cut and mended: what a network and a frozen server do. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestDatabase } from './database';

export interface Line {
  /** To the same database, over this line. */
  readonly url: string;
  /** Connections are taken, nothing goes on: as with a server that is frozen. */
  hold(): void;
  /** The same of the connections that there are; new ones are as ever. */
  holdThoseThatAre(): void;
  /** Every connection is dropped, and new ones are refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function lineTo({ admin, name }: TestDatabase): Promise<Line> {
  const sockets = new Set<Socket>();
  let held = false;
  const server = createServer((near) => {
    const far = connect(admin.port, admin.host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (sockets.delete(socket), other.destroy()));
      socket.on('data', (chunk) => void other.write(chunk));
      if (held) socket.pause();
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const pause = (): void => {
    for (const socket of sockets) socket.pause();
  };
  const drop = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    return closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgresql://127.0.0.1:${port}/${name}`,
    hold() {
      held = true;
      pause();
    },
    holdThoseThatAre: pause,
    cut: drop,
    async mend() {
      held = false;
      for (const socket of sockets) socket.resume();
      if (!server.listening) await listen(port);
    },
    close: drop,
  };
}
