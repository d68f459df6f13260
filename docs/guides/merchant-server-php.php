<?php

// The server of a store that takes FlexPay: PHP 8.1 or newer and Guzzle 7.
// FLEXPAY_URL=http://127.0.0.1:4300 FLEXPAY_API_KEY=… php -S 127.0.0.1:4400 docs/guides/merchant-server-php.php
// The guide beside this file, merchant-server-php.md, explains it part by part.

declare(strict_types=1);

use GuzzleHttp\Client;
use GuzzleHttp\Exception\GuzzleException;

// Composer's own, or the one of Debian's package php-guzzlehttp-guzzle.
require is_file(__DIR__ . '/vendor/autoload.php') ? __DIR__ . '/vendor/autoload.php' : 'GuzzleHttp/autoload.php';

final class Refusal extends Exception
{
}

// #region call FlexPay
function addresses(): array
{
    $flexpayUrl = getenv('FLEXPAY_URL') ?: 'http://127.0.0.1:4300';
    return [
        'v3' => [$flexpayUrl . '/v3/', 'transactions/'],
        'plain' => [$flexpayUrl . '/v3', '/transactions/'],
    ][getenv('FLEXPAY_ADDRESSES') ?: 'v3'];
}

function transactionAt(string $transactionId): string
{
    return addresses()[1] . rawurlencode($transactionId);
}

function flexpay(string $method, string $address, ?array $body = null, ?string $key = null): array
{
    $client = new Client(['base_uri' => addresses()[0], 'timeout' => 10, 'http_errors' => false]);
    $apiKey = getenv('FLEXPAY_API_KEY') ?: throw new Refusal('Set FLEXPAY_API_KEY to the secret key of your store.', 500);
    $headers = ['Authorization' => $apiKey, 'Content-Type' => 'application/json'];
    $response = $client->request($method, $address, [
        'headers' => $key === null ? $headers : [...$headers, 'Idempotency-Key' => $key],
        'body' => $body === null ? '' : json_encode($body, JSON_THROW_ON_ERROR),
    ]);
    $answer = json_decode((string) $response->getBody(), true, 512, JSON_THROW_ON_ERROR);
    if ($response->getStatusCode() === 200) {
        return $answer['data'];
    }
    throw new Refusal($answer['error']['message'], $response->getStatusCode());
}
// #endregion

// #region price the cart
const CATALOGUE = [
    'LAMP-1' => ['description' => 'Desk lamp', 'brand' => 'Halden', 'cents' => 100_00],
    'SOFA-2' => ['description' => 'Two-seat sofa', 'brand' => 'Tilda', 'cents' => 899_00],
];
const SHIPPING_CENTS = 5_00;

function keepCart(string $transactionId, array $wanted): array
{
    $lines = [];
    foreach ($wanted as ['sku' => $sku, 'quantity' => $quantity]) {
        if (!isset(CATALOGUE[$sku]) || !is_int($quantity) || $quantity < 1) {
            throw new Refusal("We do not sell {$quantity} × {$sku}.", 400);
        }
        $lines[] = ['sku' => $sku, 'quantity' => $quantity, ...CATALOGUE[$sku]];
    }
    keep('carts', $transactionId, $lines);
    $items = [];
    foreach ($lines as $position => $line) {
        $items[] = [
            'sku' => $line['sku'],
            'quantity' => $line['quantity'],
            'description' => $line['description'],
            'brand' => $line['brand'],
            'condition' => 'new',
            'cost' => $line['cents'] / 100,
            'shipping' => [
                'cost' => $position === 0 ? SHIPPING_CENTS / 100 : 0,
                'date' => gmdate('c'),
                'method' => 'ground',
            ],
        ];
    }
    return ['transactionId' => $transactionId, 'items' => $items];
}
// #endregion

