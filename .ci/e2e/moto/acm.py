"""Certificates of Amazon's and imported ones, with long and short keys."""

import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID


def signed(name, days, bits=2048):
    """A self-signed certificate and its key, in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    cert = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=30))
            .not_valid_after(now + datetime.timedelta(days=days)).sign(key, hashes.SHA256()))
    return {
        "Certificate": cert.public_bytes(serialization.Encoding.PEM),
        "PrivateKey": key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()),
    }


def fill(client):
    acm = client("acm")
    acm.import_certificate(**signed("long.orchard.example", 300))
    acm.import_certificate(**signed("soon.orchard.example", 10))
    acm.request_certificate(DomainName="asked.orchard.example", ValidationMethod="DNS")
    return [
        ("aws-acm-certificate-expiry", "long.orchard.example", "PASS"),
        ("aws-acm-certificate-expiry", "soon.orchard.example", "FAIL"),
    ]


NOT_JUDGED = {"aws-acm-certificate-rsa-key-length": "moto lists certificates without the algorithm of an imported key"}
