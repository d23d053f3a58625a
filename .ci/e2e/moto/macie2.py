"""Macie in a moto server: on in one region, off in the other."""

NOT_JUDGED = {"aws-macie2-automated-discovery": "moto has no GetAutomatedDiscoveryConfiguration"}


def fill(client):
    client("macie2").enable_macie()
    client("macie2", "eu-west-1").disable_macie()  # moto begins with Macie on everywhere
    return [
        ("aws-macie2-enabled", "us-east-1", "PASS"),
        ("aws-macie2-enabled", "eu-west-1", "FAIL"),
    ]
