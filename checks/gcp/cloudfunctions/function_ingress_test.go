package cloudfunctions

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudfunctions"
)

func TestFunctionIngress(t *testing.T) {
	checktest.Run(t, FunctionIngress, []checktest.Case{
		{Name: "all", Have: have(asIs), Want: fail},
		{Name: "internal", Have: have(from("ALLOW_INTERNAL_ONLY")), Want: pass},
		{Name: "by a load balancer", Have: have(from("ALLOW_INTERNAL_AND_GCLB")), Want: pass},
		{Name: "unknown", Have: have(from("INGRESS_SETTINGS_UNSPECIFIED")), Want: unknown},
		{Name: "being deleted", Have: have(going), Want: skip},
		{Name: "hidden", Have: have(func(f *cloudfunctions.Function) { f.Ingress = dark[string]() }), Want: unknown},
	})
}
