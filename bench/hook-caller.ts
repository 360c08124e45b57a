import { connect, type Socket } from 'node:net';

/** A call as bytes, head and all: it is put together before the clock runs, so that the caller takes little of the machine. */
export type ReadyCall = Buffer;

/** Calls a service over connections that are kept, as a proxy in front of it would; each is used by one call at a time. */
export interface HookCaller {
  /** HTTP status of the answer, once all of it has come. Rejects when the connection breaks. */
  send(call: ReadyCall): Promise<number>;
  close(): void;
}

/** A POST of JSON as bytes. */
export function readyCall(url: string, path: string, body: string): ReadyCall {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Connections that a proxy would keep at most; further calls wait for one. */
const MOST = 64;

/** Connections are opened as they are needed. */
export function createHookCaller(url: string): HookCaller {
  const { hostname, port } = new URL(url);
  const all: Socket[] = [];
  const idle: Connection[] = [];
  const queue: ((connection: Connection) => void)[] = [];
  const take = async (): Promise<Connection> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (all.length >= MOST) return new Promise((resolve) => queue.push(resolve));
    const socket = connect({ port: Number(port), host: hostname, noDelay: true });
    all.push(socket);
    return connectionOver(socket);
  };
  return {
    async send(call) {
      const connection = await take();
      const status = await connection.send(call);
      const next = queue.shift();
      if (next === undefined) idle.push(connection);
      else next(connection);
      return status;
    },
    close() {
      for (const socket of all) socket.destroy();
    },
  };
}

interface Connection {
  send(call: ReadyCall): Promise<number>;
}

const END_OF_HEAD = '\r\n\r\n';

function connectionOver(socket: Socket): Connection {
  let waiting: { resolve(status: number): void; reject(error: Error): void } | null = null;
  let got = Buffer.alloc(0);
  socket.on('data', (part) => {
    got = got.length === 0 ? part : Buffer.concat([got, part]);
    const status = completeAnswer(got);
    if (status === null) return;
    got = Buffer.alloc(0);
    const answered = waiting;
    waiting = null;
    answered?.resolve(status);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')));
  return {
    send: (call) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(call);
      }),
  };
}

/** The status of an answer of which all bytes are there, by its content-length; null until then. */
function completeAnswer(bytes: Buffer): number | null {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  return bytes.length < end + END_OF_HEAD.length + length ? null : Number(head.slice(9, 12));
}
