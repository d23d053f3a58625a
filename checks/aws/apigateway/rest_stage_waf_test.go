package apigateway

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestRestStageWAF(t *testing.T) {
	with := func(acl inventory.Known[string], private bool) *inventory.Inventory {
		return stage(func(a *apigateway.RestAPI, s *apigateway.RestStage) { s.WebACL, a.Private = acl, inventory.Of(private) })
	}
	checktest.Run(t, RestStageWAF, []checktest.Case{
		{Name: "protected", Have: with(inventory.Of("arn"), false), Want: pass},
		{Name: "not protected", Have: with(inventory.Of(""), false), Want: fail, Severity: checks.Medium},
		{Name: "private", Have: with(inventory.Of(""), true), Want: fail, Severity: checks.Low},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark), false), Want: unknown},
	})
}
