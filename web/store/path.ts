import { useEffect, useState } from 'preact/hooks';

/** Where the shopper is in the shop; follows links, the back button and `goTo`. */
export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.('a');
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || link?.target;
      if (!link || elsewhere || link.origin !== location.origin || !inShop(link.pathname)) return;
      event.preventDefault();
      goTo(link.pathname);
    };
    addEventListener('popstate', follow);
    document.addEventListener('click', click);
    return () => {
      removeEventListener('popstate', follow);
      document.removeEventListener('click', click);
    };
  }, []);
  return path;
}

/** Opens another page of the shop without loading it anew. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

const inShop = (path: string): boolean => path === '/store' || path.startsWith('/store/');
