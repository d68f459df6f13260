/** Not a frame over a store's page, but all there is in a window or a tab: our ground is under it. */
export function pageOfItsOwn(): void {
  document.documentElement.className = 'hosted';
  const ground = document.createElement('link');
  ground.rel = 'stylesheet';
  ground.href = new URL('hosted.css', import.meta.url).href;
  document.head.append(ground);
}
