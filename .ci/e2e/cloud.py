"""A moto server, and between it and demarc a witness that records, delays,
refuses and breaks calls."""

import io
import logging
import os
import threading

import boto3
import botocore.config
import requests
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

import operations

REGIONS = "us-east-1,eu-west-1"
ACCOUNT = "123456789012"


XML = {"Content-Type": "text/xml"}

# What AWS answers where nobody has changed anything, for operations that moto
# lacks and that verdicts on other resources hang on (EC2 API reference).
UNTOUCHED = {
    "EC2 DescribeVpcBlockPublicAccessOptions": (200, XML, "<DescribeVpcBlockPublicAccessOptionsResponse><vpcBlockPublicAccessOptions>"
                                                "<state>default-state</state><internetGatewayBlockMode>off</internetGatewayBlockMode>"
                                                "<exclusionsAllowed>allowed</exclusionsAllowed></vpcBlockPublicAccessOptions></DescribeVpcBlockPublicAccessOptionsResponse>"),
    "EC2 DescribeVpcBlockPublicAccessExclusions": (200, XML, "<DescribeVpcBlockPublicAccessExclusionsResponse><vpcBlockPublicAccessExclusionSet/></DescribeVpcBlockPublicAccessExclusionsResponse>"),
}


class Call:
    def __init__(self, operation, agent, status):
        self.operation, self.agent, self.status = operation, agent, status
        self.name = str(operation)

    def __repr__(self):
        return f"{self.name} in {self.operation.region}: {self.status}"


class Witness:
    """WSGI middleware. Only calls of demarc are recorded and interfered with:
    those that fill the server pass."""

    def __init__(self, app):
        self.app, self.lock, self.one_at_a_time = app, threading.Lock(), threading.Lock()
        self.free()

    def free(self):
        """Forget what was recorded, and let all calls pass."""
        self.calls, self.unknown, self.crashed = [], [], []
        self.rule = lambda operation: None
        self.delay = 0
        self.ended = threading.Event()  # cuts delays short

    def __call__(self, environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        environ["wsgi.input"] = io.BytesIO(body)
        agent = environ.get("HTTP_USER_AGENT", "")
        if "demarc-" not in agent:
            with self.one_at_a_time:
                return self.answer(environ, start_response)
        headers = {k[5:].replace("_", "-").lower(): v for k, v in environ.items() if k.startswith("HTTP_")}
        url = environ.get("REQUEST_URI") or environ["RAW_URI"]
        try:
            operation = operations.identify(environ["REQUEST_METHOD"], url, headers, body)
        except operations.UnknownOperation as e:
            with self.lock:
                self.unknown.append(str(e))
            start_response("500 Unknown", [("Content-Length", "0")])
            return [b""]
        status = []
        respond = lambda s, h, *a: (status.append(s), start_response(s, h, *a))[1]
        if self.delay:
            self.ended.wait(self.delay)
        rule = self.rule(operation)
        out, operation_name = None, str(operation)
        if rule is None:
            try:
                with self.one_at_a_time:
                    out = self.answer(environ, respond)
            except NotImplementedError:
                # What the double lacks is what AWS does not offer there.
                rule = UNTOUCHED.get(operation_name) or operations.error(operation, "InvalidAction", "not implemented", 400)
            except Exception as e:
                # Not 500: demarc would try again, and the double would fail again.
                rule = operations.error(operation, "InternalFailure", "crashed", 400)
                with self.lock:
                    self.crashed.append(f"{operation}: {e!r}")
        if out is None:
            status.clear()
            code, head, text = rule
            data = text.encode()
            respond(f"{code} x", [*head.items(), ("Content-Length", str(len(data)))])
            out = [data]
        with self.lock:
            self.calls.append(Call(operation, agent, status[0]))
        return out

    def answer(self, environ, start_response):
        out = self.app(environ, start_response)
        try:
            return [b"".join(out)]
        finally:
            getattr(out, "close", lambda: None)()


class Cloud:
    def __init__(self):
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.witness = Witness(DomainDispatcherApplication(create_backend_app))
        self.server = make_server("127.0.0.1", 0, self.witness, threaded=True, request_handler=MotoRequestHandler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.witness.ended.set()
        self.server.shutdown()

    def reset(self, managed_policies=False):
        """Empty the server. The policies that AWS manages take it seconds to load."""
        self.witness.free()
        os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = str(managed_policies).lower()
        requests.post(self.url + "/moto-api/reset", timeout=60).raise_for_status()

    def client(self, service, region="us-east-1", **kwargs):
        options = {
            "region_name": region, "endpoint_url": self.url,
            "aws_access_key_id": "x", "aws_secret_access_key": "x",
            "config": botocore.config.Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"}, inject_host_prefix=False),
        }
        return boto3.client(service, **{**options, **kwargs})

    def environment(self):
        """What demarc sees: this server, made-up credentials, no configuration."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        return env | {
            "AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }


def denied(operation):
    action = f"{operation.service.signing_name}:{operation.name}"
    message = f"User: arn:aws:iam::{ACCOUNT}:user/moto is not authorized to perform: {action} on resource: * because no identity-based policy allows the {action} action"
    return operations.error(operation, "AccessDenied", message)


def deny(*names):
    """A rule that refuses the named operations: "S3 ListBuckets"."""
    return lambda operation: denied(operation) if str(operation) in names else None
