package run

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/run"
	"demarc/providers/inventory"
)

func TestServicePublic(t *testing.T) {
	unchecked := func(s *run.Service) { s.NoInvoker = inventory.Of(true) }
	checktest.Run(t, ServicePublic, []checktest.Case{
		{Name: "some", Have: have(asIs, "serviceAccount:caller@p.iam.gserviceaccount.com"), Want: pass},
		{Name: "everybody", Have: have(asIs, "allUsers"), Want: fail, Severity: checks.High},
		{Name: "everybody within", Have: have(from("internal"), "allUsers"), Want: fail, Severity: checks.Low},
		{Name: "everybody, from who knows where", Have: have(func(s *run.Service) { s.Ingress = dark[string]() }, "allUsers"), Want: fail, Severity: checks.High},
		{Name: "unchecked", Have: have(unchecked, "user:ada@example.com"), Want: fail},
		{Name: "a function's", Have: have(ofFunction, "allUsers"), Want: skip},
		{Name: "hidden", Have: have(func(s *run.Service) { s.NoInvoker = dark[bool]() }, "user:ada@example.com"), Want: unknown},
	})
}
