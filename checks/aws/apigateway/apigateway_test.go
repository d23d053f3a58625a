package apigateway

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}
)

// stage is the inventory of one stage of one API, changed by f.
func stage(f func(*apigateway.RestAPI, *apigateway.RestStage)) *inventory.Inventory {
	a := &apigateway.RestAPI{
		Resource: inventory.Resource{ID: "a1"}, Private: inventory.Of(false), Policy: inventory.Of[*policy.Document](nil),
		Methods: inventory.Of([]apigateway.Method{{Path: "/orders", Verb: "GET", Authorization: "AWS_IAM", Integration: inventory.Of("HTTP_PROXY")}}),
	}
	s := &apigateway.RestStage{
		Resource: inventory.Resource{ID: "a1/prod"}, API: "a1",
		ClientCertificate: inventory.Of("cert"), Tracing: inventory.Of(true), CacheCluster: inventory.Of(true),
		WebACL:   inventory.Of("arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1"),
		Settings: inventory.Of([]apigateway.MethodSetting{{Method: "*/*", Logging: "INFO", Caching: true, Encrypted: true}}),
	}
	f(a, s)
	return inventory.Fixture(inventory.Rows(apigateway.RestAPIs, a), inventory.Rows(apigateway.RestStages, s))
}

func settings(all ...apigateway.MethodSetting) *inventory.Inventory {
	return stage(func(_ *apigateway.RestAPI, s *apigateway.RestStage) { s.Settings = inventory.Of(all) })
}