// #region check what was signed
function differences(array $transaction, array $lines): array
{
    $cents = fn (int|float $dollars): int => (int) round($dollars * 100);
    $found = [];
    if (($transaction['lease']['status'] ?? '') !== 'signed') {
        $found[] = 'The lease is not signed.';
    }
    $items = array_column($transaction['items'], null, 'sku');
    $total = SHIPPING_CENTS;
    foreach ($lines as ['sku' => $sku, 'quantity' => $quantity, 'cents' => $price]) {
        if (($items[$sku]['quantity'] ?? 0) !== $quantity) {
            $found[] = "{$sku}: the quantity differs.";
        } elseif ($cents($items[$sku]['cost']) !== $price) {
            $found[] = "{$sku}: the price differs.";
        }
        $total += $price * $quantity;
    }
    if (count($transaction['items']) !== count($lines)) {
        $found[] = 'The number of lines differs.';
    }
    if ($cents($transaction['shippingCost']) !== SHIPPING_CENTS) {
        $found[] = 'The shipping cost differs.';
    }
    if ($transaction['purchaseTotal'] !== $total) {
        $found[] = 'The total differs.';
    }
    return $found;
}
// #endregion

// #region answer onSign
function onSign(string $transactionId): array
{
    $lines = kept('carts', $transactionId) ?? throw new Refusal('We do not know this order.', 400);

    $transaction = flexpay('GET', transactionAt($transactionId));
    $errors = differences($transaction, $lines);
    if ($errors !== []) {
        return [400, ['valid' => false, 'errors' => $errors]];
    }

    $leaseNumber = flexpay('POST', transactionAt($transactionId) . '/finalize')['leaseNumber'];
    $order = ['transactionId' => $transactionId, 'leaseNumber' => $leaseNumber, 'lines' => $lines];
    keep('orders', $transactionId, $order);
    return [200, ['valid' => true, 'order' => $order]];
}
// #endregion

// #region ship
function ship(string $transactionId, array $shipment): array
{
    $sent = array_intersect_key($shipment, array_flip(['carrier', 'trackingNumber', 'shipDate']));
    $items = [];
    foreach (orderOf($transactionId)['lines'] as ['sku' => $sku, 'quantity' => $quantity]) {
        $items[] = ['sku' => $sku, 'quantity' => $quantity, ...$sent];
    }
    flexpay('POST', transactionAt($transactionId) . '/confirm-shipment', ['items' => $items]);
    return [200, ['shipped' => $items]];
}

function delivered(string $transactionId): array
{
    orderOf($transactionId);
    flexpay('POST', transactionAt($transactionId) . '/confirm-receipt');
    return [200, ['delivered' => true]];
}

function orderOf(string $transactionId): array
{
    return kept('orders', $transactionId) ?? throw new Refusal('We do not know this order.', 404);
}
// #endregion

// #region cancel and take back
function takeBack(string $transactionId, string $action, array $wish): array
{
    orderOf($transactionId);
    $body = ['items' => $wish['items'] ?? []];
    return [200, flexpay('POST', transactionAt($transactionId) . "/{$action}", $body, "{$action}-{$wish['number']}")];
}
// #endregion

// #region listen
function answer(): array
{
    $path = explode('/', parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
    [, $place, $id, $action] = array_map('rawurldecode', [...$path, '', '']);
    $body = json_decode(file_get_contents('php://input') ?: '{}', true, 512, JSON_THROW_ON_ERROR);
    return match (true) {
        $place === 'carts' => [200, keepCart($body['transactionId'], $body['lines'])],
        $place === 'on-sign' => onSign($body['transactionId']),
        $place === 'orders' && $action === 'ship' => ship($id, $body),
        $place === 'orders' && $action === 'delivered' => delivered($id),
        $place === 'orders' && in_array($action, ['cancel', 'return'], true) => takeBack($id, $action, $body),
        default => throw new Refusal('Not here.', 404),
    };
}

function keep(string $kind, string $id, array $value): void
{
    is_dir(folder($kind)) || mkdir(folder($kind), 0700, true);
    file_put_contents(folder($kind) . sha1($id), json_encode($value, JSON_THROW_ON_ERROR), LOCK_EX);
}

function kept(string $kind, string $id): ?array
{
    $file = folder($kind) . sha1($id);
    return is_file($file) ? json_decode(file_get_contents($file), true) : null;
}

function folder(string $kind): string
{
    return (getenv('STORE_DATA') ?: sys_get_temp_dir() . '/flexpay-store') . "/{$kind}/";
}

try {
    [$status, $body] = answer();
} catch (Refusal $no) {
    [$status, $body] = [$no->getCode(), ['message' => $no->getMessage()]];
} catch (GuzzleException | JsonException) {
    [$status, $body] = [503, ['message' => 'FlexPay does not answer. Please try again.']];
}
http_response_code($status);
header('Content-Type: application/json');
echo json_encode($body);
// #endregion
