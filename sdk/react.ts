import { type LoadOptions, loadFlexPay } from './load.ts';
import type { ButtonOptions, FlexSDK, PayButton } from './public.ts';

/** The three things of React that the button needs; the store hands in its own, whichever version. */
export interface ReactLike<Node> {
  // biome-ignore lint/suspicious/noExplicitAny: React's own signatures differ from version to version.
  createElement: (type: any, props?: any, ...children: any[]) => Node;
  useEffect(work: () => () => void, when: readonly unknown[]): void;
  useRef<Value>(first: Value): { current: Value };
}

export interface FlexPayButtonProps extends LoadOptions, Omit<ButtonOptions, 'nonce'> {
  /** Without it a signature that was missed would count as told to nobody in particular. */
  onSign: NonNullable<ButtonOptions['onSign']>;
  /** Of the box that the button fills. */
  className?: string;
}

/**
 * Makes the component `<FlexPayButton authKey origin createOrder onSign … />`: `flexpayFor(React)`, once, outside of any
 * component. It draws one button into a box of its own and takes it away again, also where React does everything twice;
 * a press calls the handlers of the newest drawing.
 */
export function flexpayFor<Node>({ createElement, useEffect, useRef }: ReactLike<Node>) {
  return function FlexPayButton(props: FlexPayButtonProps): Node {
    const { authKey, origin, nonce, locale, style = {}, className } = props;
    const box = useRef<HTMLElement | null>(null);
    const newest = useRef(props);
    newest.current = props;
    useEffect(() => {
      let here = true;
      let button: PayButton | undefined;
      const draw = (sdk: FlexSDK) => {
        if (!here || !box.current) return;
        button = sdk.Button(optionsOf(newest));
        if (button.isEligible()) button.render(box.current);
      };
      loadFlexPay({ authKey, origin, ...(nonce && { nonce }) }).then(
        draw,
        (error) => here && newest.current.onError?.(error),
      );
      return () => {
        here = false;
        button?.unmount();
      };
    }, [authKey, origin, nonce, locale, style.color, style.shape]);
    return createElement('div', { ref: box, className });
  };
}

function optionsOf(newest: { current: FlexPayButtonProps }): ButtonOptions {
  const { style, locale } = newest.current;
  return {
    ...(style && { style }),
    ...(locale && { locale }),
    createOrder: (data, actions) => newest.current.createOrder(data, actions),
    onSign: (data) => newest.current.onSign(data),
    onDecision: (data) => newest.current.onDecision?.(data),
    onDeny: () => newest.current.onDeny?.(),
    onCancel: () => newest.current.onCancel?.(),
    onReturnToStore: () => newest.current.onReturnToStore?.(),
    onClose: () => newest.current.onClose?.(),
    onError: (error) => newest.current.onError?.(error),
  };
}
