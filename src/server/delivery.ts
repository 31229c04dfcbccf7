/** Whether an answer arrived: what was handed to the system is not yet at the other end. */
import type { ServerResponse } from 'node:http';

/** How long a connection may stay open after the last byte before that byte counts as received. */
const PATIENCE_MS = 5_000;

/**
 * Waits until an answer has arrived, or broken off. A small page is in the system's buffers at once: that the other end
 * went away before it had read everything shows as a reset of the connection.
 * @param end calls off the waiting: what was sent counts as received
 */
export function delivered(response: ServerResponse, end: AbortSignal): Promise<boolean> {
  const { socket } = response;
  // Whoever went away before there was anything to send.
  if (response.destroyed || response.closed || socket?.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    response.once('close', () => !response.writableFinished && resolve(false));
    response.once('finish', () => {
      const settle = (arrived: boolean): void => {
        clearTimeout(timer);
        end.removeEventListener('abort', over);
        resolve(arrived);
      };
      const over = (): void => settle(true);
      const timer = setTimeout(over, PATIENCE_MS).unref();
      end.addEventListener('abort', over);
      if (!socket || end.aborted) return settle(true);
      socket.once('error', () => settle(false));
      socket.once('close', (hadError: boolean) => settle(!hadError));
    });
  });
}
