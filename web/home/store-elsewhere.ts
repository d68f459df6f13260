/**
 * The store under the machine's name `localhost`, whichever name this page was opened by: the modal then comes from the
 * other name, so that it is a foreign origin to the store's page, as it is in the world.
 */
export function storeElsewhere(): string {
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(location.hostname);
  return loopback ? `${location.protocol}//localhost${location.port && `:${location.port}`}/store` : '/store';
}
