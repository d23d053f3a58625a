"""Which AWS operation an HTTP request is, and how its service words a refusal.

Both are read off botocore's models, which are AWS's own and not what demarc is
built with, so that a request is named by an independent witness.
"""

import functools
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import botocore.loaders
import botocore.model

# Signing names that are not the name of one botocore service.
SERVICES = {
    "apigateway": ["apigateway", "apigatewayv2"],
    "elasticfilesystem": ["efs"],
    "elasticloadbalancing": ["elb", "elbv2"],
    "elasticmapreduce": ["emr"],
    "monitoring": ["cloudwatch"],
    "s3": ["s3", "s3control"],
    "tagging": ["resourcegroupstaggingapi"],
    "access-analyzer": ["accessanalyzer"],
    "states": ["stepfunctions"],
    "airflow": ["mwaa"],
    "aoss": ["opensearchserverless"],
    "es": ["opensearch", "es"],
    "ses": ["ses", "sesv2"],
    "aps": ["amp"],
    "api.ecr": ["ecr"],
    "cassandra": ["keyspaces"],
    "ds": ["ds"],
    "application-autoscaling": ["application-autoscaling"],
}

CREDENTIAL = re.compile(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/aws4_request")


class UnknownOperation(Exception):
    pass


@functools.cache
def model(name):
    return botocore.model.ServiceModel(botocore.loaders.Loader().load_service_model(name, "service-2"), name)


class Operation:
    """One operation of one service, as both botocore and the SDK for Go call it,
    and the protocol that the request speaks: services know several."""

    def __init__(self, service, name, region, protocol):
        self.service, self.name, self.region, self.protocol = service, name, region, protocol

    def __str__(self):
        return f"{self.service.metadata['serviceId']} {self.name}"


@functools.cache
def routes(service_name):
    """The operations of a REST service by method and path."""
    found = []
    service = model(service_name)
    for name in service.operation_names:
        if service.operation_model(name).deprecated:
            continue  # another has its path
        http = service.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        pattern = "".join(
            "(?:/.*|.+)" if part.endswith("+}") else "[^/]+" if part.startswith("{") else re.escape(part)
            for part in re.split(r"(\{[^}]+\})", path.rstrip("/") or "/")
        )
        literal = len(re.sub(r"\{[^}]+\}", "", path))
        keys = {}
        for pair in filter(None, query.split("&")):
            key, _, value = pair.partition("=")
            keys[key] = value
        found.append((http["method"], re.compile(pattern + "/?$"), keys, literal, name))
    return found


def by_route(services, method, url):
    parts = urlsplit(url)
    query = parse_qs(parts.query, keep_blank_values=True)
    if "x-id" in query:
        for name in services:
            if query["x-id"][0] in model(name).operation_names:
                return name, query["x-id"][0]
    best = None
    for name in services:
        for m, pattern, keys, literal, operation in routes(name):
            if m != method or not pattern.match(parts.path):
                continue
            if any(k not in query or (v and v not in query[k]) for k, v in keys.items()):
                continue
            rank = (literal, len(keys))
            if best is None or rank > best[0]:
                best = rank, name, operation
    return best[1:] if best else None


def identify(method, url, headers, body):
    """Name the operation of a request; headers by their names in lower case."""
    scope = CREDENTIAL.search(headers.get("authorization", ""))
    if not scope:
        raise UnknownOperation(f"{method} {url} is not signed")
    region, signing = scope.groups()
    services = SERVICES.get(signing, [signing])
    target = headers.get("x-amz-target")
    if target:
        name = target.rpartition(".")[2]
        for s in services:
            if name in model(s).operation_names:
                return Operation(model(s), name, region, "json")
    elif b"Action=" in body or "Action=" in url:
        form = parse_qs(body.decode()) or parse_qs(urlsplit(url).query)
        for s in services:
            if len(services) == 1 or model(s).metadata["apiVersion"] == form["Version"][0]:
                return Operation(model(s), form["Action"][0], region, "query")
    else:
        found = by_route(services, method, url)
        if found:
            return Operation(model(found[0]), found[1], region, model(found[0]).metadata["protocol"])
    raise UnknownOperation(f"{method} {unquote(url)} ({signing}, {target})")


def error(operation, code, message, status=None):
    """An error as the service of operation sends it: status, headers, body."""
    protocol = operation.protocol
    if operation.service.metadata["serviceId"] == "EC2":
        code = {"AccessDenied": "UnauthorizedOperation"}.get(code, code)
        body = f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>r</RequestID></Response>"
        return status or 403, {"Content-Type": "text/xml"}, body
    if protocol == "json":
        code = {"AccessDenied": "AccessDeniedException", "ExpiredToken": "ExpiredTokenException", "Throttling": "ThrottlingException"}.get(code, code)
        return status or 400, {"Content-Type": "application/x-amz-json-1.1"}, json.dumps({"__type": code, "message": message})
    if protocol == "rest-json":
        code = {"AccessDenied": "AccessDeniedException", "ExpiredToken": "ExpiredTokenException", "Throttling": "TooManyRequestsException"}.get(code, code)
        return status or 403, {"Content-Type": "application/json", "x-amzn-ErrorType": code}, json.dumps({"message": message})
    detail = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>"
    if protocol == "rest-xml" and operation.service.metadata["serviceId"] == "S3":
        body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    else:
        body = f"<ErrorResponse>{detail}<RequestId>r</RequestId></ErrorResponse>"
    return status or 403, {"Content-Type": "text/xml"}, body
