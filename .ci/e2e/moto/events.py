"""Event buses, good and bad, in a moto server."""

import json

NOT_JUDGED = {"aws-events-endpoint-replication": "moto has no global endpoints: ListEndpoints is not among its operations"}


def fill(client):
    events = client("events")

    def bus(name, principal=None):
        arn = events.create_event_bus(Name=name)["EventBusArn"]
        if principal:
            statement = {"Sid": "e2e", "Effect": "Allow", "Principal": principal, "Action": "events:PutEvents", "Resource": arn}
            events.put_permission(EventBusName=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))

    bus("e2e-own", {"AWS": "arn:aws:iam::123456789012:root"})
    bus("e2e-bare")
    bus("e2e-open", "*")
    bus("e2e-foreign", {"AWS": "arn:aws:iam::999988887777:root"})
    return [
        ("aws-events-bus-policy-attached", "e2e-own", "PASS"),
        ("aws-events-bus-policy-attached", "e2e-bare", "FAIL"),
        ("aws-events-bus-policy-attached", "default", "NOT_APPLICABLE"),
        ("aws-events-bus-public", "e2e-own", "PASS"),
        ("aws-events-bus-public", "e2e-open", "FAIL"),
        ("aws-events-bus-public", "e2e-foreign", "PASS"),
        ("aws-events-bus-cross-account", "e2e-own", "PASS"),
        ("aws-events-bus-cross-account", "e2e-foreign", "FAIL"),
    ]
