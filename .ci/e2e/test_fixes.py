"""The command line of each check's fix, parsed by the AWS command line itself
and held against the models of the services."""

import os
import re
import shlex

import awscli.clidriver
import botocore.exceptions
import botocore.loaders
import botocore.validate
import pytest
from botocore import xform_name

import laboratory

# What stands in for a <placeholder>: it has to do as a number and as a name.
STAND_IN = "12345678901234567890"

# Commands of the command line that call no one operation: a name is enough.
HIGH_LEVEL = {("s3", "mb"), ("s3", "rm"), ("s3", "cp"), ("s3", "sync"), ("configure", "sso"), ("cloudtrail", "validate-logs"), ("eks", "update-kubeconfig")}


class Called(Exception):
    """What the command line would have sent."""


class Caller:
    def invoke(self, service, operation, parameters, parsed_globals):
        raise Called(service, operation, parameters)


class Drivers:
    """The AWS command line, anew for each operation: what one leaves behind in
    its session disturbs the next. The models are read once."""

    def __init__(self):
        self.loader, self.drivers = botocore.loaders.Loader(), {}

    def at(self, service, operation):
        if (service, operation) not in self.drivers:
            driver = awscli.clidriver.create_clidriver()
            paths = driver.session.get_component("data_loader").search_paths
            self.loader._search_paths = paths
            driver.session.register_component("data_loader", self.loader)
            self.drivers[service, operation] = driver
        return self.drivers[service, operation]


@pytest.fixture(scope="session")
def drivers():
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_DEFAULT_REGION": "us-east-1"}.items():
            patch.setenv(name, value)
        yield Drivers()


def commands(line):
    """The commands of a shell line, in words."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=";&|\n")
    lexer.whitespace = " \t"
    lexer.whitespace_split = True
    words = []
    for word in lexer:
        if set(word) <= set(";&|\n"):
            if words:
                yield words
            words = []
        else:
            words.append(word)
    if words:
        yield words


def stand_ins(line, folder):
    """The line with something definite for each placeholder, and files that exist."""
    file = folder / "file.json"
    file.write_text("{}" + " " * 1000)
    line = re.sub(r"(fileb?)://(?:<[^>]*>|[^\s'\"<>])+", lambda m: f"{m[1]}://{file}", line)
    return re.sub(r"<[a-z0-9][^<>|]*>", STAND_IN, line, flags=re.I)


def understood(drivers, words):
    """Why the AWS command line does not take the words; None where it does."""
    if words[0] != "aws":
        return f"{words[0]} is not the AWS command line"
    if len(words) < 3:
        return "no service and operation"
    driver = drivers.at(words[1], words[2])
    services = driver._get_command_table()
    try:
        parsed, rest = driver._create_parser(services).parse_known_args(words[1:])
        parsed.profile = None  # there is none of that name here
        driver._handle_top_level_args(parsed, rest)
        driver._emit_session_event(parsed)
    except BaseException as e:  # it exits on what it does not know
        return f"the global arguments or the service: {type(e).__name__} {e}"
    if (parsed.command, rest[0]) in HIGH_LEVEL:
        return None
    service = services[parsed.command]
    if not hasattr(service, "_get_command_table"):
        return f"{parsed.command} {rest[0]} is no operation, and not known as high-level"
    operation = service._get_command_table().get(rest[0])
    if operation is None:
        return f"no such operation: {parsed.command} {rest[0]}"
    if not hasattr(operation, "_operation_caller"):
        return f"{parsed.command} {rest[0]} is high-level: add it to those that are known"
    options = [w[2:].partition("=")[0] for w in rest if w.startswith("--")]
    unknown = [o for o in options if o not in operation.arg_table]
    if unknown:
        return f"no such options: {', '.join(unknown)}"
    operation._operation_caller = Caller()
    try:
        operation(rest[1:], parsed)
    except Called as sent:
        named = {xform_name(m, "-"): m for m in operation._operation_model.input_shape.members}
        from_files = {named.get(o[2:], o) for o, v in zip(rest, rest[1:]) if v.startswith(("file://", "fileb://"))}
        return invalid(driver.session, operation._operation_model, sent.args[2], from_files)
    except botocore.exceptions.NoCredentialsError:
        return None  # the command reads first what it then changes: it was taken
    except BaseException as e:
        return f"{type(e).__name__}: {e}"
    return "the command line made no call"


def invalid(session, model, parameters, from_files):
    """Why the service would not take the parameters: types, lengths, what is
    required, and words that no enumeration has. What a file holds is not known."""
    if not model.input_shape:
        return None
    service = model.service_model.service_id.hyphenize()
    session.emit(f"before-parameter-build.{service}.{model.name}", params=parameters, model=model, context={})
    report = botocore.validate.ParamValidator().validate(parameters, model.input_shape)
    wrong = report.generate_report().splitlines() if report.has_errors() else []
    wrong = [w for w in wrong if not any(re.search(rf"(in|parameter) {f}\b", w) for f in from_files)]
    wrong += foreign_words(parameters, model.input_shape)
    return "; ".join(wrong) or None


def foreign_words(value, shape, where=""):
    if shape.type_name == "structure" and isinstance(value, dict):
        for k, v in value.items():
            if k in shape.members:
                yield from foreign_words(v, shape.members[k], f"{where}.{k}")
    elif shape.type_name == "list" and isinstance(value, list):
        for v in value:
            yield from foreign_words(v, shape.member, where)
    elif shape.type_name == "map" and isinstance(value, dict):
        for k, v in value.items():
            yield from foreign_words(k, shape.key, where)
            yield from foreign_words(v, shape.value, where)
    elif shape.type_name == "string" and getattr(shape, "enum", None) and value not in shape.enum and STAND_IN not in value:
        yield f"{where}: {value!r} is none of {', '.join(shape.enum[:12])}"


def test_fixes_are_commands_that_exist(drivers, tmp_path):
    wrong = []
    for check in laboratory.checks().values():
        line = check["fix"]["cli"]
        try:
            parts = list(commands(stand_ins(line, tmp_path)))
        except ValueError as e:
            parts = []
            wrong.append(f"{check['id']}: {e}: {line}")
        for words in parts:
            why = understood(drivers, words)
            if why:
                wrong.append(f"{check['id']}: {why}\n    {line}")
    assert not wrong, "\n".join(wrong[:20])


@pytest.mark.parametrize("line", [
    "aws s3api put-bucket-loging --bucket <bucket>",
    "aws s3api put-bucket-logging --bucket <bucket> --status {}",
    "aws s3api put-bucket-logging --bucket <bucket>",
    "aws s3api put-bucket-logging --bucket <bucket> --bucket-logging-status '{\"LoggingOn\":{}}'",
    "aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=On",
    "aws nosuch list",
    "echo hello",
])
def test_wrong_commands_are_noticed(drivers, tmp_path, line):
    """The test above would see these mistakes."""
    assert any(understood(drivers, words) for words in commands(stand_ins(line, tmp_path)))
