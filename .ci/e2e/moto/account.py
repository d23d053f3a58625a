"""The contacts of an account in a moto server."""

NOT_JUDGED = {"aws-account-primary-contact": "the server does not know GetContactInformation"}


def fill(client):
    account = client("account")
    for kind, name in (("SECURITY", "ann"), ("OPERATIONS", "ann")):
        account.put_alternate_contact(AlternateContactType=kind, Name=name, Title="x", EmailAddress=f"{name}@example.com", PhoneNumber="+4922855501")
    return [
        ("aws-account-security-contact", "123456789012", "PASS"),
        ("aws-account-distinct-contacts", "123456789012", "FAIL"),
    ]
