import pytest

import laboratory


@pytest.fixture(scope="session")
def lab():
    lab = laboratory.Laboratory()
    yield lab
    lab.cloud.close()


def pytest_generate_tests(metafunc):
    # One test of each kind for each estate, and those of one estate together.
    if "estate" in metafunc.fixturenames:
        metafunc.parametrize("estate", list(laboratory.modules()), indirect=True, scope="session")


@pytest.fixture(scope="session")
def estate(lab, request):
    return lab.load(request.param)
