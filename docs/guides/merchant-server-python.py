# The server of a store that takes FlexPay: Python 3.9 or newer with requests and requests_toolbelt.
# FLEXPAY_URL=http://127.0.0.1:4300 FLEXPAY_API_KEY=… python3 docs/guides/merchant-server-python.py
# The guide beside this file, merchant-server-python.md, explains it part by part.

import json
import os
from datetime import datetime, timezone
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote, urlsplit

import requests
from requests_toolbelt.sessions import BaseUrlSession


class Refusal(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


# region call FlexPay
FLEXPAY_URL = os.environ.get("FLEXPAY_URL", "http://127.0.0.1:4300")
ADDRESSES = {
    "v3": (FLEXPAY_URL + "/v3/", "transactions/"),
    "plain": (FLEXPAY_URL + "/v3", "/transaction/"),
}
BASE, TRANSACTIONS = ADDRESSES[os.environ.get("FLEXPAY_ADDRESSES", "v3")]

session = BaseUrlSession(base_url=BASE)
session.headers["Authorization"] = os.environ["FLEXPAY_API_KEY"]
session.headers["Content-Type"] = "application/json"


def transaction_at(transaction_id):
    return TRANSACTIONS + quote(transaction_id, safe="")


def flexpay(method, address, body=None, key=None):
    response = session.request(
        method,
        address,
        data=None if body is None else json.dumps(body),
        headers={"Idempotency-Key": key},
        timeout=10,
    )
    answer = response.json(parse_float=Decimal)
    if response.ok:
        return answer["data"]
    raise Refusal(response.status_code, answer["error"]["message"])
# endregion


# region price the cart
CATALOGUE = {
    "LAMP-1": {"description": "Desk lamp", "brand": "Halden", "cents": 100_00},
    "SOFA-2": {"description": "Two-seat sofa", "brand": "Tilda", "cents": 899_00},
}
SHIPPING_CENTS = 5_00

carts = {}
orders = {}


def keep_cart(transaction_id, wanted):
    lines = []
    for line in wanted:
        sku, quantity = line["sku"], line["quantity"]
        if sku not in CATALOGUE or type(quantity) is not int or quantity < 1:
            raise Refusal(400, f"We do not sell {quantity} × {sku}.")
        lines.append({"sku": sku, "quantity": quantity, **CATALOGUE[sku]})
    carts[transaction_id] = lines
    return {
        "transactionId": transaction_id,
        "items": [
            {
                "sku": line["sku"],
                "quantity": line["quantity"],
                "description": line["description"],
                "brand": line["brand"],
                "condition": "new",
                "cost": line["cents"] / 100,
                "shipping": {
                    "cost": SHIPPING_CENTS / 100 if position == 0 else 0,
                    "date": datetime.now(timezone.utc).isoformat(),
                    "method": "ground",
                },
            }
            for position, line in enumerate(lines)
        ],
    }
# endregion


# region check what was signed
def differences(transaction, lines):
    found = []
    if transaction.get("lease", {}).get("status") != "signed":
        found.append("The lease is not signed.")
    items = {item["sku"]: item for item in transaction["items"]}
    for line in lines:
        item = items.get(line["sku"], {"quantity": 0})
        if item["quantity"] != line["quantity"]:
            found.append(f"{line['sku']}: the quantity differs.")
        elif item["cost"] * 100 != line["cents"]:
            found.append(f"{line['sku']}: the price differs.")
    if len(transaction["items"]) != len(lines):
        found.append("The number of lines differs.")
    if transaction["shippingCost"] * 100 != SHIPPING_CENTS:
        found.append("The shipping cost differs.")
    total = sum(line["cents"] * line["quantity"] for line in lines) + SHIPPING_CENTS
    if transaction["purchaseTotal"] != total:
        found.append("The total differs.")
    return found
# endregion


# region answer onSign
def on_sign(transaction_id):
    lines = carts.get(transaction_id)
    if lines is None:
        raise Refusal(400, "We do not know this order.")

    transaction = flexpay("GET", transaction_at(transaction_id))
    errors = differences(transaction, lines)
    if errors:
        return 400, {"valid": False, "errors": errors}

    finalized = flexpay("POST", transaction_at(transaction_id) + "/finalize")
    orders[transaction_id] = {
        "transactionId": transaction_id,
        "leaseNumber": finalized["leaseNumber"],
        "lines": lines,
    }
    return 200, {"valid": True, "order": orders[transaction_id]}
# endregion


# region ship
def ship(transaction_id, shipment):
    sent = {name: shipment[name] for name in ("carrier", "trackingNumber", "shipDate") if name in shipment}
    lines = order_of(transaction_id)["lines"]
    items = [{"sku": line["sku"], "quantity": line["quantity"], **sent} for line in lines]
    flexpay("POST", transaction_at(transaction_id) + "/confirm-shipment", {"items": items})
    return 200, {"shipped": items}


def delivered(transaction_id):
    order_of(transaction_id)
    flexpay("POST", transaction_at(transaction_id) + "/confirm-receipt")
    return 200, {"delivered": True}


def order_of(transaction_id):
    if transaction_id not in orders:
        raise Refusal(404, "We do not know this order.")
    return orders[transaction_id]
# endregion


# region cancel and take back
def take_back(transaction_id, action, wish):
    order_of(transaction_id)
    key = f"{action}-{wish['number']}"
    address = f"{transaction_at(transaction_id)}/{action}"
    return 200, flexpay("POST", address, {"items": wish.get("items", [])}, key)
# endregion


# region listen
class Store(BaseHTTPRequestHandler):
    def do_POST(self):
        try:
            status, body = self.answer()
        except Refusal as no:
            status, body = no.status, {"message": str(no)}
        except requests.RequestException:
            status, body = 503, {"message": "FlexPay does not answer. Please try again."}
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def answer(self):
        path = urlsplit(self.path).path.split("/") + ["", ""]
        place, order, action = (unquote(part) for part in path[1:4])
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "{}")
        if place == "carts":
            return 200, keep_cart(body["transactionId"], body["lines"])
        if place == "on-sign":
            return on_sign(body["transactionId"])
        if place == "orders" and action == "ship":
            return ship(order, body)
        if place == "orders" and action == "delivered":
            return delivered(order)
        if place == "orders" and action in ("cancel", "return"):
            return take_back(order, action, body)
        raise Refusal(404, "Not here.")


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "4400"))), Store)
print(f"Store server on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
# endregion
