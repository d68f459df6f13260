/*
 * What a store's page sees of us, as types: published alone, so they lean on nothing of the house (button-and-modal 1).
 * Every callback may return a promise; what it throws is logged and takes nothing down, unless its comment says more.
 */

/** `window.FlexSDK`, there as soon as the script has loaded. */
export interface FlexSDK {
  /** A button that opens the checkout with the order that the page makes at the click. */
  Button(options: ButtonOptions): PayButton;
  /**
   * The checkout without a cart: it ends at the decision. Resolves when it is closed and never rejects. A signature that
   * the page has not taken comes first here too; it goes to the last button.
   */
  apply(options?: ApplyOptions): Promise<Outcome>;
  /**
   * Tells of a lease that was signed on this device and that this page has not taken, because it died or its handler
   * failed; and what a checkout that took this tab brought back. True when there was a signature and it was taken. The
   * page's last button is told unless handlers are given.
   */
  recover(handlers?: Pick<ButtonOptions, 'onSign'> & ApplyOptions): Promise<boolean>;
}

/** What a page may hand to `FlexSDK.Button`. Unknown options are ignored. */
export interface ButtonOptions extends Told {
  /** Called at the click, never before: pages read their cart inside it. Returns what `create` returned. */
  createOrder(data: object, actions: OrderActions): unknown;
  /** A lease was signed. Called once per lease; if it throws or rejects it is called again at the next opening. */
  onSign?(data: SignData): unknown;
  /** How the button looks; what is not said is ours. */
  style?: ButtonStyle;
}

/** What a page may hand to `FlexSDK.apply`. */
export interface ApplyOptions extends Told {
  /** Somebody has an answer: an opaque id, nothing personal. Who that is, the store's server asks the API. */
  onApply?(data: { userId: string }): unknown;
}

interface Told {
  /** Base64 of JSON, a `Decision`: nothing personal. Comes again when an answer follows one that was `pending`. */
  onDecision?(data: string): unknown;
  onDeny?(): unknown;
  onCancel?(): unknown;
  onReturnToStore?(): unknown;
  onClose?(): unknown;
  /** What went wrong; with the `code` of the API where the server said no. */
  onError?(error: unknown): unknown;
  /** The language of the button and of the checkout, `en` or `es`; without it the button is English and the checkout the browser's. */
  locale?: string;
  /** Accepted and not needed: nothing of ours is inline. */
  nonce?: string;
}

export interface OrderActions {
  transaction: {
    /** Opens the checkout with this order. Resolves when it is closed and never rejects. */
    create(order: Order): Promise<Outcome>;
  };
}

/** An order as stores send it; what else stands in it is ignored. */
export interface Order {
  /** 1 to 256 characters; the same one again replaces the unsigned order. */
  transactionId: string;
  items: readonly OrderItem[];
  /** Informational: the total is worked out from the items. */
  cost?: number | string;
  [more: string]: unknown;
}

export interface OrderItem {
  description: string;
  sku: string;
  /** Of one, in dollars. */
  cost: number | string;
  quantity: number | string;
  brand?: string;
  condition?: string;
  images?: unknown;
  shipping?: { cost?: number | string; date?: Date | string; method?: string };
  [more: string]: unknown;
}

export interface SignData {
  leaseNumber: string;
  transactionId: string;
}

/** What `onDecision` is told, once it is decoded: `JSON.parse(atob(data))`. */
export interface Decision {
  decision: 'approved' | 'denied' | 'pending';
  /** In dollars. */
  spendingLimit: number;
}

/** How the checkout ended. */
export interface Outcome {
  status: 'signed' | 'closed' | 'failed';
}

export interface ButtonStyle {
  color?: 'spruce' | 'black' | 'white';
  shape?: 'rounded' | 'pill' | 'square';
}

export interface PayButton {
  /** Draws the button into a selector's first match or an element. Twice is harmless; a missing element throws. */
  render(target: string | Element): void;
  /** Takes the button away wherever it was drawn. A checkout that is open stays. */
  unmount(): void;
  /** False in a browser that is too old for the checkout, and in a sandboxed frame without an origin: then draw something else. */
  isEligible(): boolean;
}

declare global {
  interface Window {
    FlexSDK: FlexSDK;
  }
}
