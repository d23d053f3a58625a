package run

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/run"
)

func TestServiceIngress(t *testing.T) {
	checktest.Run(t, ServiceIngress, []checktest.Case{
		{Name: "all", Have: have(asIs), Want: fail},
		{Name: "internal", Have: have(from("internal")), Want: pass},
		{Name: "by a load balancer", Have: have(from("internal-and-cloud-load-balancing")), Want: pass},
		{Name: "unknown", Have: have(from("some")), Want: unknown},
		{Name: "a function's", Have: have(ofFunction), Want: skip},
		{Name: "hidden", Have: have(func(s *run.Service) { s.Ingress = dark[string]() }), Want: unknown},
	})
}
