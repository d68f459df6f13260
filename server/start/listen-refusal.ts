import { CannotStart } from '#doorstep/cannot-start.mjs';

/** What to tell the person when listening failed; any other error comes back as it is. */
export function listenRefusal(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(`Port ${port} on ${host} is busy. Stop what listens there, or choose another PORT.`);
    case 'EACCES':
      return new CannotStart(`Port ${port} needs more rights than we have. Choose a PORT above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotStart(`HOST ${host} is not an address of this machine.`);
    default:
      return error;
  }
}
